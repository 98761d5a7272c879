import { sql } from 'drizzle-orm'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { AuditAction } from '../../src/audit/index.ts'
import { commandNames } from '../../src/cli/index.ts'
import { createInvite } from '../../src/people/index.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { addFinishers } from '../support/finishers.ts'
import { callInProcess } from '../support/journey-process.ts'

const NOW = new Date('2026-11-20T02:00:00Z')

/** Each command that changes something, as it is called; they build on one another, in this order. */
const changes: readonly (readonly [name: string, args: readonly string[], kept: AuditAction])[] = [
  ['unit add', ['Pemkab Contoh'], 'unit.added'],
  ['unit add', ['Dinas Contoh', '--parent', 'Pemkab Contoh'], 'unit.added'],
  ['unit sector', ['Dinas Contoh', '--inherit'], 'unit.sector'],
  ['admin add', ['7100'], 'role.granted'],
  ['admin add', [], 'invite.made'],
  ['role grant', ['7101', '--unit', 'Dinas Contoh'], 'role.granted'],
  ['role grant', ['7102', '--unit', 'Dinas Contoh', '--hand-over'], 'role.handed_over'],
  ['role revoke', ['7102', '--unit', 'Dinas Contoh'], 'role.revoked'],
  ['roster import', ['<roster>', '--unit', 'Dinas Contoh', '--apply'], 'roster.imported'],
  ['invite create', ['--unit', 'Dinas Contoh'], 'invite.made'],
  ['settings', ['ranking.shown', 'false'], 'setting.changed'],
  ['calendar set', ['sekolah', '--kind', 'school'], 'calendar.changed'],
  ['calendar set-unit', ['Dinas Contoh', 'sekolah'], 'unit.calendar'],
  ['calendar import', ['<days>'], 'calendar.imported'],
  [
    'calendar ramadan',
    ['2027-02-08', '2027-03-09', '--hijri', '1448', '--source', 'contoh'],
    'calendar.ramadan',
  ],
  ['certificate jp', ['fondasi', '20', '--basis', 'Keputusan contoh'], 'certificate.hours'],
  ['certificate jp', ['fondasi', '--remove'], 'certificate.hours'],
  [
    'certificate bulk',
    ['--unit', 'Pemkab Contoh', '--out', '<out>', '--without-jp'],
    'certificate.issued',
  ],
  ['certificate revoke', ['<number>', '--reason', 'mistake'], 'certificate.revoked'],
  ['certificate restore', ['<number>'], 'certificate.restored'],
]

/** Commands that change nothing of what others have, or nothing in the database at all. */
const readers = new Set([
  'start',
  'demo',
  'simulator',
  'migrate',
  'unit list',
  'role list',
  'queue show',
  'certificate list',
  'calendar list',
  'lessons check',
  'lessons preview',
  'lessons export',
  'lessons import',
  // It reckons anew what follows from the facts, and changes none of them.
  'stats rebuild',
  // It writes the same rows anew, without what was deleted before.
  'data scrub',
  // It reads; whoever may run it reads the database without it as well.
  'backup',
])

/** Tested where there is something for them to change: reviews-tune.test.ts,
 * journeys/status.test.ts, backup.test.ts. */
const elsewhere = new Set(['reviews tune', 'queue drop', 'restore'])

describe('what is done from the shell', () => {
  let cloned: ClonedDatabase
  let database: Database
  let folder: string
  let env: Record<string, string>
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-audit-'))
    await writeFile(join(folder, 'roster.csv'), 'nama\nSiti Contoh\n')
    await writeFile(
      join(folder, 'days.csv'),
      'year,2027\nsource,contoh\ndate,name,kind,calendar\n2027-01-01,Tahun Baru,holiday,\n',
    )
    cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(cloned.appUrl)
    env = {
      DATABASE_URL: cloned.appUrl,
      DATABASE_OWNER_URL: cloned.ownerUrl,
      PUBLIC_URL: 'https://belajar.example',
    }
  })
  afterAll(async () => {
    await database.close()
    await cloned.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const trail = (): Promise<{ action: string; by_id: string | null }[]> =>
    rowsOf(database.db, sql`select action, by_id from audit order by id`)

  /** People are there once the organisation is. */
  async function populate(): Promise<void> {
    const [root] = await rowsOf<{ id: string }>(
      database.db,
      sql`select id from units where parent_id is null`,
    )
    await addFinishers(database.db, {
      count: 3,
      unitId: root?.id ?? '',
      doneAt: NOW,
      names: ['Rina', 'Budi', 'Ahmad'],
      firstId: 7100,
    })
  }

  async function filled(arg: string): Promise<string> {
    if (arg === '<roster>') return join(folder, 'roster.csv')
    if (arg === '<days>') return join(folder, 'days.csv')
    if (arg === '<out>') return join(folder, 'out')
    if (arg !== '<number>') return arg
    const [one] = await rowsOf<{ number: string }>(
      database.db,
      sql`select number from certificates order by id limit 1`,
    )
    return one?.number ?? ''
  }

  it('every command is known to change something or not', () => {
    const changing = new Set([...changes.map(([name]) => name), ...elsewhere])
    expect(commandNames.filter((name) => changing.has(name) === readers.has(name))).toEqual([])
  })

  it.each(changes)('%s %j is kept as %s', { timeout: 60_000 }, async (name, args, kept) => {
    const before = (await trail()).length
    const given = await Promise.all(args.map(filled))
    const { code, stderr } = await callInProcess([...name.split(' '), ...given], env)
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    expect((await trail()).slice(before)).toEqual([{ action: kept, by_id: null }])
    if (before === 0) await populate()
  })

  it('a refused or dry run is not', { timeout: 60_000 }, async () => {
    const before = (await trail()).length
    const dry = ['calendar', 'import', await filled('<days>'), '--dry-run']
    expect((await callInProcess(dry, env)).code).toBe(0)
    const roster = ['roster', 'import', await filled('<roster>'), '--unit', 'Dinas Contoh']
    expect((await callInProcess(roster, env)).code).toBe(0)
    expect((await callInProcess(['role', 'revoke', '7100', '--admin'], env)).code).toBe(1)
    expect((await callInProcess(['unit', 'add', 'Dinas Contoh'], env)).code).toBe(1)
    expect(await trail()).toHaveLength(before)
  })

  it('an invitation that is made in a transaction that fails leaves no trace', async () => {
    const before = (await trail()).length
    const invite = { grants: 'admin', unitId: null, maxUses: 1, createdBy: null } as const
    await expect(
      database.db.transaction(async (tx) => {
        await createInvite(tx, { ...invite, expiresAt: NOW }, NOW)
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    expect(await trail()).toHaveLength(before)
  })
})
