import { sql } from 'drizzle-orm'
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { backUp, bringBack, migrate, openDatabases } from '../../src/app.ts'
import { inspectBackup } from '../../src/backups/index.ts'
import { addUnit } from '../../src/people/index.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { rowsOf, withDatabase } from '../../src/platform/db/index.ts'
import { removeEmbeddedPostgres } from '../../src/platform/embedded/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { countsAt } from '../support/backups.ts'
import { emptyDatabase } from '../support/database.ts'

const NOW = new Date('2026-11-20T02:00:00Z')

/** The embedded Postgres: backed up at work and at rest, moved to a server, and carried over. */
describe('an embedded Postgres that moves', () => {
  let base: string
  let where: Parameters<typeof openDatabases>[0]
  let folder: string
  let clusterDir: string
  let second = 0
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'sedikit-moves-'))
    // As root the server runs as somebody else, who has to get there.
    await chmod(base, 0o755)
    folder = join(base, 'backups')
    clusterDir = join(base, 'data/postgres/cluster')
    where = {
      config: parseConfig({}),
      dataDir: join(base, 'data'),
      log: silentLogger,
      postgresSettings: { fsync: 'off', shared_buffers: '16MB' },
    }
    await withEmbedded(async ({ appUrl }) => {
      await withDatabase(appUrl, (db) => addUnit(db, { name: 'Pemkab Contoh', now: NOW }))
    })
  })
  afterAll(async () => {
    await removeEmbeddedPostgres(join(base, 'data/postgres'))
    await rm(base, { recursive: true, force: true })
  })

  async function withEmbedded<T>(
    work: (urls: { ownerUrl: string; appUrl: string }) => Promise<T>,
  ): Promise<T> {
    const databases = await openDatabases(where)
    try {
      await migrate(databases, undefined)
      return await work(databases)
    } finally {
      await databases.stop()
    }
  }

  /** Each of another second: the name of a file has no more. */
  const made = (): ReturnType<typeof backUp> =>
    backUp({ ...where, folder, madeAt: new Date(NOW.getTime() + 1000 * second++) })

  const units = () =>
    withEmbedded(({ appUrl }) =>
      withDatabase(appUrl, (db) => rowsOf(db, sql`select name from units order by name`)),
    )

  it('is read beside the bot that runs it, and moves to a server with all rows', async () => {
    const [before, { file }] = await withEmbedded(async ({ ownerUrl }) => [
      await countsAt(ownerUrl),
      await made(),
    ])
    expect((await inspectBackup(file)).head).toMatchObject({ from: 'embedded', inUse: false })
    const server = await emptyDatabase(inject('ownerUrl'), inject('appUrl'))
    try {
      const done = await bringBack({
        ...where,
        config: parseConfig({ DATABASE_URL: server.appUrl, DATABASE_OWNER_URL: server.ownerUrl }),
        backup: await inspectBackup(file),
        now: NOW,
        keepOldIn: undefined,
      })
      expect(Object.fromEntries(done.tables)).toEqual(before)
      expect(await countsAt(server.ownerUrl)).toEqual({
        ...before,
        audit: (before['audit'] ?? 0) + 1,
      })
    } finally {
      await server.drop()
    }
  })

  it('a restore is refused while another process has the folder', async () => {
    const { file } = await made()
    const backup = await inspectBackup(file)
    await withEmbedded(async () => {
      await expect(bringBack({ ...where, backup, now: NOW, keepOldIn: undefined })).rejects.toThrow(
        /is in use by/,
      )
    })
  })

  it('of another major version without a backup of its last state: refused, with what to do', async () => {
    // A backup was made at rest, and then the bot ran.
    await made()
    await withEmbedded(({ appUrl }) =>
      withDatabase(appUrl, (db) => addUnit(db, { name: 'Dinas Baru', now: NOW })),
    )
    await writeFile(join(clusterDir, 'PG_VERSION'), '17\n')
    await expect(openDatabases(where)).rejects.toMatchObject({
      message: expect.stringMatching(/was written by Postgres 17.* brings Postgres \d+/),
      hint: expect.stringContaining('npm run sedikit -- backup'),
    })
    expect(await readdir(join(clusterDir, '..'))).not.toContain('cluster-17')
    await writeFile(join(clusterDir, 'PG_VERSION'), '18\n')
    expect(await units()).toHaveLength(2)
  })

  it('of another major version with one: carried over once, and the old files are kept', async () => {
    await made()
    await writeFile(join(clusterDir, 'PG_VERSION'), '17\n')
    expect(await units()).toEqual([{ name: 'Dinas Baru' }, { name: 'Pemkab Contoh' }])
    expect(await readdir(join(clusterDir, '..'))).toEqual(
      expect.arrayContaining(['cluster', 'cluster-17']),
    )
    expect(await readdir(join(clusterDir, '..'))).not.toContain('handover.json')
    expect(await units()).toHaveLength(2)
  })

  it('goes on where it was broken off, and never takes the new one for an empty database', async () => {
    const { file } = await made()
    await writeFile(join(clusterDir, 'PG_VERSION'), '17\n')
    const hidden = `${file}.hidden`
    // The file is there when it is put aside, and cannot be read when it is to be brought in.
    await writeFile(hidden, 'not a backup')
    const note = join(clusterDir, '..', 'handover.json')
    const noted = await readFile(note, 'utf8')
    await writeFile(note, noted.replace(file, hidden))
    await expect(openDatabases(where)).rejects.toThrow(/damaged or cut short/)
    await expect(openDatabases(where)).rejects.toThrow(/damaged or cut short/)
    await rename(file, hidden)
    expect(await units()).toHaveLength(2)
    expect(await readdir(join(clusterDir, '..'))).toEqual(
      expect.arrayContaining(['cluster', 'cluster-17', 'cluster-17-2']),
    )
  })
})
