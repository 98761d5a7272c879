import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addLeave } from '../../src/learning/index.ts'
import { addUnit, grantAdmin } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import {
  during,
  findButton,
  forgePress,
  makassar,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

describe('a question on its way', () => {
  let world: World
  let siti: SimulatedPerson
  /** Coordinators of Siti's unit. */
  let ani: SimulatedPerson
  let dewi: SimulatedPerson
  /** Coordinator of the unit above. */
  let rina: SimulatedPerson
  let admin: SimulatedPerson
  beforeAll(async () => {
    // Monday, 23 November 2026, 09.30.
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    siti = await world.joined(7101, 'Siti')
    ani = await world.joined(7102, 'Ani')
    dewi = await world.joined(7103, 'Dewi')
    rina = await world.joined(7104, 'Rina')
    admin = await world.joined(7105, 'Budi')
    const district = await addUnit(db, { name: 'Kecamatan Contoh', now })
    const school = await addUnit(db, { name: 'SD Contoh', parent: district.name, now })
    await db.execute(sql`
      update people set unit_id = ${school.id} where telegram_id in (7101, 7102, 7103)`)
    await coordinates(7102, school.id)
    await coordinates(7103, school.id)
    await coordinates(7104, district.id)
    await grantAdmin(db, await idOf(7105), now)
  })
  afterAll(() => world.close())

  const coordinates = (telegramId: number, unitId: string): Promise<unknown> =>
    world.app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      select id, 'coordinator', ${unitId}, created_at from people
      where telegram_id = ${telegramId}`)
  const idOf = async (telegramId: number): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${telegramId}`))
      .id
  const ask = (text: string): Promise<readonly string[]> => say(world, siti, `/tanya ${text}`)
  const newest = async (): Promise<number> =>
    (await row<{ id: number }>(world, sql`select max(id)::int as id from practice_questions`)).id
  /** The message that brought it; undefined: none did. */
  const copyOf = (person: SimulatedPerson, text: string): PhoneMessage | undefined =>
    person.messages().findLast((m) => m.text.startsWith('Pertanyaan dari') && m.text.includes(text))
  const buttonsOf = (message: PhoneMessage | undefined): string[] =>
    (message?.buttons ?? []).flat().map(({ text }) => text)
  const told = (person: SimulatedPerson, words: string): PhoneMessage[] =>
    person.messages().filter((m) => m.fromBot && m.text.includes(words))
  const answerFrom = async (person: SimulatedPerson, text: string): Promise<PhoneMessage> => {
    const [shown] = await during(world, siti, () => person.sendText(text))
    if (shown === undefined) throw new Error('No answer came')
    return shown
  }
  const advance = (day: number, hour: number, minute = 0): Promise<void> =>
    world.advance(makassar(11, day, hour, minute))

  it('is taken by one: the others see it, and it is answered in the thread', async () => {
    const asked = await during(world, siti, () => siti.sendText('/tanya Mulai dari mana?'))
    expect(asked).toHaveLength(1)
    const own = siti.messages().findLast((m) => !m.fromBot)
    expect(buttonsOf(copyOf(dewi, 'Mulai dari mana?'))).toEqual(['Jawab'])
    const changed = await during(world, dewi, () => tap(ani, 'Jawab'))
    expect(textsOf(changed)).toEqual([expect.stringContaining('Sedang dijawab koordinator lain')])
    expect(buttonsOf(changed[0])).toEqual([])
    expect(buttonsOf(ani.messages().at(-1))).toEqual(['Lepaskan'])

    await forgePress(world, dewi, `qa:${await newest()}`)
    expect(dewi.messages().at(-1)?.text).toContain('diambil koordinator lain')
    expect(dewi.messages().at(-1)?.text).not.toContain('Ani')

    const answer = await answerFrom(ani, 'Dari satu surat saja.')
    expect(answer.text).toBe('Jawaban dari koordinator Anda\n\nDari satu surat saja.')
    expect(answer.replyTo).toBe(own?.id)
    for (const person of [ani, dewi]) {
      expect(copyOf(person, 'Mulai dari mana?')?.text).toContain('Sudah dijawab')
      expect(buttonsOf(copyOf(person, 'Mulai dari mana?'))).toEqual([])
    }
  })

  it('that two press at once is the first one’s, each time', async () => {
    for (let round = 1; round <= 5; round++) {
      await ask(`Serentak ${round}?`)
      const before = [ani, dewi].map((person) => person.messages().length)
      for (const person of [ani, dewi]) tap(person, 'Jawab')
      await world.idle()
      const shown = [ani, dewi].map((person, i) =>
        person
          .messages()
          .slice(before[i])
          .map(({ text }) => text)
          .join(),
      )
      expect(shown.toSorted()).toEqual([
        expect.stringContaining('sudah lebih dulu diambil koordinator lain'),
        expect.stringContaining('Tuliskan jawaban untuk Siti'),
      ])
      const winner = shown[0]?.startsWith('Tuliskan') === true ? ani : dewi
      expect((await answerFrom(winner, `Jawaban ${round}`)).text).toContain(`Jawaban ${round}`)
    }
  })

  it.each([
    ['batal', (): unknown => ani.sendText('batal')],
    ['Lepaskan', (): unknown => tap(ani, 'Lepaskan')],
  ])('is free again at %s', async (how, act) => {
    await ask(`Bebas lagi dengan ${how}?`)
    await press(world, ani, 'Jawab')
    expect(buttonsOf(copyOf(dewi, `dengan ${how}?`))).toEqual([])
    expect(textsOf(await during(world, ani, act))).toEqual([
      expect.stringContaining('pertanyaan itu saya lepaskan'),
    ])
    expect(buttonsOf(copyOf(dewi, `dengan ${how}?`))).toEqual(['Jawab'])
    // What Ani writes now is no answer.
    expect((await say(world, ani, 'bukan jawaban'))[0]).toContain('Tulisan itu apa, ya')
    await press(world, dewi, 'Jawab')
    await answerFrom(dewi, 'Saya saja.')
    // An old button gives nothing back.
    await forgePress(world, ani, `qb:${await newest()}`)
    expect(copyOf(dewi, `dengan ${how}?`)?.text).toContain('Sudah dijawab')
  })

  it('that somebody leaves for another is free, and is given back by nobody else', async () => {
    await ask('Yang pertama?')
    const first = await newest()
    await press(world, ani, 'Jawab')
    await forgePress(world, dewi, `qb:${first}`)
    expect(buttonsOf(copyOf(dewi, 'Yang pertama?'))).toEqual([])
    await ask('Yang kedua?')
    await forgePress(world, ani, `qa:${await newest()}`)
    expect(buttonsOf(copyOf(dewi, 'Yang pertama?'))).toEqual(['Jawab'])
    await answerFrom(ani, 'Untuk yang kedua.')
    // In the list of open ones whoever has it sees so.
    await press(world, dewi, 'Jawab')
    await say(world, dewi, '/bantuan')
    const [open] = await during(world, dewi, () => tap(dewi, 'Pertanyaan terbuka'))
    expect(open?.text).toContain('Anda yang sedang menjawabnya')
    expect(buttonsOf(open)).toEqual(['Jawab', 'Lepaskan'])
    // The command has ended the waiting for words, and not the hold: she goes on from there.
    await press(world, dewi, 'Jawab')
    await answerFrom(dewi, 'Untuk yang pertama.')
  })

  it('is free once whoever has it coordinates no more, and is not answered by her', async () => {
    const personId = await idOf(7103)
    await ask('Berganti koordinator?')
    await press(world, dewi, 'Jawab')
    expect(buttonsOf(copyOf(ani, 'Berganti koordinator?'))).toEqual([])
    const { id: unitId } = await row<{ id: string }>(
      world,
      sql`delete from roles where person_id = ${personId} returning unit_id as id`,
    )
    await world.app.tick()
    await world.idle()
    expect(buttonsOf(copyOf(ani, 'Berganti koordinator?'))).toEqual(['Jawab'])
    expect(await say(world, dewi, 'Jawaban lama')).toEqual([
      expect.stringContaining('sudah tidak ada'),
    ])
    await coordinates(7103, unitId)
    await press(world, ani, 'Jawab')
    expect((await answerFrom(ani, 'Saya teruskan.')).text).toContain('Saya teruskan.')
  })

  it('answers below a text that was only then called a question, and without one that is gone', async () => {
    const { id } = siti.sendText('apakah ini sebuah pertanyaan')
    await world.idle()
    await press(world, siti, 'Pertanyaan')
    await press(world, ani, 'Jawab')
    expect((await answerFrom(ani, 'Ya.')).replyTo).toBe(id)

    await ask('Warga 7309015203850001, bagaimana?')
    await press(world, siti, 'Hapus pesan itu')
    await press(world, ani, 'Jawab')
    const answer = await answerFrom(ani, 'Samarkan.')
    expect([answer.text, answer.replyTo]).toEqual([expect.stringContaining('Samarkan.'), undefined])

    // Whoever has another account since has another message there under that number.
    await ask('Dari akun lama?')
    await world.app.db.execute(sql`
      update practice_questions set asked_in = 1 where id = ${await newest()}`)
    await press(world, ani, 'Jawab')
    expect((await answerFrom(ani, 'Tetap sampai.')).replyTo).toBeUndefined()
  })

  it('goes up a unit after a working day, and to the admins after another; its asker is told once', async () => {
    await ask('Siapa yang tahu?')
    await advance(24, 9, 29)
    expect(copyOf(rina, 'Siapa yang tahu?')).toBeUndefined()
    // Two workers at once: each is brought it once.
    const other = await world.startApp()
    world.clock.moveTo(makassar(11, 24, 9, 30))
    await Promise.all([world.app.tick(), other.tick()])
    await world.idle()
    await other.tick()
    await world.idle()
    expect(told(rina, 'Siapa yang tahu?')).toHaveLength(1)
    expect(copyOf(rina, 'Siapa yang tahu?')?.silent).toBe(true)
    const [risen] = told(siti, 'belum sempat dijawab')
    expect(risen?.text).toContain('koordinator di atasnya')
    const own = siti.messages().find(({ text }) => text === '/tanya Siapa yang tahu?')
    expect(own?.id).toBeGreaterThan(0)
    expect(risen?.replyTo).toBe(own?.id)
    expect(copyOf(admin, 'Siapa yang tahu?')).toBeUndefined()
    // Those who had it keep it.
    expect(buttonsOf(copyOf(ani, 'Siapa yang tahu?'))).toEqual(['Jawab'])

    await advance(25, 9, 30)
    expect(told(admin, 'Siapa yang tahu?')).toHaveLength(1)
    expect(told(siti, 'belum sempat dijawab')).toHaveLength(1)
    await advance(27, 17)
    for (const person of [ani, rina, admin]) {
      expect(told(person, 'Siapa yang tahu?')).toHaveLength(1)
    }
    await press(world, admin, 'Jawab')
    expect(copyOf(rina, 'Siapa yang tahu?')?.text).toContain('Sedang dijawab admin')
    await forgePress(world, ani, `qa:${await newest()}`)
    expect(ani.messages().at(-1)?.text).toContain('sudah lebih dulu diambil admin')
    expect((await answerFrom(admin, 'Saya.')).text).toContain('Jawaban dari admin')
  })

  it('that is asked before a weekend waits for the working day', async () => {
    // Friday, 17.00.
    await ask('Menjelang libur?')
    await advance(29, 20)
    expect(copyOf(rina, 'Menjelang libur?')).toBeUndefined()
    await advance(30, 16, 59)
    expect(copyOf(rina, 'Menjelang libur?')).toBeUndefined()
    await advance(30, 17)
    expect(buttonsOf(copyOf(rina, 'Menjelang libur?'))).toEqual(['Jawab'])
    await press(world, rina, 'Jawab')
    await answerFrom(rina, 'Sudah.')
  })

  it('that is taken does not rise; not answered until the next day closes, it is free and rises', async () => {
    // Monday, 17.00.
    await ask('Diambil lalu lupa?')
    await press(world, ani, 'Jawab')
    await world.advance(makassar(12, 1, 17, 59))
    expect(copyOf(rina, 'Diambil lalu lupa?')).toBeUndefined()
    expect(buttonsOf(copyOf(dewi, 'Diambil lalu lupa?'))).toEqual([])
    await world.advance(makassar(12, 1, 18))
    expect(buttonsOf(copyOf(dewi, 'Diambil lalu lupa?'))).toEqual(['Jawab'])
    // It is quiet for Rina and Siti by now.
    expect(copyOf(rina, 'Diambil lalu lupa?')).toBeUndefined()
    await world.advance(makassar(12, 2, 9))
    expect(buttonsOf(copyOf(rina, 'Diambil lalu lupa?'))).toEqual(['Jawab'])
    expect(told(siti, 'belum sempat dijawab')).toHaveLength(3)
    // Ani still has her page open, but it is Dewi's now.
    await press(world, dewi, 'Jawab')
    expect((await say(world, ani, 'Terlambat'))[0]).toContain('diambil koordinator lain')
    await answerFrom(dewi, 'Tepat waktu.')
  })

  it('reaches nobody on leave, goes up all the same, and is told to nobody on leave', async () => {
    const { db } = world.app
    const now = world.clock.now()
    const away = async (telegramId: number, last: string): Promise<void> => {
      const personId = await idOf(telegramId)
      await addLeave(db, { personId, kind: 'leave', first: '2026-12-02', last }, now)
    }
    await away(7102, '2026-12-04')
    await away(7103, '2026-12-11')
    await ask('Semua sedang cuti?')
    await away(7101, '2026-12-03')
    const { length } = told(siti, 'belum sempat dijawab')
    await world.advance(makassar(12, 3, 17))
    expect(copyOf(ani, 'Semua sedang cuti?')).toBeUndefined()
    expect(buttonsOf(copyOf(rina, 'Semua sedang cuti?'))).toEqual(['Jawab'])
    expect(told(siti, 'belum sempat dijawab')).toHaveLength(length)
    await world.advance(makassar(12, 4, 17))
    expect(told(siti, 'belum sempat dijawab')).toHaveLength(length + 1)
    // Back on Monday, Ani finds it.
    await world.advance(makassar(12, 7, 17))
    expect(buttonsOf(copyOf(ani, 'Semua sedang cuti?'))).toEqual(['Jawab'])
    await press(world, ani, 'Jawab')
    await answerFrom(ani, 'Sudah kembali.')
    // What was answered before she is back reaches Dewi no more.
    await world.advance(makassar(12, 15, 10))
    expect(copyOf(dewi, 'Semua sedang cuti?')).toBeUndefined()
  })

  it('that waits for the morning does not reach whoever has gone on leave since', async () => {
    await world.advance(makassar(12, 15, 19))
    await ask('Menunggu pagi?')
    const personId = await idOf(7103)
    const leave = { personId, kind: 'sick', first: '2026-12-16', last: '2026-12-16' } as const
    await addLeave(world.app.db, leave, world.clock.now())
    await world.advance(makassar(12, 16, 12))
    expect(copyOf(dewi, 'Menunggu pagi?')).toBeUndefined()
    expect(buttonsOf(copyOf(ani, 'Menunggu pagi?'))).toEqual(['Jawab'])
    await press(world, ani, 'Jawab')
    await answerFrom(ani, 'Selamat pagi.')
  })

  it('that nobody could be asked is looked at again each working day', async () => {
    const { db } = world.app
    await db.execute(sql`delete from roles`)
    expect((await ask('Ada orang?'))[0]).toContain('belum ada koordinator atau admin')
    await world.advance(makassar(12, 16, 17))
    await grantAdmin(db, await idOf(7105), world.clock.now())
    await world.advance(makassar(12, 17, 17))
    expect(buttonsOf(copyOf(admin, 'Ada orang?'))).toEqual(['Jawab'])
    expect(told(siti, 'saya teruskan juga ke admin')).toHaveLength(1)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(findButton(siti, 'Tanya lagi')).toBeDefined()
    expect(await slipsIn(world)).toEqual([])
  })
})
