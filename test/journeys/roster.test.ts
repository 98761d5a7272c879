import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shortId } from '../../src/bot/short-id.ts'
import { addUnit, grantRole, importRoster, type Unit } from '../../src/people/index.ts'
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
import { headlines, lessons, tap } from '../support/phone.ts'
import { openWorld, type World } from '../support/world.ts'

const UNIT = 'Dinas <Contoh> & Rekan'

describe('/peserta', () => {
  let world: World
  let coordinator: SimulatedPerson
  let elsewhere: SimulatedPerson
  let unit: Unit
  let below: Unit
  let other: Unit
  const people = new Map<string, SimulatedPerson>()
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    unit = await addUnit(db, { name: UNIT, now })
    below = await addUnit(db, { name: 'UPT Satu', parent: UNIT, now })
    other = await addUnit(db, { name: 'Dinas Lain', now })
    coordinator = await world.joined(5801, 'Baso')
    elsewhere = await world.joined(5802, 'Dewi')
    for (const [i, name] of ['Aktif', 'Cuti', 'Lamban', 'Pergi', 'Bos', 'Jauh'].entries()) {
      people.set(name, await world.joined(5810 + i, name))
    }
    const ids = { unit: unit.id, below: below.id, other: other.id }
    await db.execute(sql`update people set unit_id = ${ids.unit} where telegram_id <> 5802`)
    await db.execute(sql`update people set unit_id = ${ids.below} where telegram_id = 5810`)
    await db.execute(
      sql`update people set unit_id = ${ids.other} where telegram_id in (5802, 5815)`,
    )
    await db.execute(sql`update people set job_role = 'pimpinan' where telegram_id = 5814`)
    for (const [person, of] of [
      [coordinator, unit],
      [elsewhere, other],
    ] as const) {
      const personId = await idOf(person)
      const held = { personId, role: 'coordinator', unitId: of.id } as const
      await db.transaction((tx) => grantRole(tx, null, held, now))
    }
    const line = (name: string, i: number) => ({
      line: i + 2,
      name,
      unitId: unit.id,
      jobRole: i === 2 ? ('pimpinan' as const) : null,
      phone: i === 0 ? '6281234567890' : null,
    })
    const rows = ['Belum Datang', 'Lamban', 'Bos Baru'].map(line)
    await db.transaction((tx) => importRoster(tx, rows, now))
    await say(world, of('Cuti'), '/jeda 14')
    of('Pergi').block()
    await world.advance('2026-11-24T02:00:00Z')
    // Whoever answers is not behind.
    await db.execute(sql`
      update deliveries set state = 'answered' where person_id in (
        select id from people where telegram_id in (5801, 5810))`)
  })
  afterAll(() => world.close())

  function of(name: string): SimulatedPerson {
    const person = people.get(name)
    if (person === undefined) throw new Error(`Nobody is called ${name}`)
    return person
  }

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  const unitOf = (person: SimulatedPerson): Promise<Record<string, unknown>> =>
    row(
      world,
      sql`select u.name from people p join units u on u.id = p.unit_id where p.telegram_id = ${person.id}`,
    )

  it('shows who takes part and who does not, leaders in no line, and nothing of answers', async () => {
    const [page = ''] = await say(world, coordinator, '/roster')
    expect(page.split('\n').filter((line) => line !== '')).toEqual([
      'Peserta · Semua: 6',
      '1. Aktif · UPT Satu: aktif',
      `2. Baso · ${UNIT}: aktif, di luar daftar`,
      `3. Belum Datang · ${UNIT}: belum bergabung, +6281234567890`,
      `4. Cuti · ${UNIT}: jeda atau cuti, di luar daftar`,
      `5. Lamban · ${UNIT}: tertinggal`,
      `6. Pergi · ${UNIT}: tidak terjangkau, di luar daftar`,
      'Pimpinan (1) tidak tampil di daftar; cari namanya bila perlu.',
    ])
    expect(page).not.toMatch(/benar|skor|nilai|jawab|Bos/i)
  })

  it('is in her menu, and below /bantuan with all that she may do', async () => {
    const menu = coordinator.commands().map(({ command }) => command)
    expect(menu).toEqual(['materi', 'progres', 'peserta', 'undang', 'jeda', 'bantuan'])
    await say(world, coordinator, '/bantuan')
    for (const [button, answer] of [
      ['Peserta', 'Peserta · Semua'],
      ['Undang', 'unit yang mana'],
      ['Peran', 'Unit yang Anda koordinasikan'],
    ] as const) {
      expect((await press(world, coordinator, button))[0]).toContain(answer)
    }
    await say(world, of('Jauh'), '/bantuan')
    expect(findButton(of('Jauh'), 'Undang')).toBeUndefined()
  })

  it('filters by a tap, and shows one unit with those below', async () => {
    await say(world, coordinator, '/peserta')
    expect((await press(world, coordinator, 'Tertinggal (1)'))[0]).toMatch(
      /Tertinggal: 1\n\n1\. Lamban/,
    )
    expect((await press(world, coordinator, 'Belum bergabung (1)'))[0]).toMatch(
      /: 1\n\n1\. Belum Datang/,
    )
    expect((await press(world, coordinator, 'Tidak terjangkau (1)'))[0]).toContain('1. Pergi')
    expect((await press(world, coordinator, 'Jeda atau cuti (1)'))[0]).toContain('1. Cuti')
    await press(world, coordinator, 'Per unit')
    expect(findButton(coordinator, 'Dinas Lain')).toBeUndefined()
    expect((await press(world, coordinator, 'UPT Satu'))[0]).toMatch(
      /UPT Satu\nSemua: 1\n\n1\. Aktif: aktif/,
    )
  })

  it('turns pages', async () => {
    const { db } = world.app
    await db.execute(sql`
      insert into roster_places (unit_id, name, imported_at)
      select ${below.id}, 'Zz ' || to_char(n, 'FM00'), ${world.clock.now().toISOString()}::timestamptz
      from generate_series(1, 15) n`)
    await say(world, coordinator, '/peserta')
    const [second = ''] = await press(world, coordinator, 'Berikutnya ›')
    expect(second).toContain('11. Zz 05')
    expect((await press(world, coordinator, 'Berikutnya ›'))[0]).toContain('21. Zz 15')
    expect((await press(world, coordinator, '‹ Sebelumnya'))[0]).toBe(second)
    await db.execute(sql`delete from roster_places where name like 'Zz %'`)
  })

  it('finds by a name, within reach alone; a leader’s card has no state', async () => {
    await say(world, coordinator, '/peserta')
    await press(world, coordinator, 'Cari nama')
    expect((await say(world, coordinator, 'jauh'))[0]).toContain('belum saya temukan')
    await say(world, coordinator, 'bo')
    const [card = ''] = await press(world, coordinator, `Bos · ${UNIT}`)
    expect(card).toContain('Kemajuan pimpinan hanya dilihat oleh beliau sendiri')
    expect(card).not.toMatch(/aktif|tertinggal/)
    expect((await say(world, coordinator, '/peserta lamban'))[0]).toContain('Yang mana')
    expect((await press(world, coordinator, `Lamban · ${UNIT}`))[0]).toMatch(
      /Bergabung 23 November 2026\nStatus: tertinggal\nAda di daftar pegawai/,
    )
    expect((await say(world, coordinator, '/peserta upt satu'))[0]).toContain('UPT Satu\nSemua: 1')
  })

  it('matches by hand who joined before the roster was there', async () => {
    const { db } = world.app
    await db.execute(sql`
      insert into roster_places (unit_id, name, imported_at)
      values (${unit.id}, 'Pergie', ${world.clock.now().toISOString()}::timestamptz)`)
    await say(world, coordinator, '/peserta pergi')
    await press(world, coordinator, `Pergi · ${UNIT}`)
    await press(world, coordinator, 'Cocokkan dengan daftar')
    expect((await press(world, coordinator, 'Ini: Pergie'))[0]).toContain('sudah dicocokkan')
    const whose = sql`select p.name from roster_places r left join people p on p.id = r.person_id where r.name = 'Pergie'`
    expect(await row(world, whose)).toEqual({ name: 'Pergi' })
    await press(world, coordinator, 'Urungkan')
    expect(await row(world, whose)).toEqual({ name: null })
    await say(world, coordinator, '/peserta cuti')
    await press(world, coordinator, `Cuti · ${UNIT}`)
    expect((await press(world, coordinator, 'Cocokkan dengan daftar'))[0]).toContain(
      'tidak ada nama kosong',
    )
    await db.execute(sql`delete from roster_places where name = 'Pergie'`)
  })

  it('transfers with the place on the roster, tells the person, and undoes it', async () => {
    await say(world, coordinator, '/peserta lamban')
    await press(world, coordinator, `Lamban · ${UNIT}`)
    await press(world, coordinator, 'Pindahkan ke unit lain')
    expect((await say(world, coordinator, 'dinas lain'))[0]).toContain('tidak saya temukan')
    await say(world, coordinator, 'upt')
    const told = await during(world, of('Lamban'), () => tap(coordinator, 'UPT Satu'))
    expect(textsOf(told)[0]).toContain('unit Anda di sini sekarang UPT Satu')
    expect(await unitOf(of('Lamban'))).toEqual({ name: 'UPT Satu' })
    const place = sql`select u.name from roster_places r join units u on u.id = r.unit_id where r.name = 'Lamban'`
    expect(await row(world, place)).toEqual({ name: 'UPT Satu' })
    await press(world, coordinator, 'Urungkan')
    expect(await unitOf(of('Lamban'))).toEqual({ name: UNIT })
    expect(await row(world, place)).toEqual({ name: UNIT })
  })

  it('marked as moved away: no lesson comes, the history stays, and a tap brings back', async () => {
    const lamban = of('Lamban')
    await say(world, coordinator, '/peserta lamban')
    await press(world, coordinator, `Lamban · ${UNIT}`)
    const told = await during(world, lamban, () => tap(coordinator, 'Tandai sudah pindah'))
    expect(textsOf(told)[0]).toContain('pelajaran dari sini berhenti')
    const before = lessons(lamban).length
    const messages = lamban.messages().length
    await world.advance('2026-11-26T04:00:00Z')
    expect(lamban.messages()).toHaveLength(messages)
    expect((await say(world, coordinator, '/peserta'))[0]).not.toContain('Lamban')
    await press(world, coordinator, 'Sudah pindah (1)')
    await press(world, coordinator, '1')
    await press(world, coordinator, 'Kembalikan')
    expect(headlines(lamban).at(-1)).toContain('Selamat datang kembali')
    expect((await say(world, lamban, '/progres'))[0]).toContain('Bukit')
    await world.advance('2026-11-27T04:00:00Z')
    expect(lessons(lamban).length).toBeGreaterThanOrEqual(before)
    expect(lamban.messages().length).toBeGreaterThan(messages + 2)
  })

  it('who holds a role is not marked as moved away, nor oneself', async () => {
    const { db } = world.app
    const personId = await idOf(of('Aktif'))
    const held = { personId, role: 'coordinator', unitId: below.id } as const
    await db.transaction((tx) => grantRole(tx, null, held, world.clock.now()))
    await forgePress(world, coordinator, `pw:${shortId(personId)}`)
    expect(headlines(coordinator).at(-1)).toContain('masih memegang peran')
    await forgePress(world, coordinator, `pw:${shortId(await idOf(coordinator))}`)
    expect(headlines(coordinator).at(-1)).toContain('khusus koordinator')
  })

  it('a role that is lost in the midst of it does nothing more', async () => {
    await say(world, coordinator, '/peserta lamban')
    await press(world, coordinator, `Lamban · ${UNIT}`)
    await press(world, coordinator, 'Pindahkan ke unit lain')
    await world.app.db.execute(sql`
      delete from roles where person_id = (select id from people where telegram_id = 5801)`)
    expect((await press(world, coordinator, 'UPT Satu'))[0]).toContain('khusus koordinator')
    expect((await say(world, coordinator, 'UPT Satu'))[0]).toContain('khusus koordinator')
    expect(await unitOf(of('Lamban'))).toEqual({ name: UNIT })
    const personId = await idOf(coordinator)
    const held = { personId, role: 'coordinator', unitId: unit.id } as const
    await world.app.db.transaction((tx) => grantRole(tx, null, held, world.clock.now()))
  })

  it('reaches nobody of another unit, and forged buttons do nothing', async () => {
    const id = shortId(await idOf(of('Lamban')))
    for (const data of ['pc', 'pf', 'pw', 'pu', 'px', 'pr', 'pb'].map((verb) => `${verb}:${id}`)) {
      await forgePress(world, elsewhere, data)
      expect([data, headlines(elsewhere).at(-1)]).toEqual([
        data,
        expect.stringMatching(/tidak berlaku|khusus koordinator/),
      ])
    }
    await forgePress(world, elsewhere, `px:${id}.${shortId(other.id)}`)
    await forgePress(world, elsewhere, `roster:0.0.${shortId(unit.id)}`)
    expect(headlines(elsewhere).at(-1)).toContain('tidak berlaku')
    await forgePress(world, coordinator, `px:${id}.${shortId(other.id)}`)
    for (const data of [
      'roster:9.0',
      'roster:0.x',
      'roster:0.0.x',
      'pc:x',
      'px:x.y',
      'pu:',
      'rosterunits:x',
    ]) {
      await forgePress(world, coordinator, data)
    }
    expect(await unitOf(of('Lamban'))).toEqual({ name: UNIT })
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
