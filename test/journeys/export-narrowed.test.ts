import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { placeIn } from '../support/coordinators.ts'
import {
  documents,
  exportScene,
  newestFile,
  said,
  sheetsOf,
  type ExportScene,
  type Sheets,
} from '../support/exporting.ts'
import { tap } from '../support/phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { unzip } from '../support/unzip.ts'
import { until } from '../support/until.ts'
import type { World } from '../support/world.ts'

describe('an export, narrowed to a unit and a period', () => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let exported: ExportScene['exported']
  beforeAll(async () => {
    ;({ world, admin, coordinator, exported } = await exportScene())
    const { db } = world.app
    const now = world.clock.now()
    const [above] = await rowsOf<{ id: string }>(
      db,
      sql`select id from units where name = 'Dinas Contoh'`,
    )
    await addUnit(db, { name: 'Bidang Contoh', parentId: above?.id ?? '', now })
    await addUnit(db, { name: 'Dinas Lain', now })
    await world.joined(106, 'Di Bawah')
    await placeIn(world, 106, 'Bidang Contoh')
    await world.joined(107, 'Di Tempat Lain')
    await placeIn(world, 107, 'Dinas Lain')
    answer(await readCatalogue(), world.simulator.person({ id: 107, firstName: 'Di' }), true)
    await world.idle()
  })
  afterAll(() => world.close())

  const names = (sheets: Sheets): unknown[] =>
    (sheets['people'] ?? []).slice(1).map((row) => row[1])
  const rowsIn = (sheets: Sheets): Record<string, number> =>
    Object.fromEntries(
      ['deliveries', 'answers', 'personnel'].map((name) => [name, (sheets[name]?.length ?? 1) - 1]),
    )
  const filters = (sheets: Sheets): unknown[] =>
    (sheets['definitions'] ?? []).slice(1).filter(([table]) => table === 'filter')

  it('by what was typed: the unit with all below it, and the days, said in its definitions', async () => {
    const sheets = await sheetsOf(await exported(admin, 'xlsx dinas contoh 1-30 November'))
    expect(names(sheets)).toEqual(expect.arrayContaining(['Budi', 'Di Bawah', 'Belum Datang']))
    expect(names(sheets)).not.toContain('Di Tempat Lain')
    expect(names(sheets)).not.toContain('Ani')
    expect(sheets['units']?.slice(1).map((row) => row[1])).toEqual([
      'Bidang Contoh',
      'Dinas Contoh',
    ])
    expect(rowsIn(sheets)).toMatchObject({ answers: 1, personnel: 1 })
    expect(filters(sheets)).toEqual([
      ['filter', 'unit', 'Hanya Dinas Contoh dan semua unit di bawahnya'],
      ['filter', 'period', expect.stringContaining('Hanya 1–30 November 2026: pelajaran')],
    ])
    const asked = sheets['items']?.slice(1).map((row) => Number(row[5])) ?? []
    expect(asked.reduce((all, answers) => all + answers, 0)).toBe(1)
    const told = admin.messages().filter(({ text }) => text.includes('Hanya Dinas Contoh dan'))
    expect(told.map(({ media }) => media?.kind)).toEqual([undefined, 'document'])
    const [trail] = await rowsOf(
      world.app.db,
      sql`select a.details, u.name from audit a join units u on u.id = a.unit_id
          where a.action = 'export.made' order by a.id desc limit 1`,
    )
    expect(trail).toMatchObject({
      name: 'Dinas Contoh',
      details: { format: 'xlsx', from: '2026-11-01', to: '2026-11-30' },
    })
    admin.sendText('/audit')
    await world.idle()
    expect(said(admin)).toContain('Dinas Contoh · ')
    expect(said(admin)).toContain('dari: 2026-11-01 · sampai: 2026-11-30')
  })

  it('has nothing of another time but people and units', async () => {
    const sheets = await sheetsOf(await exported(admin, 'xlsx 1-20 November'))
    expect(rowsIn(sheets)).toEqual({ deliveries: 0, answers: 0, personnel: 0 })
    expect(names(sheets)).toContain('Di Tempat Lain')
    expect(filters(sheets)).toHaveLength(1)
    const records = await unzip(await exported(admin, 'xapi 1-20 November'))
    expect(records.get('statements.jsonl')).toBe('')
    const those = await unzip(await exported(admin, 'xapi Dinas Lain'))
    expect((those.get('statements.jsonl') ?? '').trim().split('\n')).toHaveLength(3)
  })

  it('by buttons: a period, a unit below another, and back to all', async () => {
    const shown = (): string => admin.messages().findLast(({ fromBot }) => fromBot)?.text ?? ''
    const step = async (button: string, words: string): Promise<void> => {
      tap(admin, button)
      await world.idle()
      expect(shown()).toContain(words)
    }
    admin.sendText('/ekspor')
    await world.idle()
    expect(shown()).toContain('Yang diambil: semua unit, sejak awal.')
    await step('Bulan ini', 'Yang diambil: semua unit, 1–23 November 2026.')
    await step('Satu unit …', 'Unit mana di bawah')
    await step('Dinas Contoh', 'Dinas Contoh dan unit di bawahnya, 1–23 November 2026')
    await step('Satu unit …', 'Unit mana di bawah Dinas Contoh?')
    await step('Bidang Contoh', 'Bidang Contoh dan unit di bawahnya, 1–23 November 2026')
    await step('Satu unit …', 'Tidak ada unit lagi di bawah Bidang Contoh.')
    await step('Semua unit', 'Yang diambil: semua unit, 1–23 November 2026.')
    await step('Satu unit …', 'Unit mana di bawah')
    await step('Dinas Lain', 'Dinas Lain dan unit di bawahnya')
    const before = documents(admin).length
    tap(admin, 'Excel (XLSX)')
    await until(() => documents(admin).length > before, 'the file')
    await world.idle()
    const sheets = await sheetsOf(await newestFile(world, admin))
    expect(names(sheets)).toEqual(['Di Tempat Lain'])
  })

  it.each([
    ['xlsx 20-1 November', 'berakhir (1 November 2026) sebelum dimulai (20 November 2026)'],
    ['xlsx 1-31 November', 'Tanggal “31 November” tidak ada'],
    ['xlsx Dinas Entah', 'Tidak ada unit bernama “Dinas Entah”'],
    ['xlsx dinas 1-15 November', 'Ada 2 unit yang cocok dengan “dinas”. Yang mana?'],
  ])('exports nothing where it does not know what is meant: %s', async (typed, words) => {
    const count = () => rowsOf(world.app.db, sql`select count(*)::int from exports`)
    const before = await count()
    admin.sendText(`/ekspor ${typed}`)
    await world.idle()
    expect(said(admin)).toContain(words)
    expect(await count()).toEqual(before)
  })

  it('keeps the period when one of several units is chosen', async () => {
    tap(admin, 'Dinas Lain · Pemerintah Kabupaten Contoh')
    await world.idle()
    expect(said(admin)).toContain('Dinas Lain dan unit di bawahnya, 1–15 November 2026')
  })

  it('is for admins: a coordinator gets what is theirs, as a whole', async () => {
    coordinator.sendText('/ekspor xlsx Dinas Lain')
    await world.idle()
    expect(said(coordinator)).toContain('Ekspor data unit Anda')
    expect(said(coordinator)).not.toContain('Yang diambil')
  })
})
