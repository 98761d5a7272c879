import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import {
  documents,
  exportScene,
  NIP,
  said,
  sheetsOf,
  type ExportScene,
} from '../support/exporting.ts'
import { contentOf } from '../support/file-on-phone.ts'
import { tap } from '../support/phone.ts'
import { unzip } from '../support/unzip.ts'
import { until } from '../support/until.ts'
import { backends, type World } from '../support/world.ts'

describe.each(backends)('exports, on %s', (backend) => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let exported: ExportScene['exported']
  beforeAll(async () => {
    ;({ world, admin, coordinator, exported } = await exportScene(backend))
  })
  afterAll(() => world.close())

  it('gives an admin everything, as a workbook that another program reads', async () => {
    admin.sendText('/ekspor')
    await world.idle()
    tap(admin, 'Excel (XLSX)')
    await until(() => documents(admin).length === 1, 'the file')
    await world.idle()
    const message = documents(admin)[0]
    expect(message?.media?.fileName).toBe('sedikit-2026-11-23.xlsx')
    expect(
      admin.messages().some(({ text }) => /^✅ Excel \(XLSX\): \d+ baris, \d+ KB/.test(text)),
    ).toBe(true)
    if (message === undefined) return
    const sheets = await sheetsOf(await contentOf(world, message))
    expect(Object.keys(sheets)).toEqual([
      'people',
      'deliveries',
      'answers',
      'items',
      'units',
      'personnel',
      'definitions',
    ])
    const names = sheets['people']?.map((row) => [row[1], row[2], row[4]])
    expect(names).toContainEqual(['=HYPERLINK("http://x")', 'Dinas Contoh', 'active'])
    expect(names).toContainEqual(['Pemimpin', 'Dinas Contoh', 'active'])
    expect(names).toContainEqual(['Belum Datang', 'Dinas Contoh', 'not_joined'])
    expect(sheets['answers']).toHaveLength(2)
    expect(sheets['personnel']?.[1]).toMatchObject([
      null,
      'Budi, S.Pd.',
      'Dinas Contoh',
      'fondasi',
      'Fondasi',
      expect.any(Date),
      new Date('2026-11-20T00:00:00Z'),
      new Date('2026-11-23T00:00:00Z'),
      null,
      null,
      '0001/UJI/2026',
      null,
    ])
    const columns = Object.entries(sheets).flatMap(([name, [head = []]]) =>
      name === 'definitions' ? [] : head.map((column) => `${name} ${String(column)}`),
    )
    expect(
      sheets['definitions']
        ?.slice(1)
        .map(([table, column]) => `${String(table)} ${String(column)}`),
    ).toEqual(columns)
  })

  it('writes the NIP that the roster has, for an admin, and as a text', async () => {
    await world.app.db.execute(sql`
      update roster_places set person_id = null where name = 'Budi'`)
    await world.app.db.execute(sql`
      update roster_places set person_id = (select id from people where telegram_id = 103)
      where name = 'Belum Datang'`)
    const sheets = await sheetsOf(await exported(admin, 'xlsx'))
    expect(sheets['personnel']?.[1]?.[0]).toBe(NIP)
    await world.app.db.execute(sql`
      update roster_places set person_id = null where name = 'Belum Datang'`)
  })

  it('gives a coordinator the units that are theirs, without answers, NIPs and leaders', async () => {
    const sheets = await sheetsOf(await exported(coordinator, 'xlsx'))
    expect(Object.keys(sheets)).toEqual([
      'people',
      'deliveries',
      'units',
      'personnel',
      'definitions',
    ])
    const names = sheets['people']?.slice(1).map((row) => row[1])
    expect(new Set(names)).toEqual(
      new Set(['Budi', '=HYPERLINK("http://x")', 'Belum Datang', 'Budi']),
    )
    expect(sheets['units']?.slice(1).map((row) => row[1])).toEqual(['Dinas Contoh'])
    expect(sheets['personnel']?.[0]).not.toContain('nip')
    coordinator.sendText('/ekspor xapi')
    await world.idle()
    expect(said(coordinator)).toContain('khusus admin')
  })

  it('as CSV defuses what a spreadsheet would run', async () => {
    const files = await unzip(await exported(admin, 'csv'))
    expect([...files.keys()]).toEqual([
      'people.csv',
      'deliveries.csv',
      'answers.csv',
      'items.csv',
      'units.csv',
      'personnel.csv',
      'definitions.csv',
    ])
    expect(files.get('people.csv')).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('as learning records names nobody, and gives each statement the same id again', async () => {
    const read = async (): Promise<Record<string, unknown>[]> => {
      const files = await unzip(await exported(admin, 'xapi'))
      const lines = (files.get('statements.jsonl') ?? '').trim().split('\n')
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    }
    const statements = await read()
    const [learner] = await rowsOf<{ id: string }>(
      world.app.db,
      sql`select id::text from people where telegram_id = 103`,
    )
    expect(statements.map(({ verb }) => verb)).toEqual([
      { id: 'http://adlnet.gov/expapi/verbs/answered', display: { 'en-US': 'answered' } },
      { id: 'http://adlnet.gov/expapi/verbs/completed', display: { 'en-US': 'completed' } },
      { id: 'http://adlnet.gov/expapi/verbs/passed', display: { 'en-US': 'passed' } },
    ])
    expect(statements[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-/),
      actor: { account: { homePage: 'https://belajar.example', name: learner?.id } },
      object: { definition: { interactionType: 'choice' } },
      result: { success: true },
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    })
    expect(JSON.stringify(statements)).not.toMatch(/Budi|103\b/)
    expect((await read()).map(({ id }) => id)).toEqual(statements.map(({ id }) => id))
  })

  it('leaves a trail of who, what and how much', async () => {
    const rows = await rowsOf<Record<string, unknown>>(
      world.app.db,
      sql`
      select p.telegram_id::int as by, e.format, e.scope, e.state, e.rows_done > 0 as rows,
        e.bytes > 0 as bytes
      from exports e join people p on p.id = e.person_id order by e.id limit 3`,
    )
    expect(rows).toEqual([
      { by: 101, format: 'xlsx', scope: 'all', state: 'done', rows: true, bytes: true },
      { by: 101, format: 'xlsx', scope: 'all', state: 'done', rows: true, bytes: true },
      { by: 102, format: 'xlsx', scope: 'units', state: 'done', rows: true, bytes: true },
    ])
  })

  it('is nothing for a participant, and stops when the role goes', async () => {
    const learner = world.simulator.person({ id: 103, firstName: 'Budi' })
    learner.sendText('/ekspor')
    await world.idle()
    expect(said(learner)).toContain('koordinator')
    const { db } = world.app
    const id = await rowsOf<{ id: number }>(
      db,
      sql`insert into exports (person_id, format, state, asked_at)
        select id, 'xlsx', 'asked', created_at from people where telegram_id = 103 returning id::int`,
    )
    await world.app.tick()
    await until(() => said(learner).includes('peran yang membolehkannya'), 'word of it')
    const [row] = await rowsOf(db, sql`select state, failure from exports where id = ${id[0]?.id}`)
    expect(row).toEqual({ state: 'failed', failure: 'not_allowed' })
  })

  it('takes up what a dead worker left, and leaves nothing of the half', async () => {
    const { db } = world.app
    const [open] = await rowsOf<{ id: number }>(
      db,
      sql`insert into exports (person_id, format, state, attempt, lease_until, asked_at)
        select id, 'csv', 'running', 1, created_at - interval '1 year', created_at
        from people where telegram_id = 101 returning id::int`,
    )
    await db.execute(sql`
      insert into export_pieces (export_id, attempt, position, bytes) values (${open?.id}, 1, 0, '\\x00')`)
    const before = documents(admin).length
    await world.app.tick()
    await until(() => documents(admin).length > before, 'the file')
    await world.app.tick()
    const rows = await rowsOf<{ attempt: number }>(
      db,
      sql`select distinct attempt from export_pieces where export_id = ${open?.id}`,
    )
    expect(rows).toEqual([{ attempt: 2 }])
  })

  it('deletes the file after an hour, and keeps the trail', async () => {
    await world.advance(new Date(world.clock.now().getTime() + 3_700_000))
    const [left] = await rowsOf<{ pieces: number; done: number; expired: number }>(
      world.app.db,
      sql`select (select count(*)::int from export_pieces) as pieces,
        count(*) filter (where state = 'done')::int as done,
        count(*) filter (where state = 'expired')::int as expired from exports`,
    )
    expect(left).toMatchObject({ pieces: 0, done: 0 })
    expect(left?.expired).toBeGreaterThan(4)
  })
})
