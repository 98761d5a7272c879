import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  during,
  findButton,
  forgePress,
  makassar,
  newcomer,
  open,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, lessons, tap } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { trailOf } from '../support/trail.ts'
import { openWorld, type World } from '../support/world.ts'

const MOVED = 'Saya pernah ikut dengan akun lain'

describe('an old place and a new account', () => {
  let world: World
  let catalogue: Catalogue
  let coordinator: SimulatedPerson
  let id = 7000
  let old: SimulatedPerson
  let name: string
  /** Names of people who are nobody else's. */
  const names = [
    'Aminah',
    'Fatimah',
    'Hasnawati',
    'Juriah',
    'Kartini',
    'Marwah',
    'Rosdiana',
    'Suhartini',
  ]

  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
    coordinator = await world.joined(6001, 'Baso')
    await makeCoordinator(coordinator)
  })
  afterAll(() => world.close())

  beforeEach(async () => {
    name = `Siti ${names.shift() ?? 'Zaenab'}`
    old = await world.joined(id++, name)
  })

  async function makeCoordinator(person: SimulatedPerson): Promise<void> {
    await world.app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      select p.id, 'coordinator', u.id, ${world.clock.now().toISOString()}::timestamptz
      from people p, units u where p.telegram_id = ${person.id} and u.parent_id is null`)
  }

  /** A new phone that came in by the unit's link and says whose place it had. */
  async function asks(typed: string): Promise<SimulatedPerson> {
    const phone = newcomer(world, id++, 'Hape baru')
    await open(world, phone, await world.invite())
    await press(world, phone, MOVED)
    await say(world, phone, typed)
    return phone
  }

  const placeOf = (telegramId: number): Promise<{ id: string; name: string; state: string }> =>
    row(
      world,
      sql`select id, name, join_step as state from people where telegram_id = ${telegramId}`,
    )
  const places = (): Promise<Record<string, unknown>[]> =>
    rowsOf(world.app.db, sql`select id from people where join_step is null`)

  it('come together once the coordinator confirms, and nothing is lost', async () => {
    answer(catalogue, old, true)
    await world.idle()
    const before = await placeOf(old.id)
    const count = (await places()).length
    const phone = newcomer(world, id++, 'Hape baru')
    await open(world, phone, await world.invite())
    expect(await press(world, phone, MOVED)).toEqual([expect.stringContaining('Tulis nama Anda')])
    const [asked] = await during(world, coordinator, () =>
      phone.sendText(`Hj. St. ${name.slice(5).toUpperCase()}, S.Kep.`),
    )
    expect(headlines(phone).at(-1)).toContain('sudah saya sampaikan kepada koordinator')
    expect(
      phone
        .messages()
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain(name)
    expect(asked?.text).toContain(name)
    expect(asked?.text).toContain('bergabung 23 November 2026')
    expect(asked?.text).not.toMatch(/benar \d|skor|nilai|jawaban/i)

    await press(world, coordinator, `Benar: ${name}`)
    expect(await placeOf(phone.id)).toEqual(before)
    expect(await places()).toHaveLength(count)
    expect(headlines(phone).at(-1)).toContain(`Selamat datang kembali, Bu ${name}`)
    expect(phone.messages().at(-1)?.text).toContain('1 dari 15 pelajaran sudah dilalui')
    expect(headlines(old).at(-1)).toContain('dipindahkan ke akun Telegram lain')
    // What is written from the old account is a stranger's.
    expect(await say(world, old, '/progres')).toEqual([expect.stringContaining('Untuk bergabung')])
    expect(await say(world, phone, '/progres')).toEqual([expect.stringContaining(`Bu ${name}`)])
  })

  it('bring the open lesson along; its old quiz counts no more', async () => {
    const phone = await asks(name)
    await press(world, coordinator, `Benar: ${name}`)
    expect(lessons(phone)).toHaveLength(1)
    const { id: personId } = await placeOf(phone.id)
    const answers = (): Promise<Record<string, number>> =>
      row(world, sql`select count(*)::int as n from answers where person_id = ${personId}`)
    answer(catalogue, old, true)
    await world.idle()
    expect(await answers()).toEqual({ n: 0 })
    answer(catalogue, phone, true)
    await world.idle()
    expect(await answers()).toEqual({ n: 1 })
    const sent = [old, phone].map((person) => lessons(person).length)
    await world.advance(new Date(world.clock.now().getTime() + 24 * 3600_000))
    expect([old, phone].map((person) => lessons(person).length)).toEqual([
      sent[0],
      (sent[1] ?? 0) + 1,
    ])
  })

  it('two coordinators who confirm at once confirm once', async () => {
    const other = await world.joined(id++, 'Tenri')
    await makeCoordinator(other)
    const phone = await asks(name)
    const button = `Benar: ${name}`
    for (const person of [coordinator, other]) expect(findButton(person, button)).toBeDefined()
    tap(coordinator, button)
    tap(other, button)
    await world.idle()
    const last = [coordinator, other].map((person) =>
      textsOf(
        person.messages().filter(({ text }) => /Sudah dipindahkan|sudah diputuskan/.test(text)),
      ).at(-1),
    )
    expect(last.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      expect.stringContaining('Permintaan ini sudah diputuskan'),
      expect.stringContaining('Sudah dipindahkan'),
    ])
    expect(
      headlines(phone).filter((line) => line.startsWith('Selamat datang kembali')),
    ).toHaveLength(1)
    expect((await placeOf(phone.id)).name).toBe(name)
    // The second coordinator is gone again for the tests that follow.
    await world.app.db.execute(sql`
      delete from roles where person_id = (select id from people where telegram_id = ${other.id})`)
  })

  it('a forged button does nothing, whoever presses it', async () => {
    const phone = await asks(name)
    const { id: wish } = await row<{ id: string }>(
      world,
      sql`select id from takeovers where new_telegram_id = ${phone.id}`,
    )
    const stranger = await world.joined(id++, 'Dewi')
    for (const person of [stranger, phone, old]) {
      for (const data of [`movedyes:${wish}.0`, `movedno:${wish}`, `movedundo:${wish}`]) {
        await forgePress(world, person, data)
      }
    }
    await forgePress(world, coordinator, `movedyes:${wish}.9`)
    await forgePress(world, coordinator, 'movedyes:99999.0')
    expect((await placeOf(old.id)).name).toBe(name)
    expect((await placeOf(phone.id)).state).toBe('consent')
    expect(await row(world, sql`select state from takeovers where id = ${wish}`)).toEqual({
      state: 'asked',
    })
  })

  it('refused: both go on as they were', async () => {
    const phone = await asks(name)
    await press(world, coordinator, 'Bukan, jangan dipindahkan')
    expect(headlines(phone).at(-1)).toContain('belum dapat memastikan tempat lama Anda')
    expect((await placeOf(old.id)).name).toBe(name)
    expect(await press(world, phone, 'Setuju, mulai')).toEqual([
      expect.stringContaining('Bagaimana saya menyapa Anda'),
    ])
  })

  it('undone within three days: the place is back, and the new account is nobody’s', async () => {
    const phone = await asks(name)
    await press(world, coordinator, `Benar: ${name}`)
    await press(world, coordinator, 'Urungkan')
    expect((await placeOf(old.id)).name).toBe(name)
    expect(headlines(old).at(-1)).toContain('kembali ke akun ini')
    expect(headlines(phone).at(-1)).toContain('diurungkan koordinator')
    expect((await trailOf(world, 'person.takeover_undone')).length).toBeGreaterThan(0)
    const [stale] = await during(world, coordinator, () =>
      forgePress(world, coordinator, 'movedundo:1'),
    )
    expect(stale?.text ?? 'tidak berlaku').toContain('tidak berlaku')
    await world.advance(new Date(world.clock.now().getTime() + 24 * 3600_000))
    expect(lessons(phone)).toHaveLength(1)
  })

  it('what the new account has answered stays where it is, closed, and opens again when undone', async () => {
    const phone = await world.joined(id++, 'Hape kedua')
    answer(catalogue, phone, true)
    await world.idle()
    const own = await placeOf(phone.id)
    await say(world, phone, '/bantuan')
    await press(world, phone, MOVED)
    await say(world, phone, name)
    await press(world, coordinator, `Benar: ${name}`)
    expect((await placeOf(phone.id)).name).toBe(name)
    expect(
      await row(
        world,
        sql`select telegram_id < 0 as closed, join_step,
        (select count(*)::int from answers where person_id = p.id) as answers,
        (select count(*)::int from learners where person_id = p.id) as learners
        from people p where id = ${own.id}`,
      ),
    ).toEqual({ closed: true, join_step: 'consent', answers: 1, learners: 0 })
    await press(world, coordinator, 'Urungkan')
    expect(await placeOf(phone.id)).toEqual(own)
    await world.advance(new Date(world.clock.now().getTime() + 24 * 3600_000))
    expect(lessons(phone).at(-1)?.text).toMatch(/^Pelajaran 2 dari 15/)
  })

  it('a name that nobody has: three tries, and no list of colleagues', async () => {
    const phone = newcomer(world, id++, 'Hape baru')
    await open(world, phone, await world.invite())
    await press(world, phone, MOVED)
    const before = coordinator.messages().length
    expect((await say(world, phone, 'Siti'))[0]).toContain('belum saya temukan')
    expect((await say(world, phone, 'Zulkifli'))[0]).toContain('belum saya temukan')
    expect((await say(world, phone, 'x'.repeat(200)))[0]).toContain('terlalu panjang')
    expect((await say(world, phone, 'Zulkifli'))[0]).toContain('tidak saya temukan')
    expect((await say(world, phone, 'Zulkifli'))[0]).toContain('belum selesai berkenalan')
    expect(coordinator.messages()).toHaveLength(before)
    // A wish that was broken off leaves joining as it was.
    await press(world, phone, MOVED)
    expect((await say(world, phone, 'batal'))[0]).toContain('Sebelum mulai')
    await press(world, phone, MOVED)
    await press(world, phone, 'Setuju, mulai')
    expect((await say(world, phone, name))[0]).toContain(`Nama Anda di sini: ${name}`)
  })

  it('a place with a role is moved by an admin alone', async () => {
    const admin = await world.joined(id++, 'Irwan')
    await world.app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      select id, 'admin', null, ${world.clock.now().toISOString()}::timestamptz
      from people where telegram_id = ${admin.id}`)
    await makeCoordinator(old)
    const before = coordinator.messages().length
    const phone = await asks(name)
    expect(coordinator.messages()).toHaveLength(before)
    const { id: wish } = await row<{ id: string }>(
      world,
      sql`select id from takeovers where new_telegram_id = ${phone.id}`,
    )
    await forgePress(world, coordinator, `movedyes:${wish}.0`)
    expect((await placeOf(old.id)).name).toBe(name)
    await press(world, admin, `Benar: ${name}`)
    expect((await placeOf(phone.id)).name).toBe(name)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    await world.advance(makassar(12, 4, 10))
    expect(await slipsIn(world)).toEqual([])
  })
})
