import { sql } from 'drizzle-orm'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { addFinishers } from '../support/finishers.ts'
import { callInProcess, type Finished } from '../support/journey-process.ts'
import { workbook } from '../support/workbook.ts'

const now = new Date('2026-11-20T02:00:00Z')

describe('roster import', () => {
  let cloned: ClonedDatabase
  let database: Database
  let env: Record<string, string>
  let folder: string
  beforeAll(async () => {
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl)
    env = { DATABASE_URL: cloned.appUrl, DATABASE_OWNER_URL: cloned.ownerUrl }
    folder = await mkdtemp(join(tmpdir(), 'sedikit-roster-'))
    const unit = await addUnit(database.db, { name: 'Pemkab Contoh', now })
    await addUnit(database.db, { name: 'Dinas Kesehatan', now })
    // One who is sure, one who is only like it, and two of one name.
    const names = ['Siti Aminah', 'Aminah', 'Budi Rahman', 'Budi Rahman']
    await addFinishers(database.db, {
      count: 4,
      unitId: unit.id,
      doneAt: now,
      names,
      firstId: 7100,
    })
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await database.close()
    await cloned.drop()
  })

  const run = (...args: readonly string[]): Promise<Finished> =>
    callInProcess(['roster', 'import', ...args], env)

  const file = async (name: string, content: string | Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, content)
    return path
  }

  const places = (): Promise<Record<string, unknown>[]> =>
    rowsOf(
      database.db,
      sql`select r.name, u.name as unit, r.job_role, r.phone, p.telegram_id::int as claimed
        from roster_places r join units u on u.id = r.unit_id
        left join people p on p.id = r.person_id order by r.name`,
    )

  const LIST = [
    ['Nama', 'Unit Kerja', 'Jabatan', 'No. HP'],
    ['Hj. St. Aminah, S.Kep.', 'Pemkab Contoh', 'Perawat', 81_234_567_890],
    ['Budi Rahman', 'pemkab contoh', 'Kepala Bagian', null],
    ['Andi <Tenri> & Co', 'Dinas Kesehatan', null, null],
  ] as const

  it('is a dry run unless it is told to apply, and then whole; a second run changes nothing', async () => {
    const path = await file('pegawai.xlsx', workbook(LIST))
    const dry = await run(path)
    expect(dry.stdout).toContain('3 added, 0 changed, 0 as they were')
    expect(dry.stdout).toContain('1 belong to people who have joined already')
    expect(dry.stdout).toContain('Dry run: nothing was written')
    expect(await places()).toEqual([])

    const made = JSON.parse((await run(path, '--apply', '--json')).stdout)
    expect(made).toMatchObject({ imported: true, rows: 3, added: 3, claimed: 1, problems: [] })
    const stored = await places()
    expect(stored).toEqual([
      {
        name: 'Andi <Tenri> & Co',
        unit: 'Dinas Kesehatan',
        job_role: null,
        phone: null,
        claimed: null,
      },
      {
        name: 'Budi Rahman',
        unit: 'Pemkab Contoh',
        job_role: 'pimpinan',
        phone: null,
        claimed: null,
      },
      {
        name: 'Hj. St. Aminah, S.Kep.',
        unit: 'Pemkab Contoh',
        job_role: 'kesehatan',
        phone: '6281234567890',
        claimed: 7100,
      },
    ])
    expect((await run(path, '--apply')).stdout.trim()).toBe('0 added, 0 changed, 3 as they were')
    expect(await places()).toEqual(stored)
  })

  it('takes a CSV too, corrects what changed, and takes nobody off', async () => {
    const path = await file(
      'pegawai.csv',
      '\uFEFFnama;unit;jabatan;hp\r\n"Siti Aminah, S.Kep., Ners";Pemkab Contoh;Perawat;081234567890\r\nRina;Pemkab Contoh;;\r\n',
    )
    expect((await run(path, '--apply')).stdout.trim()).toBe(
      '1 added, 1 changed, 0 as they were\n1 on the roster of these units are not in the file: left as they are',
    )
    expect((await places()).map(({ name, claimed }) => [name, claimed])).toEqual([
      ['Andi <Tenri> & Co', null],
      ['Budi Rahman', null],
      ['Rina', null],
      ['Siti Aminah, S.Kep., Ners', 7100],
    ])
  })

  it('takes nothing of a file with a mistake, and says all of them with their lines', async () => {
    const before = await places()
    const path = await file(
      'salah.csv',
      'nama,unit\nTono,Pemkab Contoh\nWati,Dinas Kesehatn\n,Dinas Kesehatan\n',
    )
    const { code, stderr, stdout } = await run(path, '--apply', '--json')
    expect(code).toBe(1)
    expect(stderr).toContain(
      'salah.csv:3: there is no unit "Dinas Kesehatn": did you mean "Dinas Kesehatan"?',
    )
    expect(stderr).toContain('salah.csv:4: the name is empty')
    expect(stderr).toContain('Nothing was imported')
    expect(JSON.parse(stdout)).toMatchObject({ imported: false, rows: 1 })
    expect(await places()).toEqual(before)
  })

  it('needs no unit in the file when one is named', async () => {
    const path = await file('desa.csv', 'nama\nLina\n')
    expect((await run(path, '--unit', 'Dinas Kesehatan')).stdout).toContain('1 added')
  })

  it('two imports at once add nobody twice', async () => {
    const path = await file(
      'dua.csv',
      'nama,unit\nDua Kali,Dinas Kesehatan\nTiga Kali,Dinas Kesehatan\n',
    )
    const both = await Promise.all([run(path, '--apply'), run(path, '--apply')])
    const counts = both.map(({ stdout }) => stdout.split('\n')[0] ?? '')
    expect(counts.toSorted((a, b) => a.localeCompare(b))).toEqual([
      '0 added, 0 changed, 2 as they were',
      '2 added, 0 changed, 0 as they were',
    ])
  })

  it('says what is wrong with the file itself', async () => {
    const notes: readonly (readonly [string, string | Buffer, RegExp])[] = [
      ['daftar.xls', 'x', /neither CSV nor XLSX/],
      ['teks.xlsx', 'nama,unit', /is no XLSX workbook/],
      ['rusak.xlsx', Buffer.concat([workbook(LIST).subarray(0, 200), Buffer.alloc(50)]), /damaged/],
      ['kosong.xlsx', workbook([]), /no row names the columns/],
      ['petik.csv', 'nama,unit\n"Rina,x', /a quote is not closed/],
    ]
    for (const [name, content, words] of notes) {
      const { code, stderr } = await run(await file(name, content), '--apply')
      expect([name, code]).toEqual([name, 1])
      expect(stderr).toMatch(words)
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect((await run(join(folder, 'none.csv'))).stderr).toContain('cannot be read')
    expect((await run()).stderr).toContain('Which file?')
    const path = await file('apply.csv', 'nama\nX')
    expect((await run(path, '--apply', '--dry-run')).stderr).toContain('not both')
    expect((await run(path, '--unit', 'Entah')).stderr).toContain('no unit named "Entah"')
  })
})
