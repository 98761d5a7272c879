import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit/index.ts'
import { auditArgument, readAuditPlace, WHOLE_TRAIL } from '../../src/bot/audit-place.ts'
import { addUnit, grantAdmin, type Unit } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, forgePress, makassar, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the audit trail in the chat', () => {
  let world: World
  let admin: SimulatedPerson
  let rina: SimulatedPerson
  let unit: Unit
  beforeAll(async () => {
    world = await openWorld()
    const { db } = world.app
    unit = await addUnit(db, { name: 'Dinas <Contoh>', now: world.clock.now() })
    await addUnit(db, { name: 'Dinas Lain', now: world.clock.now() })
    admin = await world.joined(3001, 'Ahmad')
    rina = await world.joined(3002, 'Rina')
    await grantAdmin(db, await idOf(admin), makassar(11, 2, 9))
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  it('says who did what to whom, and where', async () => {
    await say(world, admin, '/peran rina')
    await press(world, admin, 'Rina · Pemerintah Kabupaten Contoh')
    await press(world, admin, 'Jadikan koordinator …')
    await press(world, admin, 'Dinas <Contoh>')
    await press(world, admin, 'Ya, lakukan')
    const [text = ''] = await say(world, admin, '/audit')
    expect(text).toContain(
      '23 Nov 09.30 · Ahmad memberi peran · Rina · Dinas <Contoh> · peran: coordinator',
    )
    expect(text).toContain('2 Nov 09.00 · operator memberi peran · Ahmad · peran: admin')
  })

  it('is searched by a person, a unit and a period', async () => {
    expect((await say(world, admin, '/audit Rina'))[0]).toMatch(/Hanya: Rina\n\n.*memberi peran/)
    expect((await say(world, admin, '/audit rina 2026-11-01 2026-11-02'))[0]).toContain(
      'Hanya: 1–2 Nov 2026\n\nTidak ada catatan',
    )
    expect((await say(world, admin, '/audit 2026-11-02'))[0]).toContain('operator memberi peran')
    expect((await say(world, admin, '/audit dinas'))[0]).toContain('Ada 2 yang namanya cocok')
    expect((await press(world, admin, 'Dinas <Contoh>'))[0]).toContain('Hanya: Dinas <Contoh>')
  })

  it('says what it does not understand, and asks again', async () => {
    await press(world, admin, 'Cari orang, unit, periode')
    expect((await say(world, admin, '2026-11-30 2026-11-01'))[0]).toContain(
      'berakhir sebelum mulai',
    )
    expect((await say(world, admin, '2026-02-30'))[0]).toContain('tidak ada di kalender')
    expect((await say(world, admin, 'Zulkifli'))[0]).toContain('Tidak ada orang atau unit')
    expect((await say(world, admin, 'Ahmad'))[0]).toContain('Hanya: Ahmad')
  })

  it('is narrowed to a kind, and turns pages', async () => {
    const { db } = world.app
    for (let i = 0; i < 12; i++) {
      const details = { setting: `contoh.${i}` }
      await audit(db, { action: 'setting.changed', by: null, details }, makassar(11, 10, 8, i))
    }
    const [newest = ''] = await say(world, admin, '/audit')
    expect(newest.match(/mengubah pengaturan/g)).toHaveLength(10)
    expect(newest).toContain('pengaturan: contoh.11')
    const [older = ''] = await press(world, admin, 'Lebih lama')
    expect(older).toContain('pengaturan: contoh.1\n')
    expect(older).toContain('memberi peran')
    expect((await press(world, admin, 'Terbaru'))[0]).toBe(newest)
    await press(world, admin, 'Jenis …')
    const [roles = ''] = await press(world, admin, 'Peran')
    expect(roles).toContain('Hanya: Peran')
    expect(roles).not.toContain('mengubah pengaturan')
    await press(world, admin, 'Semua catatan')
    expect(findButton(admin, 'Lebih lama')).toBeDefined()
  })

  it('outlives the person, and says nothing of who it was', async () => {
    const gone = crypto.randomUUID()
    const deed = { action: 'person.back', by: gone, personId: gone, unitId: unit.id } as const
    await audit(world.app.db, deed, world.clock.now())
    expect((await say(world, admin, '/audit'))[0]).toContain(
      '(sudah tidak ada) mengembalikan peserta · (sudah tidak ada) · Dinas <Contoh>',
    )
  })

  it('speaks English too', async () => {
    await say(world, admin, '/language')
    await press(world, admin, 'English')
    const [text = ''] = await say(world, admin, '/audit 2026-11-02')
    expect(text).toContain('2 Nov 09:00 · operator gave a role · Ahmad · role: admin')
  })

  it('is for admins, whatever is pressed', async () => {
    expect((await say(world, rina, '/audit'))[0]).toContain('khusus admin')
    const before = admin.messages().length
    await forgePress(world, admin, 'tr:p.9.bad')
    expect(admin.messages().slice(before)[0]?.text).toContain('no longer')
  })

  it('leaves nothing wrong on any phone', async () => {
    expect(await slipsIn(world)).toEqual([])
  })

  it('has room in a button for all that it is narrowed to', () => {
    const place = {
      ...WHOLE_TRAIL,
      personId: crypto.randomUUID(),
      group: 'announcement',
      period: { first: '2026-11-01', last: '2026-11-30' },
      before: 999_999_999_999_999,
    }
    expect(`tr:${auditArgument(place)}`.length).toBeLessThanOrEqual(64)
    expect(readAuditPlace(auditArgument(place))).toEqual(place)
    expect(readAuditPlace('...')).toEqual(WHOLE_TRAIL)
  })
})
