import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forge, forgePress, press, row, say, textsOf } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const standing = sql`
  select (select json_agg(p) from (select name, locale, lesson_minute, paused, awaiting from people) p) as people,
    (select count(*)::int from deliveries) as deliveries,
    (select count(*)::int from roles) as roles`

describe('what a participant can say', () => {
  let world: World
  let siti: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    siti = await world.joined(6001)
  })
  afterAll(() => world.close())

  it.each([
    ['Pelajaran 1 dari 15', ['/materi', '/today', '/hariini']],
    ['Bukit Bu Siti', ['/progres', '/progress']],
    ['Mau jeda berapa lama?', ['/jeda', '/pause']],
    ['Anda tidak sedang jeda', ['/lanjut', '/resume']],
    ['Pukul berapa yang paling nyaman', ['/jadwal', '/time', '/jam']],
    ['Pilih bahasa:', ['/bahasa', '/language']],
    ['Yang bisa saya bantu, Bu Siti', ['/bantuan', '/help', 'menu', 'Menu', 'bantuan']],
    ['Perintah itu khusus admin', ['/statistik soal', '/stats learning']],
    [
      'Bagian itu khusus koordinator',
      ['/undang', '/invite', '/peserta', '/roster', '/peran', '/role', '/statistik', '/stats'],
    ],
    ['Tidak ada yang perlu dibatalkan', ['batal', 'Batal', 'cancel']],
    ['Perintah itu belum saya kenal', ['/materiku', '/x', '/', '/sertifikat_palsu']],
    ['Tulisan itu apa, ya', ['berhenti dulu ya', 'terima kasih, tetapi apa itu AI?']],
    ['Tulisan itu terlalu panjang', ['A'.repeat(4096)]],
    ['Tidak ada yang berubah', ['/start', '/start AAAAAAAAAAAAAAAAAAAAAA']],
  ])('%s', async (answer, words) => {
    for (const word of words) {
      const texts = await say(world, siti, word)
      expect([word.slice(0, 40), texts[0]]).toEqual([
        word.slice(0, 40),
        expect.stringContaining(answer),
      ])
      expect(texts).toHaveLength(answer.startsWith('Pelajaran') ? 2 : 1)
    }
  })

  it('understands a command with the bot’s name', async () => {
    expect(await say(world, siti, `/progres@${world.app.botUsername}`)).toEqual([
      expect.stringContaining('Bukit Bu Siti'),
    ])
  })

  it.each([
    ['Pelajaran hari ini', 'Pelajaran 1 dari 15'],
    ['Kemajuan saya', 'Bukit Bu Siti'],
    ['Jam belajar', 'Pukul berapa yang paling nyaman'],
    ['Jeda', 'Mau jeda berapa lama?'],
  ])('reaches by the buttons under /bantuan: %s', async (button, answer) => {
    await say(world, siti, '/bantuan')
    expect((await press(world, siti, button))[0]).toContain(answer)
  })

  it('answers each button press, so that no spinner stays', async () => {
    await say(world, siti, '/bantuan')
    const before = siti.callbackAnswers().length
    await press(world, siti, 'Kemajuan saya')
    await forgePress(world, siti, 'nothing')
    expect(siti.callbackAnswers().length).toBeGreaterThan(before)
  })

  it.each([
    ['a document', { kind: 'document', fileName: 'a.pdf', mimeType: 'application/pdf' } as const],
    [
      'an empty document',
      { kind: 'document', fileName: 'b', mimeType: 'x/y', caption: '/materi' } as const,
    ],
  ])('answers %s with a helpful line', async (_, file) => {
    const shown = await during(world, siti, () =>
      siti.sendFile({ ...file, content: Buffer.from('x') }),
    )
    expect(textsOf(shown)).toEqual([expect.stringContaining('Maaf, saya belum paham')])
  })

  it('answers a contact, a voice message and a place with a helpful line', async () => {
    const from = { id: siti.id, is_bot: false, first_name: 'Siti' }
    const chat = { id: siti.id, type: 'private', first_name: 'Siti' }
    const file = { file_id: 'f', file_unique_id: 'u' }
    const kinds = [
      { voice: { ...file, duration: 1 } },
      { location: { latitude: -5, longitude: 119 } },
      { contact: { phone_number: '+62', first_name: 'X' } },
    ]
    for (const kind of kinds) {
      const before = siti.messages().length
      await forge(world, { message: { message_id: 9999, date: 1, from, chat, ...kind } })
      expect(siti.messages()).toHaveLength(before + 1)
      expect(siti.messages().at(-1)?.text).toContain('Maaf, saya belum paham')
    }
  })

  it('passes over edited messages, reactions and shared polls', async () => {
    const sent = siti.sendText('/progres')
    await world.idle()
    const before = siti.messages().length
    siti.editText(sent.id, '/jeda 3')
    siti.react(sent.id, '👍')
    await world.idle()
    const from = { id: siti.id, is_bot: false, first_name: 'Siti' }
    const chat = { id: siti.id, type: 'private', first_name: 'Siti' }
    await forge(world, {
      edited_message: { message_id: sent.id, date: 1, edit_date: 2, from, chat, text: '/jeda 3' },
    })
    await forge(world, { poll_answer: { poll_id: '1', user: from, option_ids: [0] } })
    await forge(world, { inline_query: { id: '1', from, query: 'x', offset: '' } })
    expect(siti.messages()).toHaveLength(before)
  })

  it.each([
    'skip:999999',
    'skip:0',
    'skip:-1',
    'skip:abc',
    'skip:1.5',
    'skip:99999999999999999999',
    'skip:',
    'hour:abc',
    'hour:-5',
    'hour:1439',
    'hour:600.5',
    'pausedays:-1',
    'pausedays:91',
    'pausedays:1e1',
    'lang:de',
    'lang:',
    'address:ratu',
    'role:bupati',
    'agree',
    'stats',
    'invite',
    'inviteunit:1',
    'inviteunit:00000000-0000-0000-0000-000000000000',
    'none',
    'materi',
    '',
    "'; drop table people",
  ])('does nothing on forged button data: %j', async (data) => {
    const before = await row(world, standing)
    const messages = siti.messages().length
    await forgePress(world, siti, data)
    expect(await row(world, standing)).toEqual(before)
    expect(siti.messages().length - messages).toBeLessThanOrEqual(1)
  })

  it('a NUL character in an update holds up nobody', async () => {
    const from = { id: siti.id, is_bot: false, first_name: 'Si\u0000ti' }
    const chat = { id: siti.id, type: 'private', first_name: 'Siti' }
    const before = siti.messages().length
    await forge(world, { message: { message_id: 1, date: 1, from, chat, text: '\u0000 x' } })
    expect(siti.messages()).toHaveLength(before + 1)
  })

  it('does not skip the lesson of somebody else', async () => {
    const rina = await world.joined(6002, 'Rina')
    const { id } = await row<{ id: number }>(
      world,
      sql`select d.id::int from deliveries d join people p on p.id = d.person_id
        where p.telegram_id = ${rina.id}`,
    )
    await forgePress(world, siti, `skip:${id}`)
    expect(await row(world, sql`select state from deliveries where id = ${id}`)).toEqual({
      state: 'open',
    })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
