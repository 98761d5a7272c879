import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { during, forgePress, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { quizzes, tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

const standing = sql`
  select (select json_agg(d order by id) from (select id, state from deliveries) d) as deliveries,
    (select count(*)::int from answers) as answers,
    (select json_agg(e) from (select next_due_at from learners) e) as enrolments`

const buttonsOf = (message: PhoneMessage | undefined): string[] =>
  (message?.buttons ?? []).flat().map((button) => button.text)

describe('searching the lessons', () => {
  let world: World
  let siti: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld({ env: { ADMIN_IDS: '7009' } })
    siti = await world.joined(7001)
  })
  afterAll(() => world.close())

  const results = async (text: string): Promise<PhoneMessage | undefined> =>
    (await during(world, siti, () => siti.sendText(text))).at(-1)

  it('/cari with words answers with lessons, their track, a passage, and a button to read each', async () => {
    const message = await results('/cari data pribadi')
    expect(message?.text).toMatch(/^Hasil untuk data pribadi:\n\n.+\n(Fondasi|Guru)/)
    const marked = message?.entities?.filter(({ type }) => type === 'bold') ?? []
    expect(marked.length).toBeGreaterThan(5)
    expect(buttonsOf(message).filter((text) => text.startsWith('Baca: '))).toHaveLength(4)
    // All there are: nothing to turn to.
    expect(buttonsOf(message)).toHaveLength(4)
  })

  it('a lesson is read without its quiz, and it counts as nothing', async () => {
    const before = await row(world, standing)
    const asked = quizzes(siti).length
    const shown = await during(world, siti, () => tap(siti, 'Baca: Data terlarang'))
    expect(shown).toHaveLength(1)
    expect(shown[0]?.text).toMatch(/^Fondasi & mindset AI · pelajaran 7 dari 15\n\nData terlarang/)
    expect(shown[0]?.text).toContain('Sumber')
    expect(shown[0]?.buttons).toBeUndefined()
    expect(quizzes(siti)).toHaveLength(asked)
    expect(await row(world, standing)).toEqual(before)
    // A thumb that trembles.
    expect(await press(world, siti, 'Baca: Data terlarang')).toEqual([])
  })

  it('turns pages in the message itself, and back', async () => {
    const first = await results('/search data')
    const there = await during(world, siti, () => tap(siti, 'Berikutnya'))
    expect(there.map(({ id }) => id)).toEqual([first?.id])
    expect(there[0]?.text).not.toBe(first?.text)
    expect(buttonsOf(there[0])).toContain('Sebelumnya')
    const back = await during(world, siti, () => tap(siti, 'Sebelumnya'))
    expect(back[0]?.text).toBe(first?.text)
  })

  it('/cari alone asks, and takes the next text as the words', async () => {
    expect(await say(world, siti, '/cari')).toEqual([expect.stringContaining('Apa yang ingin')])
    expect(await say(world, siti, 'deepfake')).toEqual([
      expect.stringContaining('Hasil untuk deepfake'),
    ])
    expect(await say(world, siti, 'deepfake')).toEqual([expect.stringContaining('Tulisan itu apa')])
  })

  it('forgives a slip of the thumb, and says what it took it for', async () => {
    expect(await say(world, siti, '/cari datta pribadi')).toEqual([
      expect.stringMatching(/^Mungkin maksud Anda data pribadi\./),
    ])
  })

  it('batal ends the asking, and so does another command', async () => {
    await say(world, siti, '/cari')
    expect(await say(world, siti, 'batal')).toEqual([expect.stringContaining('dibatalkan')])
    await say(world, siti, '/cari')
    expect((await say(world, siti, '/progres'))[0]).toContain('Bukit')
    expect(await say(world, siti, 'prompt')).toEqual([expect.stringContaining('Tulisan itu apa')])
  })

  it.each([
    ['Tidak ada pelajaran Anda', 'a word that is nowhere', 'zxqwvkk'],
    ['Tidak ada pelajaran Anda', 'a statement', "'; drop zxqwv; --zzz"],
    ['Saya belum menemukan kata', 'a picture', '👍'],
    ['Saya belum menemukan kata', 'one endless word', 'A'.repeat(4000)],
    ['Saya belum menemukan kata', 'signs', '" " \\ % _ & | ! ( ) : *'],
    ['Hasil untuk', 'a word and an endless one', `data ${'x'.repeat(3000)}`],
    ['Yang paling dekat', 'tags', '<u>prompt</u> <zxqw>'],
  ])('%s: /cari with %s', async (answer, _, typed) => {
    expect(await say(world, siti, `/cari ${typed}`)).toEqual([expect.stringContaining(answer)])
  })

  it('is reached by the button under /bantuan', async () => {
    await say(world, siti, '/bantuan')
    expect((await press(world, siti, 'Cari pelajaran'))[0]).toContain('Apa yang ingin')
    await say(world, siti, 'batal')
  })

  it('a teacher finds what is for teachers; an admin finds everything', async () => {
    const titles = async (person: SimulatedPerson): Promise<string[]> => {
      const shown = await during(world, person, () => person.sendText('/cari musrenbang'))
      return shown.flatMap(buttonsOf).filter((text) => text.startsWith('Baca: '))
    }
    expect(await titles(siti)).toEqual([])
    const guru = await results('/cari murid')
    expect(guru?.text).toContain('Guru: belajar tetap milik murid')
    const admin = world.simulator.person({ id: 7009, firstName: 'Ahmad', languageCode: 'id' })
    admin.start()
    await world.idle()
    for (const button of ['Setuju, mulai', 'Bapak', 'Pimpinan']) await press(world, admin, button)
    expect((await titles(admin)).length).toBeGreaterThan(0)
  })

  it('a forged button reads no lesson of others, and a stale one says so', async () => {
    for (const id of ['perencanaan-usulan-musrenbang', 'withdrawn-since', "x'; drop"]) {
      await forgePress(world, siti, `r:${id}`)
      expect(siti.messages().at(-1)?.text).toContain('Pelajaran itu sudah tidak ada')
    }
    const { length } = siti.messages()
    for (const data of ['find', 'find:', 'find:x', 'find:-1:data', 'find:99999:data']) {
      await forgePress(world, siti, data)
    }
    expect(siti.messages()).toHaveLength(length)
    await forgePress(world, siti, 'find:900:data')
    expect(siti.messages().at(-1)?.text).toContain('sudah tidak berlaku')
  })

  it('answers in English where the person reads English, with Indonesian lessons beside', async () => {
    await say(world, siti, '/bahasa')
    await press(world, siti, 'English')
    const message = await results('/search personal data')
    expect(message?.text).toMatch(/^Results for personal data/)
    expect(buttonsOf(message)[0]).toMatch(/^Read: /)
    expect((await results('/search murid'))?.text).toContain('Teachers: learning still')
    await say(world, siti, '/language')
    await press(world, siti, 'Bahasa Indonesia')
  })

  it('keeps nothing in the ledger but words of the lessons', async () => {
    await say(world, siti, '/cari prompt untuk-zxqwv Kamaruddinku')
    await say(world, siti, '/cari Zainabtul Halijahwati')
    const { args } = await row<{ args: string }>(
      world,
      sql`select string_agg(args::text, ' ') as args from outbox where kind like 'search%' or kind = 'note'`,
    )
    expect(args).toContain('prompt')
    expect(args).not.toMatch(/kamaruddin|zxqwv|zainabtul|halijahwati/i)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
