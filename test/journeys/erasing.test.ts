import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { receiveVotes } from '../../src/learning/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { personalTables } from '../../src/privacy/index.ts'
import { erasePerson, readOwnData } from '../../src/rights/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin } from '../support/coordinators.ts'
import {
  failedUpdates,
  findButton,
  newcomer,
  open,
  press,
  row,
  say,
} from '../support/journey-chat.ts'
import { lastQuiz, tap } from '../support/phone.ts'
import { tracesIn, tracesInRedis } from '../support/traces.ts'
import { until } from '../support/until.ts'
import { layWholePerson, WORDS } from '../support/whole-person.ts'
import { backends, openWorld, type World } from '../support/world.ts'

const ID = 6_281_457_913
const NAME = 'Zulaikha Rahmatunnisa'
const NIP = '198503122010012345'
const ERASE = '🗑 Hapus semua data saya'
const YES = 'Ya, hapus semuanya'

function vote(person: SimulatedPerson): void {
  const quiz = lastQuiz(person)
  person.vote(quiz.id, quiz.poll.options[0]?.text ?? '')
}

async function idOf(world: World, telegramId: number): Promise<string> {
  const { id } = await row<{ id: string }>(
    world,
    sql`select id from people where telegram_id = ${telegramId}`,
  )
  return id
}

describe.each(backends)('erasing everything, with the queue on %s', (backend) => {
  let world: World
  let person: SimulatedPerson
  let personId: string
  beforeAll(async () => {
    world = await openWorld({ backend })
    await world.joined(7100, 'Andi')
    person = await world.joined(ID, NAME)
    personId = await idOf(world, ID)
    const otherId = await idOf(world, 7100)
    const whole = { personId, telegramId: ID, name: NAME, nip: NIP, otherId }
    await layWholePerson(world.app.db, whole)
  })
  afterAll(() => world.close())

  it('begins with a person who stands in every table that can hold one', async () => {
    const tables = await readOwnData(world.app.db, { personId, telegramId: ID })
    expect(tables).toHaveLength(personalTables.length)
    const empty = tables.filter(({ rows }) => rows.length === 0).map(({ name }) => name)
    expect(empty).toEqual([])
    expect(await tracesIn(world.app.db, [WORDS])).not.toEqual([])
  })

  it('says what goes and what stays before it does it, and holds the question for an hour', async () => {
    await say(world, person, '/data_saya')
    const [asked] = await press(world, person, ERASE)
    expect(asked).toContain('tidak bisa dikembalikan')
    expect(asked).toContain('Nomor sertifikat')
    world.clock.moveTo(new Date(world.clock.now().getTime() + 3600_001))
    expect(await press(world, person, YES)).toEqual([
      expect.stringContaining('sudah tidak berlaku'),
    ])
    expect(await idOf(world, ID)).toBe(personId)
  })

  it('is done at the second tap, once for two phones, and told with what stays', async () => {
    await say(world, person, '/data_saya')
    await press(world, person, ERASE)
    const below = findButton(person, YES)
    person.press(below?.id ?? 0, YES)
    person.press(below?.id ?? 0, YES)
    await world.idle()
    const farewells = person.messages().filter(({ text }) => text.startsWith('Selesai. Semua data'))
    expect(farewells).toHaveLength(1)
    expect(farewells[0]?.text).toContain('1 nomor sertifikat tetap tercatat')
    expect(farewells[0]?.text).toContain('1 pengumuman Anda yang masih berjalan dihentikan')
    expect(await failedUpdates(world)).toEqual([])
  })

  it('leaves no trace in any table, in the queue or in Redis', async () => {
    await world.app.tick()
    await world.idle()
    const words = [
      NAME,
      NIP,
      String(ID),
      String(ID + 1),
      WORDS,
      '6281211112222',
      'Unit yang tercetak',
    ]
    expect(await tracesIn(world.app.db, words)).toEqual([])
    expect(await tracesInRedis(inject('redisUrl'), [...words, personId])).toEqual([])
    const left = await tracesIn(world.app.db, [personId])
    const tables = new Set(left.map((one) => one.slice(0, one.indexOf(':'))))
    // A random number that leads to nobody.
    expect([...tables].toSorted()).toEqual([
      'public.audit',
      'public.exports',
      'public.role_changes',
      'public.roster_imports',
    ])
    const tablesAfter = await readOwnData(world.app.db, { personId, telegramId: ID })
    const holding = tablesAfter.filter(({ rows }) => rows.length > 0)
    expect(holding.map(({ table }) => table.erasure)).toEqual(holding.map(() => 'kept'))
  })

  it('leaves what is of others as it was', async () => {
    const others = await rowsOf(
      world.app.db,
      sql`
      select (select count(*)::int from people) as people,
        (select count(*)::int from practice_replies where text = 'Tugas orang lain') as replies,
        (select count(*)::int from practice_questions where text = 'Pertanyaan orang lain') as questions,
        (select count(*)::int from roster_places where name = 'Orang Lain') as places,
        (select count(*)::int from roster_removals where name = 'Orang Ketiga') as removals,
        (select jsonb_array_length(lines) from roster_imports where state = 'applied') as lines,
        (select count(*)::int from announcements where state = 'done') as announcements,
        (select number from certificates where serial = 900001) as certificate`,
    )
    expect(others).toEqual([
      {
        people: 1,
        replies: 1,
        questions: 1,
        places: 1,
        removals: 1,
        lines: 1,
        announcements: 1,
        certificate: 'WHOLE/1',
      },
    ])
  })

  it('keeps in the trail that it was done', async () => {
    expect(
      await row(
        world,
        sql`select by_id, person_id, details from audit where action = 'data.erased'`,
      ),
    ).toEqual({ by_id: personId, person_id: personId, details: {} })
  })

  it('lets whoever joins again begin anew: nothing comes back', async () => {
    await open(world, person, await world.invite())
    for (const button of ['Setuju, mulai', 'Ibu', 'Guru & pendidikan']) {
      await press(world, person, button)
    }
    const again = await idOf(world, ID)
    expect(again).not.toBe(personId)
    expect(
      await row(
        world,
        sql`
        select (select count(*)::int from answers where person_id = ${again}) as answers,
          (select count(*)::int from deliveries where person_id = ${again}) as deliveries,
          (select count(*)::int from roles where person_id = ${again}) as roles,
          (select count(*)::int from certificates where person_id = ${again}) as certificates`,
      ),
    ).toEqual({ answers: 0, deliveries: 1, roles: 0, certificates: 0 })
  })
})

describe('erasing in odd moments', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  async function erase(person: SimulatedPerson): Promise<readonly string[]> {
    await say(world, person, '/data_saya')
    await press(world, person, ERASE)
    return press(world, person, YES)
  }

  it('refuses the last admin in words, and lets go of one of two', async () => {
    const first = await world.joined(7201, 'Rahma')
    const second = await world.joined(7202, 'Sitti')
    await makeAdmin(world, 7201)
    expect(await erase(first)).toEqual([expect.stringContaining('satu-satunya admin')])
    await makeAdmin(world, 7202)
    expect(await erase(first)).toEqual([expect.stringContaining('Selesai')])
    expect(await erase(second)).toEqual([expect.stringContaining('satu-satunya admin')])
  })

  it('while a lesson is in the air: what arrives is told to nobody, and fails nobody else', async () => {
    const person = await world.joined(6_281_457_003, 'Nurulqalbi')
    const other = await world.joined(7204, 'Hasan')
    await say(world, person, '/data_saya')
    await press(world, person, ERASE)
    world.simulator.faults.add({
      fault: { kind: 'delay', ms: 1500 },
      methods: ['sendMessage'],
      chatIds: [6_281_457_003],
      times: 1,
    })
    person.sendText('/materi')
    await until(
      async () =>
        (
          await rowsOf(
            world.app.db,
            sql`select 1 from outbox where chat_id = 6281457003 and state = 'sending'`,
          )
        ).length > 0,
      'a lesson in the air',
    )
    tap(person, YES)
    await until(
      () => person.messages().some(({ text }) => text.startsWith('Selesai')),
      'the last word',
    )
    await world.idle()
    expect(await tracesIn(world.app.db, ['6281457003', 'Nurulqalbi'])).toEqual([])
    expect((await say(world, other, '/progres'))[0]).toContain('Bukit')
    expect(await failedUpdates(world)).toEqual([])
  })

  it('in the instant of a vote, whichever comes first, and of a sweep beside it', async () => {
    const people = await Promise.all(
      [0, 1, 2].map((n) => world.joined(6_281_458_000 + n, `Sekejap${n}`)),
    )
    const [first, second, swept] = people
    if (first === undefined || second === undefined || swept === undefined) throw new Error('none')
    for (const person of [first, second]) {
      await say(world, person, '/data_saya')
      await press(world, person, ERASE)
    }
    const sweptId = await idOf(world, swept.id)
    const { db } = world.app
    vote(first)
    tap(first, YES)
    tap(second, YES)
    vote(second)
    vote(swept)
    const erased = await db.transaction((tx) =>
      erasePerson(tx, { personId: sweptId, by: null }, world.clock.now()),
    )
    expect(erased.kind).toBe('erased')
    for (const person of [first, second]) {
      await until(
        () => person.messages().some(({ text }) => text.startsWith('Selesai')),
        'the last word',
      )
    }
    await world.idle()
    expect(await tracesIn(db, ['628145800', 'Sekejap'])).toEqual([])
    expect(await failedUpdates(world)).toEqual([])
  })

  it('between the looks of a vote: nothing of it is kept of somebody who is gone', async () => {
    const { db } = world.app
    const person = await world.joined(6_281_458_010, 'Antara')
    const personId = await idOf(world, person.id)
    const early = { pollId: 'unknown', telegramId: person.id, personId, persistentIds: [] }
    const receive = (tx: typeof db): Promise<unknown> =>
      receiveVotes(tx, world.app.catalogue(), [{ ...early, positions: [0] }], world.clock.now())
    const erase = (): Promise<unknown> =>
      db.transaction((tx) => erasePerson(tx, { personId, by: null }, world.clock.now()))
    let erasing: Promise<unknown> = Promise.resolve()
    await db.transaction(async (tx) => {
      expect(await receive(tx)).toEqual([{ kind: 'early' }])
      erasing = erase()
      await until(
        async () =>
          (
            await rowsOf(
              db,
              sql`select 1 from pg_stat_activity where datname = current_database()
                and wait_event_type = 'Lock' and query like 'delete from people%'`,
            )
          ).length > 0,
        'the erasure to wait for the vote',
      )
    })
    expect(await erasing).toMatchObject({ kind: 'erased' })
    expect(await tracesIn(db, ['6281458010', 'Antara'])).toEqual([])
    // The vote had found the person, and finds the poll gone with her.
    expect(await receive(db)).toEqual([{ kind: 'stranger' }])
    expect(await tracesIn(db, ['6281458010'])).toEqual([])
  })

  it('before the consent: there is an account and nothing else, and it goes', async () => {
    const person = newcomer(world, 6_281_457_005, 'Belumsetuju')
    await open(world, person, await world.invite())
    expect(await erase(person)).toEqual([expect.stringContaining('Selesai')])
    expect(await tracesIn(world.app.db, ['6281457005', 'Belumsetuju'])).toEqual([])
  })
})
