import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit, grantAdmin, grantRole, type Unit } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  during,
  findButton,
  forgePress,
  press,
  row,
  say,
  textsOf,
} from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { headlines, tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'
import { shortId } from '../../src/bot/short-id.ts'

const DINAS = 'Dinas <Contoh> & Rekan'

describe('roles in the chat', () => {
  let world: World
  let admin: SimulatedPerson
  let rina: SimulatedPerson
  let budi: SimulatedPerson
  let unit: Unit
  let other: Unit
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    unit = await addUnit(db, { name: DINAS, now })
    other = await addUnit(db, { name: 'Dinas Lain', now })
    admin = await world.joined(3001, 'Ahmad')
    rina = await world.joined(3002, 'Rina')
    budi = await world.joined(3003, 'Budi')
    await grantAdmin(db, await idOf(admin), now)
    await db.execute(sql`update people set unit_id = ${unit.id} where telegram_id in (3002, 3003)`)
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  const coordinators = async (of: Unit): Promise<string[]> =>
    (
      await rowsOf<{ name: string }>(
        world.app.db,
        sql`select p.name from roles r join people p on p.id = r.person_id
          where r.role = 'coordinator' and r.unit_id = ${of.id} order by p.name`,
      )
    ).map(({ name }) => name)

  const admins = async (): Promise<number> =>
    (
      await row<{ n: number }>(
        world,
        sql`select count(*)::int as n from roles where role = 'admin'`,
      )
    ).n

  it('an admin finds a person, chooses the unit, confirms, and the person is told', async () => {
    expect((await say(world, admin, '/role'))[0]).toContain('Peran siapa')
    expect((await say(world, admin, 'Zulkifli'))[0]).toContain('belum saya temukan')
    expect((await say(world, admin, '%'))[0]).toContain('belum saya temukan')
    expect((await say(world, admin, 'rin'))[0]).toContain('Yang mana orangnya')
    expect((await press(world, admin, `Rina · ${DINAS}`))[0]).toContain('Belum punya peran khusus')
    await press(world, admin, 'Jadikan koordinator …')
    // The name of a unit can be typed as well.
    expect((await say(world, admin, 'bukan unit'))[0]).toContain('tidak saya temukan')
    await say(world, admin, 'dinas <')
    expect((await press(world, admin, DINAS))[0]).toContain(`Jadikan Rina koordinator ${DINAS}`)
    const told = await during(world, rina, () => tap(admin, 'Ya, lakukan'))
    expect(textsOf(told)[0]).toContain(`koordinator ${DINAS}`)
    expect(headlines(admin).at(-1)).toContain(`Rina sekarang koordinator ${DINAS}`)
    expect(await coordinators(unit)).toEqual(['Rina'])
  })

  it('again changes nothing, and a tap undoes it', async () => {
    const wish = `g${shortId(await idOf(rina))}.${shortId(unit.id)}`
    await forgePress(world, admin, `rd:${wish}`)
    expect(headlines(admin).at(-1)).toContain('memang sudah begitu')
    const undone = await during(world, rina, () => tap(admin, 'Urungkan'))
    expect(await coordinators(unit)).toEqual([])
    expect(textsOf(undone)[0]).toContain('sudah selesai')
    await forgePress(world, admin, 'ru:1')
    expect(headlines(admin).at(-1)).toContain('tidak bisa dilakukan lagi')
    await forgePress(world, admin, `rd:${wish}`)
    expect(await coordinators(unit)).toEqual(['Rina'])
  })

  it('a coordinator hands her unit over with one command', async () => {
    await say(world, rina, '/peran')
    await press(world, rina, `Serahkan ${DINAS}`)
    await say(world, rina, 'budi')
    await press(world, rina, `Budi · ${DINAS}`)
    const told = await during(world, budi, () => tap(rina, 'Ya, lakukan'))
    expect(textsOf(told)[0]).toContain(`koordinator ${DINAS}`)
    expect(await coordinators(unit)).toEqual(['Budi'])
    // She takes her own mistake back, though she has no role any more.
    await press(world, rina, 'Urungkan')
    expect(await coordinators(unit)).toEqual(['Rina'])
    expect(headlines(budi).at(-1)).toContain('sudah selesai')
  })

  it('she reaches nobody outside her units, and gives nothing else', async () => {
    await say(world, rina, '/peran')
    await press(world, rina, `Serahkan ${DINAS}`)
    expect((await say(world, rina, 'Ahmad'))[0]).toContain('belum saya temukan')
    expect((await say(world, rina, 'batal'))[0]).toContain('dibatalkan')
    const [boss, own] = [shortId(await idOf(admin)), shortId(await idOf(rina))]
    for (const data of [
      `rd:h${boss}.${shortId(unit.id)}`,
      `rd:h${own}.${shortId(other.id)}`,
      `rd:g${own}.${shortId(other.id)}`,
      `rd:g${own}`,
      `rd:t${boss}`,
      `rc:${own}`,
      `rn:${own}.0`,
      `rh:${shortId(other.id)}`,
    ]) {
      await forgePress(world, rina, data)
      expect([data, headlines(rina).at(-1)]).toEqual([data, expect.stringContaining('khusus')])
    }
    expect(await coordinators(unit)).toEqual(['Rina'])
    expect(await coordinators(other)).toEqual([])
    expect(await admins()).toBe(1)
  })

  it('an admin’s handing over replaces all of them, and its undo brings all back', async () => {
    const { db } = world.app
    const now = world.clock.now()
    const held = { personId: await idOf(budi), role: 'coordinator', unitId: unit.id } as const
    await db.transaction((tx) => grantRole(tx, null, held, now))
    await forgePress(world, admin, `rd:h${shortId(await idOf(admin))}.${shortId(unit.id)}`)
    expect(await coordinators(unit)).toEqual(['Ahmad'])
    await press(world, admin, 'Urungkan')
    expect(await coordinators(unit)).toEqual(['Budi', 'Rina'])
  })

  it('takes a role away, and says where the unit’s matters go', async () => {
    await say(world, admin, '/peran budi')
    await press(world, admin, `Budi · ${DINAS}`)
    await press(world, admin, `Cabut: ${DINAS}`)
    expect((await press(world, admin, 'Ya, lakukan'))[0]).toContain('koordinator di atasnya')
    expect(await coordinators(unit)).toEqual(['Rina'])
  })

  it('makes an admin, whose role can be taken, but never the last one’s', async () => {
    await say(world, admin, '/peran budi')
    await press(world, admin, `Budi · ${DINAS}`)
    await press(world, admin, 'Jadikan admin')
    await press(world, admin, 'Ya, lakukan')
    expect(await admins()).toBe(2)
    // Each takes the other's at the same moment: one stays.
    await forgePress(world, budi, `ra:t${shortId(await idOf(admin))}`)
    await forgePress(world, admin, `ra:t${shortId(await idOf(budi))}`)
    for (const person of [admin, budi]) expect(findButton(person, 'Ya, lakukan')).toBeDefined()
    tap(admin, 'Ya, lakukan')
    tap(budi, 'Ya, lakukan')
    await world.idle()
    expect(await admins()).toBe(1)
    const last = (
      await row<{ id: string }>(world, sql`select person_id as id from roles where role = 'admin'`)
    ).id
    const who = last === (await idOf(admin)) ? admin : budi
    await forgePress(world, who, `rd:t${shortId(last)}`)
    expect(headlines(who).at(-1)).toContain('admin terakhir')
    expect(await admins()).toBe(1)
  })

  it('in quiet hours nobody is woken, and what was undone by then is never told', async () => {
    const last = (
      await row<{ id: number }>(
        world,
        sql`select telegram_id::int as id from people p join roles r on r.person_id = p.id where r.role = 'admin'`,
      )
    ).id
    const boss = world.simulator.person({ id: last, firstName: 'x', languageCode: 'id' })
    world.clock.moveTo(new Date('2026-11-23T15:00:00Z'))
    const before = rina.messages().length
    await forgePress(world, boss, `rd:g${shortId(await idOf(rina))}.${shortId(other.id)}`)
    await press(world, boss, 'Urungkan')
    await forgePress(world, boss, `rd:t${shortId(await idOf(rina))}.${shortId(unit.id)}`)
    expect(rina.messages()).toHaveLength(before)
    await world.advance('2026-11-24T03:00:00Z')
    const told = headlines(rina).slice(before - rina.messages().length)
    expect(told.filter((line) => line.includes('koordinator'))).toEqual([
      expect.stringContaining(`koordinator ${DINAS} sudah selesai`),
    ])
  })

  it.each(['rd', 'rd:', 'rd:x', 'ra:g1', 'ru:-1', 'ru:99999', 'rc:', 'rn:x.y', 'rh:1', 'ra:h'])(
    'does nothing on forged data: %s',
    async (data) => {
      const before = await row(world, sql`select count(*)::int as n from role_changes`)
      await forgePress(world, admin, data)
      expect(await row(world, sql`select count(*)::int as n from role_changes`)).toEqual(before)
    },
  )

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
