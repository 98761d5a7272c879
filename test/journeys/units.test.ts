import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shortId } from '../../src/bot/short-id.ts'
import { changeCalendar, setUnitCalendar } from '../../src/learning/index.ts'
import {
  addUnit,
  closeUnit,
  createInvite,
  findRootUnit,
  findUnitByName,
  grantAdmin,
  moveUnit,
  redeemInvite,
  reopenUnit,
  type Unit,
} from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, forgePress, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const ROUNDS = 15

describe('units in the chat', () => {
  let world: World
  let admin: SimulatedPerson
  let siti: SimulatedPerson
  let root: Unit
  let schools: Unit
  let school: Unit
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    const now = world.clock.now()
    schools = await addUnit(db, { name: 'Dinas Pendidikan', now })
    school = await addUnit(db, { name: 'SDN 1 <Contoh>', parent: 'Dinas Pendidikan', now })
    for (let i = 1; i <= 10; i++) await addUnit(db, { name: `Kecamatan ${i}`, now })
    admin = await world.joined(3001, 'Ahmad')
    siti = await world.joined(3002, 'Siti')
    await db.execute(sql`update people set unit_id = ${school.id} where telegram_id = 3002`)
    await grantAdmin(db, await idOf(admin), now)
    const found = await findRootUnit(db)
    if (found === undefined) throw new Error('There is no organisation')
    root = found
    await db.transaction((tx) => changeCalendar(tx, 'sekolah', { name: 'Sekolah', kind: 'school' }))
    await db.transaction((tx) => setUnitCalendar(tx, schools.id, 'sekolah'))
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  const trail = async (action: string): Promise<unknown[]> =>
    rowsOf(world.app.db, sql`select unit_id, details from audit where action = ${action}`)

  it('are walked down and up by buttons, page by page', async () => {
    const [top = ''] = await say(world, admin, '/unit')
    expect(top).toContain('Pemerintah Kabupaten Contoh')
    expect(top).toContain('Unit di bawahnya: 11')
    expect(top).toContain('Peserta: 1 di unit ini, 2 bersama unit di bawahnya')
    expect(findButton(admin, '▸ Kecamatan 9')).toBeUndefined()
    await press(world, admin, 'Berikutnya ›')
    expect(findButton(admin, '▸ Kecamatan 9')).toBeDefined()
    await press(world, admin, '‹ Sebelumnya')
    const [below = ''] = await press(world, admin, '▸ Dinas Pendidikan')
    expect(below).toContain('Hari kerja: Sekolah')
    const [leaf = ''] = await press(world, admin, '▸ SDN 1 <Contoh>')
    expect(leaf).toContain('Di bawah: Dinas Pendidikan')
    expect(leaf).toContain('Hari kerja: Sekolah (dari unit di atasnya)')
    expect((await press(world, admin, '▲ Ke atas'))[0]).toContain('Dinas Pendidikan')
  })

  it('a name that several have a part of says so; a whole name means one', async () => {
    expect((await say(world, admin, '/unit kecamatan'))[0]).toContain('Ada 10 unit')
    expect((await say(world, admin, '/unit kecamatan 1'))[0]).toMatch(/^Kecamatan 1\n/)
    expect((await say(world, admin, '/unit tidak ada'))[0]).toContain('tidak saya temukan')
    expect((await say(world, admin, 'sdn'))[0]).toMatch(/^SDN 1 <Contoh>\n/)
  })

  it('are added and renamed, and refuse what is no name', async () => {
    await say(world, admin, '/unit Dinas Pendidikan')
    await press(world, admin, 'Tambah unit di bawahnya')
    expect((await say(world, admin, 'kecamatan 3'))[0]).toContain('Sudah ada unit')
    expect((await say(world, admin, 'x'.repeat(121)))[0]).toContain('terlalu panjang')
    expect((await say(world, admin, 'SDN 2'))[0]).toContain('Sudah ditambahkan.\n\nSDN 2')
    await press(world, admin, 'Ganti nama')
    expect((await say(world, admin, 'SDN 2 Contoh'))[0]).toContain('namanya sekarang SDN 2 Contoh')
    expect(await trail('unit.renamed')).toMatchObject([
      { details: { was: 'SDN 2', name: 'SDN 2 Contoh' } },
    ])
    expect(await trail('unit.added')).toHaveLength(1)
    // What was asked for is over: the next words are none.
    expect((await say(world, admin, 'SDN 3'))[0]).not.toContain('SDN 3')
  })

  it('a kind and a sector are set and taken back', async () => {
    await say(world, admin, '/unit SDN 1')
    await press(world, admin, 'Jenis')
    expect((await press(world, admin, 'Sekolah'))[0]).toContain('Jenis: Sekolah')
    await press(world, admin, 'Sektor')
    const [set = ''] = await press(world, admin, 'guru')
    expect(set).toContain('Sektor: guru')
    await press(world, admin, 'Sektor')
    expect((await press(world, admin, 'Sama dengan di atasnya'))[0]).toContain('Sektor: belum ada')
  })

  it('are moved once it is confirmed, and those whose days change are planned anew', async () => {
    await say(world, admin, '/unit SDN 1')
    await press(world, admin, 'Pindahkan')
    expect((await say(world, admin, 'kecamatan'))[0]).toContain('Ada 10 unit')
    const [ask = ''] = await press(world, admin, 'Kecamatan 2')
    expect(ask).toContain('Pindahkan SDN 1 <Contoh>')
    expect(ask).toContain('Hari kerja 1 peserta berubah: dari Sekolah menjadi Kantor')
    await press(world, admin, 'Tidak jadi')
    expect((await findUnitByName(world.app.db, school.name))?.parentId).toBe(schools.id)
    await say(world, admin, '/unit SDN 1')
    await press(world, admin, 'Pindahkan')
    await say(world, admin, 'kecamatan 2')
    const [done = ''] = await press(world, admin, 'Ya, lakukan')
    expect(done).toContain('Di bawah: Kecamatan 2')
    expect(done).toContain('Hari kerja: Kantor, lima hari kerja (dari unit di atasnya)')
    expect(await trail('unit.moved')).toMatchObject([{ unit_id: school.id }])
  })

  it('cannot be moved below themselves, and the organisation nowhere', async () => {
    const above = await findUnitByName(world.app.db, 'Kecamatan 2')
    await forgePress(world, admin, `unmoveyes:${shortId(above?.id ?? '')}.${shortId(school.id)}`)
    expect(admin.messages().at(-1)?.text).toContain('berada di bawah unit yang hendak')
    await forgePress(world, admin, `unmoveyes:${shortId(school.id)}.${shortId(school.id)}`)
    expect(admin.messages().at(-1)?.text).toContain('berada di bawah unit yang hendak')
    await forgePress(world, admin, `unmoveyes:${shortId(root.id)}.${shortId(school.id)}`)
    expect(admin.messages().at(-1)?.text).toContain('organisasinya sendiri')
  })

  it('working days are given once it is confirmed', async () => {
    await say(world, admin, '/unit SDN 1')
    await press(world, admin, 'Hari kerja')
    const [ask = ''] = await press(world, admin, 'Sekolah')
    expect(ask).toContain(
      'Hari kerja 1 peserta berubah: dari Kantor, lima hari kerja menjadi Sekolah',
    )
    expect((await press(world, admin, 'Ya, lakukan'))[0]).toContain('Hari kerja: Sekolah\n'.trim())
    expect(await trail('unit.calendar')).toMatchObject([{ details: { calendar: 'sekolah' } }])
  })

  it('are closed when nothing is left in them, and opened again', async () => {
    const { db } = world.app
    await say(world, admin, '/unit SDN 1')
    await press(world, admin, 'Tutup …')
    expect((await press(world, admin, 'Ya, lakukan'))[0]).toContain('1 peserta')
    await db.execute(sql`update people set unit_id = ${root.id} where telegram_id = 3002`)
    const invite = { grants: 'unit', unitId: school.id, maxUses: 9, createdBy: null } as const
    const expiresAt = new Date(world.clock.now().getTime() + 3600_000)
    const code = await createInvite(db, { ...invite, expiresAt }, world.clock.now())
    await say(world, admin, '/unit SDN 1')
    await press(world, admin, 'Tutup …')
    expect((await press(world, admin, 'Ya, lakukan'))[0]).toContain('SDN 1 <Contoh> ditutup')
    expect((await redeemInvite(db, code, 9999, world.clock.now())).kind).toBe('expired')
    expect((await say(world, admin, '/unit sdn 1'))[0]).toContain('tidak saya temukan')
    await say(world, admin, 'batal')
    expect((await press(world, admin, 'Buka kembali'))[0]).toContain('dibuka kembali')
    expect((await say(world, admin, '/unit sdn 1'))[0]).toMatch(/^SDN 1 <Contoh>\n/)
    for (const action of ['unit.closed', 'unit.reopened']) {
      expect(await trail(action)).toEqual([
        { unit_id: school.id, details: { name: 'SDN 1 <Contoh>' } },
      ])
    }
  })

  it('a closed name is free, and the unit waits until it is free again', async () => {
    const { db } = world.app
    const doing = { by: await idOf(admin), unitId: school.id, now: world.clock.now() }
    expect((await db.transaction((tx) => closeUnit(tx, doing))).kind).toBe('changed')
    await addUnit(db, { name: school.name, now: world.clock.now() })
    expect((await db.transaction((tx) => reopenUnit(tx, doing))).kind).toBe('name_taken')
    const other = { ...doing, by: await idOf(siti) }
    expect((await db.transaction((tx) => reopenUnit(tx, other))).kind).toBe('not_allowed')
  })

  it(`two that are moved below each other at once make no circle, ${ROUNDS} times`, async () => {
    const { db } = world.app
    const now = world.clock.now()
    const by = await idOf(admin)
    const [a, b] = await Promise.all(
      ['Kecamatan 3', 'Kecamatan 4'].map(
        async (name) => (await findUnitByName(db, name))?.id ?? '',
      ),
    )
    const move = (unitId: string, to: string) =>
      db.transaction((tx) => moveUnit(tx, { by, unitId, now }, to))
    for (let round = 0; round < ROUNDS; round++) {
      const outcomes = await Promise.all([move(a ?? '', b ?? ''), move(b ?? '', a ?? '')])
      expect(outcomes.filter(({ kind }) => kind === 'changed')).toHaveLength(1)
      expect(outcomes.filter(({ kind }) => kind === 'cycle')).toHaveLength(1)
      await move(a ?? '', root.id)
      await move(b ?? '', root.id)
    }
  })

  it('somebody who joins while the unit is closed keeps it open, or does not get in', async () => {
    const { db } = world.app
    const now = world.clock.now()
    const by = await idOf(admin)
    for (let round = 0; round < ROUNDS; round++) {
      const unit = await addUnit(db, { name: `Sementara ${round}`, now })
      const enter = db.transaction(async (tx) => {
        await tx.execute(sql`
          select id from units where id = ${unit.id} and closed_at is null for key share`)
        const [open] = await rowsOf(
          tx,
          sql`select 1 from units where id = ${unit.id} and closed_at is null`,
        )
        if (open === undefined) return false
        await tx.execute(sql`update people set unit_id = ${unit.id} where telegram_id = 3002`)
        return true
      })
      const close = db.transaction((tx) => closeUnit(tx, { by, unitId: unit.id, now }))
      const [entered, closed] = await Promise.all([enter, close])
      expect([round, entered, closed.kind === 'changed']).toEqual([round, entered, !entered])
      await db.execute(sql`update people set unit_id = ${root.id} where telegram_id = 3002`)
    }
  })

  it('speaks English, and to admins alone', async () => {
    expect((await say(world, siti, '/unit'))[0]).toContain('khusus admin')
    await say(world, admin, '/language')
    await press(world, admin, 'English')
    expect((await say(world, admin, '/unit kecamatan'))[0]).toContain('10 units match')
    expect((await say(world, admin, '/unit kecamatan 1'))[0]).toContain('Working days:')
    expect(await slipsIn(world)).toEqual([])
  })
})
