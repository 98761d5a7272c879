import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectDatabase } from '../../src/platform/db/index.ts'
import { addCrowd } from '../support/crowd.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, runCommand, type Finished } from '../support/journey-process.ts'

const stack = /^\s+at /m

let database: ClonedDatabase
let sql: postgres.Sql
let env: Record<string, string>
let folder: string
beforeAll(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  env = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl }
  sql = postgres(database.ownerUrl, { max: 1 })
  folder = await mkdtemp(join(tmpdir(), 'sedikit-calendar-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await sql.end()
  await database.drop()
})

const calendar = (...args: readonly string[]): Promise<Finished> =>
  callInProcess(['calendar', ...args], env)

async function json(...args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await calendar(...args, '--json')
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, unknown>
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** All that a command may change here. */
async function state(): Promise<unknown> {
  const [row] = await sql`
    select (select json_agg(d order by d.id) from calendar_days d) as days,
      (select json_agg(c order by c.id) from calendars c) as calendars,
      (select json_agg(r) from ramadans r) as ramadans,
      (select json_agg(u) from unit_calendars u) as units`
  return row
}

const decree = `year: 2027
source: "Keputusan bersama contoh"
days:
  - { date: 2027-01-01, name: Tahun Baru 2027 Masehi, kind: holiday }
  - { date: 2027-12-24, name: Cuti bersama contoh, kind: collective_leave }
`

describe('calendar list', () => {
  it('shows the office’s calendar and the shipped year before any start', async () => {
    const all = await calendar('list')
    expect(all).toMatchObject({ code: 0, stderr: '' })
    expect(all.stdout).toContain('office: Kantor, lima hari kerja')
    expect(all.stdout).toContain('open 07.00-18.00 (Friday quiet 11.30-13.30)')
    expect(all.stdout).toContain('in Ramadan 08.00-17.00 (Friday quiet 11.30-13.00)')
    expect(all.stdout).toContain('2026: 25 days off')
    expect(all.stdout).toContain('Ramadan: no days are set')
    const year = await calendar('list', '--year', '2026')
    expect(year.stdout).toContain('2026-03-21  holiday           Idul Fitri 1447 H')
    expect(year.stdout).toMatch(/^Source: .*SKB 3 Menteri/m)
    expect((await calendar('list', '--year', '2031')).stdout).toContain('no days off are known')
  })

  it('as JSON', async () => {
    const listed = await json('list', '--year', '2026')
    expect(listed['days']).toHaveLength(25)
    expect(listed['calendars']).toMatchObject([{ id: 'office', week: 'five', units: [] }])
  })

  it('refuses what is no year', async () => {
    const { code, stderr } = await calendar('list', '--year', '20x6')
    expect([code, stderr]).toEqual([1, expect.stringContaining('"20x6" is no year')])
  })
})

describe('calendar import', () => {
  it('says what it would do, does it, and does nothing the second time', async () => {
    const path = await file('2027.yaml', decree)
    const before = await state()
    const dry = await calendar('import', path, '--dry-run')
    expect(dry.stdout).toContain('+ 2027-01-01  holiday')
    expect(dry.stdout).toContain('2 added, 0 changed, 0 removed, 0 as they were (dry run')
    expect(await state()).toEqual(before)
    const { code, stdout, stderr } = await runCommand(['calendar', 'import', path], env)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('2027: 2 added')
    const after = await state()
    const again = await json('import', path)
    expect(again).toMatchObject({
      imported: true,
      added: [],
      removed: [],
      unchanged: 2,
      year: 2027,
    })
    expect(await state()).toEqual(after)
  })

  it('a newer decree takes the place of the older one, and leaves other years and lists alone', async () => {
    await sql`insert into calendar_days (day, kind, name) values ('2027-07-04', 'regional_holiday', 'Contoh')`
    const csv = `year;2027\nsource;Perubahan contoh\ndate;name;kind\n2027-01-01;Tahun Baru 2027 Masehi;holiday\n2027-05-05;Hari contoh;holiday\n`
    const changed = await json('import', await file('2027.csv', csv))
    expect(changed).toMatchObject({
      added: [{ day: '2027-05-05' }],
      changed: [{ day: '2027-01-01' }],
      removed: [{ day: '2027-12-24' }],
    })
    const listed = (await json('list', '--year', '2027'))['days']
    expect(listed).toMatchObject([
      { day: '2027-01-01', source: 'Perubahan contoh' },
      { day: '2027-05-05' },
      { day: '2027-07-04', kind: 'regional_holiday' },
    ])
    expect((await json('list', '--year', '2026'))['days']).toHaveLength(25)
  })

  const line = (at: number, what: string): RegExp => new RegExp(`bad\\.\\w+:${at}: .*${what}`)

  it.each([
    [
      'a day that does not exist',
      'bad.yaml',
      decree.replace('2027-12-24', '2027-02-30'),
      line(5, '2027-02-30 does not exist'),
    ],
    [
      'two years mixed',
      'bad.yaml',
      decree.replace('2027-12-24', '2028-12-24'),
      line(5, 'two years are mixed'),
    ],
    [
      'a day doubled',
      'bad.yaml',
      decree.replace('2027-12-24', '2027-01-01'),
      line(5, 'stands in line 4 already'),
    ],
    [
      'an unknown kind',
      'bad.yaml',
      decree.replace('collective_leave', 'cuti'),
      line(5, '`kind` is "cuti"'),
    ],
    [
      'an unknown calendar',
      'bad.csv',
      'year,2027\nsource,x\ndate,name,kind,calendar\n2027-01-01,x,holiday,entah\n',
      line(4, '`calendar` is "entah"'),
    ],
    ['no source', 'bad.yaml', decree.replace(/source.*\n/, ''), line(1, '`source` is missing')],
    ['broken YAML', 'bad.yaml', `${decree}  - { date: 2027\n`, line(6, 'broken YAML')],
    [
      'a broken encoding',
      'bad.csv',
      Buffer.from('year,2027\nsource,\xe9\n', 'latin1'),
      line(2, 'not UTF-8'),
    ],
    ['UTF-16', 'bad.csv', Buffer.from('\ufeffyear,2027', 'utf16le'), line(1, 'UTF-16')],
    ['a picture', 'bad.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), line(1, 'binary')],
    ['nothing', 'bad.csv', '', line(1, 'no row names the columns')],
    ['a file of another kind', 'bad.xlsx', decree, line(1, 'neither YAML nor CSV')],
  ])(
    '%s is refused with file and line, and nothing is changed',
    async (_, name, content, words) => {
      const path = await file(name, content)
      const before = await state()
      for (const more of [[], ['--dry-run']]) {
        const { code, stdout, stderr } = await calendar('import', path, ...more)
        expect(stderr).toMatch(words)
        expect(stderr).toContain('Nothing was imported')
        expect(stderr).not.toMatch(stack)
        expect([code, stdout]).toEqual([1, ''])
      }
      const { stdout } = await calendar('import', path, '--json')
      expect(JSON.parse(stdout)).toMatchObject({ imported: false, problems: [{ file: path }] })
      expect(await state()).toEqual(before)
    },
  )

  it('a file that is not there, and none named', async () => {
    const gone = await calendar('import', join(folder, 'gone.yaml'))
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('the file is missing')])
    const none = await calendar('import')
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('Which file?')])
  })

  it('days that would close a calendar for two months are refused as a whole', async () => {
    const days = Array.from({ length: 90 }, (_, i) => {
      const day = new Date(Date.UTC(2027, 5, 1 + i)).toISOString().slice(0, 10)
      return `${day},Tutup,regional_holiday`
    })
    const path = await file(
      'closed.csv',
      `year,2027\nsource,x\ndate,name,kind\n${days.join('\n')}\n`,
    )
    const before = await state()
    const { code, stderr } = await calendar('import', path)
    expect(stderr).toContain(
      'calendar "office" would have no working day in two months from 2027-06-01',
    )
    expect([code, await state()]).toEqual([1, before])
  })
})

describe('calendars of units', () => {
  beforeAll(async () => {
    for (const args of [
      ['Pemkab Contoh'],
      ['Dinas Pendidikan'],
      ['SDN 1', '--parent', 'Dinas Pendidikan'],
    ]) {
      await callInProcess(['unit', 'add', ...args], env)
    }
  })

  it('are made, changed and listed with their units', async () => {
    const made = await calendar(
      'set',
      'sekolah',
      '--kind',
      'school',
      '--week',
      'six',
      '--name',
      'Sekolah',
    )
    expect(made.stdout).toContain('Made: sekolah (Sekolah)')
    const set = ['set', 'sekolah', '--collective-leave', 'no', '--hours', '06.30-17.00']
    expect(await json(...set)).toMatchObject({
      kind: 'school',
      observesCollectiveLeave: false,
      hours: { begins: 390, ends: 1020, prayerBegins: 690, prayerEnds: 810 },
    })
    expect(await json('set-unit', 'SDN', '1', 'sekolah')).toMatchObject({ calendar: 'sekolah' })
    const { stdout } = await calendar('list')
    expect(stdout).toContain('school, week six, holidays, no cuti bersama')
    expect(stdout).toContain('units: SDN 1')
  })

  it('replan the people of the unit, at once', async () => {
    const connection = connectDatabase(database.appUrl, { max: 1 })
    // A year on which the clock of the machine has no hold: a Monday far away.
    const dueAt = new Date('2099-01-05T01:00:00Z')
    await addCrowd(connection.db, { count: 3, firstId: 900, dueAt })
    await connection.close()
    await sql`update people set unit_id = (select id from units where name = 'SDN 1')
      where telegram_id < 902`
    const inherit = await json('set-unit', 'sdn 1', '--inherit')
    expect(inherit).toMatchObject({ calendar: 'office', replanned: { lessons: 3, reminders: 0 } })
    expect(await json('set-unit', 'SDN 1', 'sekolah')).toMatchObject({ calendar: 'sekolah' })
    const far = await sql`select count(*)::int as n from learners where next_due_at > '2099-01-01'`
    expect(far[0]?.['n']).toBe(0)
  })

  it.each([
    [['set-unit', 'SDN 1', 'entah'], 'There is no calendar "entah"'],
    [['set-unit', 'Entah', 'sekolah'], 'There is no unit named "Entah"'],
    [['set-unit', 'sekolah'], 'Which unit, and which calendar?'],
    [['set', 'Sekolah Dasar'], 'small letters, digits and hyphens'],
    [['set', 'sekolah', '--week', 'seven'], '--week "seven" is not understood'],
    [['set', 'sekolah', '--kind', 'rumah'], '--kind "rumah" is not known'],
    [['set', 'sekolah', '--hours', '25:61-18:00'], '"25:61-18:00" is no span of hours'],
    [['set', 'sekolah', '--hours', '18.00-07.00'], 'end before they begin'],
    [['set', 'sekolah', '--hours', '11.30-13.45'], 'less than an hour would be open'],
    [['set', 'sekolah', '--holidays', 'ya'], '--holidays is yes or no'],
    [['ramadan', '2027-02-08', '2027-03-09'], '--hijri 1448'],
    [['ramadan', '2027-02-08', '2027-03-09', '--hijri', '1448'], '--source'],
    [['ramadan', '2027-02-30', '2027-03-09', '--hijri', '1448', '--source', 'x'], 'does not exist'],
    [
      ['ramadan', '2027-03-09', '2027-02-08', '--hijri', '1448', '--source', 'x'],
      'before it begins',
    ],
    [['ramadan', '2027-02-08', '2027-03-20', '--hijri', '1448', '--source', 'x'], '29 or 30 days'],
  ])('%j is refused in a line, and changes nothing', async (args, words) => {
    const before = await state()
    const { code, stdout, stderr } = await calendar(...args)
    expect(stderr).toContain(words)
    expect(stderr).not.toMatch(stack)
    expect([code, stdout]).toEqual([1, ''])
    expect(await state()).toEqual(before)
  })

  it('Ramadan is set with its source, and set anew', async () => {
    const set = (last: string) =>
      json('ramadan', '2027-02-08', last, '--hijri', '1448', '--source', 'Keputusan contoh')
    expect(await set('2027-03-09')).toMatchObject({ hijriYear: 1448, last: '2027-03-09' })
    await set('2027-03-08')
    expect((await json('list'))['ramadans']).toEqual([
      { hijriYear: 1448, first: '2027-02-08', last: '2027-03-08', source: 'Keputusan contoh' },
    ])
  })
})
