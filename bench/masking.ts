/**
 * What the search for personal data adds to each update that comes in: microseconds an update, for
 * short chat texts, for answers of a paragraph with personal data in them, for a pressed button with
 * its message, and for the longest text that Telegram takes, full of digits.
 *
 *     node bench/masking.ts [--rounds 7] [--json]
 */
import { parseArgs } from 'node:util'
import { maskUpdate } from '../src/privacy/index.ts'
import { show, spreadOf } from './support/statistics.ts'

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'boolean', default: false } },
})

const person = { id: 7001, is_bot: false, first_name: 'Siti', language_code: 'id' }
const chat = { id: 7001, type: 'private', first_name: 'Siti' }

const message = (text: string): unknown => ({
  update_id: 1,
  message: { message_id: 5, date: 1_795_000_000, from: person, chat, text },
})

const paragraph =
  'Yth. Bapak/Ibu, saya memohon keringanan iuran air bulan ini karena anak saya sedang dirawat. ' +
  'Surat keterangan dari puskesmas tertanggal 12-03-2026 saya lampirkan, biaya Rp 1.250.000. '

const updates: Readonly<Record<string, readonly unknown[]>> = {
  'a short text': ['siap bu', 'terima kasih 🙏', 'Apa beda AI dan mesin pencari?'].map(message),
  'a paragraph with a NIK and a phone number': [
    message(`${paragraph}NIK 7309011203850001, WA 0812-3456-7890. ${paragraph}`),
  ],
  'a pressed button with its lesson': [
    {
      update_id: 2,
      callback_query: {
        id: '4382746523948576102',
        from: person,
        chat_instance: '-1',
        data: 'today',
        message: { message_id: 4, date: 1_795_000_000, chat, text: paragraph.repeat(8) },
      },
    },
  ],
  '4,096 characters of digits in groups': [message('12 345-67 8901. '.repeat(256))],
}

const ROUND_MS = 200

function microseconds(batch: readonly unknown[]): number {
  const start = performance.now()
  let count = 0
  while (performance.now() - start < ROUND_MS) {
    for (const update of batch) maskUpdate(update)
    count += batch.length
  }
  return ((performance.now() - start) * 1000) / count
}

const measured = Object.entries(updates).map(([name, batch]) => {
  microseconds(batch)
  const rounds = Array.from({ length: Number(values.rounds) }, () => microseconds(batch))
  return { name, microseconds: spreadOf(rounds) }
})

if (values.json) console.log(JSON.stringify(measured))
else
  for (const { name, microseconds: spread } of measured) console.log(`${name}: ${show(spread)} µs`)
