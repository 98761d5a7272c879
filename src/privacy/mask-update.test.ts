import { describe, expect, it } from 'vitest'
import { FOUND_FIELD, maskUpdate } from './mask-update.ts'

const NIK = '7309011203850001'
const PHONE = '081234567890'

const from = { id: 7001, is_bot: false, first_name: 'Siti', language_code: 'id' }
const bot = { id: 123_456, is_bot: true, first_name: 'Sedikit', username: 'sedikit_bot' }
const chat = { id: 7001, type: 'private', first_name: 'Siti' }

function message(content: Record<string, unknown>): Record<string, unknown> {
  return { update_id: 1, message: { message_id: 5, date: 1_795_000_000, from, chat, ...content } }
}

const foundIn = (update: unknown): unknown => (update as Record<string, unknown>)[FOUND_FIELD]

describe('an update that is masked', () => {
  it.each([
    ['text', message({ text: `NIK ${NIK}` }), ['nik']],
    ['caption', message({ caption: `WA ${PHONE}`, photo: [{ file_id: 'x' }] }), ['phone']],
    [
      'name of a file',
      message({ document: { file_id: 'x', file_name: `KTP_${NIK}.pdf` } }),
      ['nik'],
    ],
    [
      'poll',
      message({ poll: { id: '1', question: PHONE, options: [{ text: NIK, voter_count: 0 }] } }),
      ['phone', 'nik'],
    ],
    [
      'link',
      message({
        text: 'di sini',
        entities: [
          { type: 'text_link', offset: 0, length: 7, url: `https://wa.me/62${PHONE.slice(1)}` },
        ],
      }),
      ['phone'],
    ],
    ['quote', message({ text: 'ini', quote: { text: NIK, position: 0 } }), ['nik']],
    [
      'contact',
      message({
        contact: { phone_number: `+62${PHONE.slice(1)}`, first_name: 'Halijah', vcard: PHONE },
      }),
      ['phone'],
    ],
    ['place', message({ venue: { title: 'Rumah', address: `telp ${PHONE}` } }), ['phone']],
  ] as const)('%s: what was typed is gone, its kind is named', (_, update, kinds) => {
    const masked = maskUpdate(update)
    expect(foundIn(masked)).toEqual(kinds)
    expect(JSON.stringify(masked)).not.toMatch(/7309011203|81234567|Halijah/)
  })

  it.each([
    [
      'message that is answered to',
      message({ text: 'ya', reply_to_message: { message_id: 2, from: bot, text: PHONE } }),
    ],
    [
      'part of our own message',
      message({
        text: 'ya',
        quote: { text: PHONE },
        reply_to_message: { message_id: 2, from: bot },
      }),
    ],
    [
      'message of a button',
      {
        update_id: 2,
        callback_query: {
          id: '4382746523948576102',
          from,
          message: { text: NIK, chat },
          data: 'today',
        },
      },
    ],
    ['name', message({ text: 'ya', from: { ...from, last_name: `Toko ${PHONE}` } })],
  ])('%s: masked, and nobody is told', (_, update) => {
    const masked = maskUpdate(update)
    expect(foundIn(masked)).toBeUndefined()
    expect(JSON.stringify(masked)).not.toMatch(/7309011203|81234567/)
  })

  it('leaves alone what Telegram writes: ids of many digits, codes, data of buttons', () => {
    const update = {
      update_id: 987_654_321,
      callback_query: {
        id: '4382746523948576102',
        chat_instance: '-7309011203850001',
        from: { ...from, id: 6_281_234_567 },
        data: `skip:${PHONE}`,
        message: {
          message_id: 5,
          date: 1_795_000_000,
          chat,
          reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: `r:${NIK}` }]] },
        },
      },
    }
    expect(maskUpdate(update)).toEqual(update)
    const vote = {
      update_id: 5,
      poll_answer: {
        poll_id: '5215689563254781236',
        user: from,
        option_ids: [0],
        option_persistent_ids: ['7309011203850001'],
      },
    }
    expect(maskUpdate(vote)).toEqual(vote)
  })

  it('keeps the kind of the update its first field, and moves the entities of a text', () => {
    const typed = `/cari ${NIK} data`
    const masked = maskUpdate(
      message({
        text: typed,
        entities: [
          { type: 'bot_command', offset: 0, length: 5 },
          { type: 'bold', offset: typed.indexOf('data'), length: 4 },
        ],
      }),
    ) as { message: { text: string; entities: { offset: number; length: number }[] } }
    expect(Object.keys(masked)).toEqual(['update_id', 'message', FOUND_FIELD])
    const { text, entities } = masked.message
    expect(text).toBe('/cari [NIK] data')
    expect(entities.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual([
      '/cari',
      'data',
    ])
  })

  it('cuts off what is longer than any text of Telegram’s, however much there is to find', () => {
    const masked = maskUpdate(
      message({ text: 'a@b.co '.repeat(140_000), media: ['x'.repeat(1e6)] }),
    )
    const { text, media } = (masked as { message: { text: string; media: string[] } }).message
    expect(Math.max(text.length, ...media.map(({ length }) => length))).toBeLessThan(100_000)
  })

  it('gives nothing a prototype of somebody’s choice', () => {
    const poisoned: unknown = JSON.parse(
      '{"update_id":1,"message":{"__proto__":{"from":{"id":9}}}}',
    )
    const { message: masked } = maskUpdate(poisoned) as { message: { from?: unknown } }
    expect([masked.from, Object.getPrototypeOf(masked)]).toEqual([undefined, Object.prototype])
  })

  it('says nothing that was not found: a field of that name from outside is dropped', () => {
    expect(
      foundIn(maskUpdate({ ...message({ text: 'halo' }), [FOUND_FIELD]: ['nik'] })),
    ).toBeUndefined()
  })

  it.each([undefined, null, 7, 'text', [], {}, { update_id: 'x' }])('passes on %j', (body) => {
    expect(maskUpdate(body)).toEqual(body)
  })
})
