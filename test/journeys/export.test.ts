import { sql } from 'drizzle-orm'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit, importRoster, rosterNip } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin, makeCoordinator, placeIn } from '../support/coordinators.ts'
import { contentOf } from '../support/file-on-phone.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { tap } from '../support/phone.ts'
import { unzip } from '../support/unzip.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

const SECRET = 'a secret of the organisation, long enough'
const NIP = '198502282010012003'

type Sheets = Record<string, readonly (readonly unknown[])[]>

describe.each(backends)('exports, on %s', (backend) => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld({
      backend,
      env: { DATA_SECRET: SECRET, PUBLIC_URL: 'https://belajar.example' },
    })
    const { db } = world.app
    const now = world.clock.now()
    const unit = await addUnit(db, { name: 'Dinas Contoh', now })
    admin = await world.joined(101, 'Ani')
    coordinator = await world.joined(102, 'Koko')
    const learner = await world.joined(103, 'Budi')
    await world.joined(104, '=HYPERLINK("http://x")')
    await world.joined(105, 'Pemimpin')
    for (const id of [103, 104, 105]) await placeIn(world, id, 'Dinas Contoh')
    await db.execute(sql`update people set job_role = 'pimpinan' where telegram_id = 105`)
    await makeAdmin(world, 101)
    await makeCoordinator(world, 102, 'Dinas Contoh')
    answer(await readCatalogue(), learner, true)
    await world.idle()
    await db.transaction((tx) =>
      importRoster(
        tx,
        [
          { line: 2, name: 'Budi', unitId: unit.id, jobRole: null, phone: null },
          {
            line: 3,
            name: 'Belum Datang',
            unitId: unit.id,
            jobRole: null,
            phone: null,
            nip: rosterNip(SECRET, NIP),
          },
        ],
        now,
      ),
    )
    await db.execute(sql`
      insert into certificates (person_id, track_id, number, year, serial, issued_at)
      select id, 'fondasi', '0001/UJI/2026', 2026, 1, ${now.toISOString()}::timestamptz
      from people where telegram_id = 103`)
    await db.execute(sql`
      insert into certificate_sheets (certificate_id, revision, code, name, unit, title_id, title_en,
        completed_on, issued_on, printed_on, letterhead)
      select id, 1, 'x', 'Budi, S.Pd.', 'Dinas Contoh', 'Fondasi', 'Foundations', '2026-11-20',
        '2026-11-23', '2026-11-23', '{}'::jsonb from certificates`)
  })
  afterAll(() => world.close())

  const documents = (person: SimulatedPerson): PhoneMessage[] =>
    person.messages().filter(({ fromBot, media }) => fromBot && media?.kind === 'document')

  const said = (person: SimulatedPerson): string =>
    person.messages().findLast(({ fromBot }) => fromBot)?.text ?? ''

  async function exported(person: SimulatedPerson, format: string): Promise<Buffer> {
    const before = documents(person).length
    person.sendText(`/ekspor ${format}`)
    await until(() => documents(person).length > before, 'the file')
    await world.idle()
    const message = documents(person).at(-1)
    if (message === undefined) throw new Error('There is no file')
    return contentOf(world, message)
  }

  async function sheetsOf(bytes: Buffer): Promise<Sheets> {
    const sheets = await readSheets(bytes)
    return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
  }

  it('gives an admin everything, as a workbook that another program reads', async () => {
    admin.sendText('/ekspor')
    await world.idle()
    tap(admin, 'Buku kerja (XLSX)')
    await until(() => documents(admin).length === 1, 'the file')
    await world.idle()
    const message = documents(admin)[0]
    expect(message?.media?.fileName).toBe('sedikit-2026-11-23.xlsx')
    expect(
      admin.messages().some(({ text }) => /^✅ Buku kerja \(XLSX\): \d+ baris, \d+ KB/.test(text)),
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

  describe('narrowed to a unit and a period', () => {
    beforeAll(async () => {
      const { db } = world.app
      const now = world.clock.now()
      const [above] = await rowsOf<{ id: string }>(
        db,
        sql`select id from units where name = 'Dinas Contoh'`,
      )
      await addUnit(db, { name: 'Bidang Contoh', parentId: above?.id ?? null, now })
      await addUnit(db, { name: 'Dinas Lain', now })
      await world.joined(106, 'Di Bawah')
      await placeIn(world, 106, 'Bidang Contoh')
      await world.joined(107, 'Di Tempat Lain')
      await placeIn(world, 107, 'Dinas Lain')
      answer(await readCatalogue(), world.simulator.person({ id: 107, firstName: 'Di' }), true)
      await world.idle()
    })

    const names = (sheets: Sheets): unknown[] =>
      (sheets['people'] ?? []).slice(1).map((row) => row[1])
    const rowsIn = (sheets: Sheets): Record<string, number> =>
      Object.fromEntries(
        ['deliveries', 'answers', 'personnel'].map((name) => [
          name,
          (sheets[name]?.length ?? 1) - 1,
        ]),
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
      tap(admin, 'Buku kerja (XLSX)')
      await until(() => documents(admin).length > before, 'the file')
      await world.idle()
      const message = documents(admin).at(-1)
      if (message === undefined) throw new Error('There is no file')
      const sheets = await sheetsOf(await contentOf(world, message))
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
