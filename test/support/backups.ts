import { sql } from 'drizzle-orm'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { rowsOf, withDatabase, type Db } from '../../src/platform/db/index.ts'
import { emptyDatabase, type ClonedDatabase } from './database.ts'
import { callInProcess } from './journey-process.ts'

export type Counts = Readonly<Record<string, number>>

export interface MadeBackup {
  readonly file: string
  readonly bytes: number
  readonly rows: number
}

/** The rows of every table of ours, counted. */
export async function countsOf(db: Db): Promise<Counts> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [found] = await rowsOf<{ count: number }>(
      db,
      sql`select count(*)::int as count from ${sql.identifier(name)}`,
    )
    counts[name] = found?.count ?? 0
  }
  return counts
}

export function countsAt(url: string): Promise<Counts> {
  return withDatabase(url, countsOf)
}

export interface BackupBench {
  readonly folder: string
  /** What the operator's environment says for a database. */
  envOf(urls: { ownerUrl: string; appUrl: string }): Record<string, string>
  backUp(env: Record<string, string>): Promise<MadeBackup>
  /** An empty database, dropped at the end. */
  empty(): Promise<ClonedDatabase>
  close(): Promise<void>
}

/** A folder for backups, and databases to restore into. */
export async function openBackupBench(): Promise<BackupBench> {
  const folder = await mkdtemp(join(tmpdir(), 'sedikit-backup-'))
  const opened: ClonedDatabase[] = []
  return {
    folder,
    envOf: ({ ownerUrl, appUrl }) => ({
      DATABASE_URL: appUrl,
      DATABASE_OWNER_URL: ownerUrl,
      BACKUP_FOLDER: folder,
      LOG_LEVEL: 'silent',
    }),
    async backUp(env) {
      const { code, stdout, stderr } = await callInProcess(['backup', '--json'], env)
      // On a slow machine it says how far it is.
      if (code !== 0) throw new Error(stderr)
      return JSON.parse(stdout) as MadeBackup
    },
    async empty() {
      const database = await emptyDatabase(inject('ownerUrl'), inject('appUrl'))
      opened.push(database)
      return database
    },
    async close() {
      for (const database of opened) await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
