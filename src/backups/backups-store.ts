import { desc, gt, lt, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { backups } from './schema.ts'

/** How the nights went. */
export interface BackupNights {
  readonly last:
    | { readonly dueAt: Date; readonly endedAt: Date; readonly bytes: number }
    | undefined
  /** The newest try, when it failed. */
  readonly failed:
    | { readonly dueAt: Date; readonly endedAt: Date; readonly error: string }
    | undefined
  /** Nights on which it failed since the last that is good. */
  readonly missed: number
}

export async function readNights(db: Db): Promise<BackupNights> {
  const [last] = await db
    .select()
    .from(backups)
    .where(isNotNull(backups.file))
    .orderBy(desc(backups.id))
    .limit(1)
  const since = await db
    .select()
    .from(backups)
    .where(last === undefined ? sql`true` : gt(backups.id, last.id))
    .orderBy(desc(backups.id))
  const [failed] = since
  return {
    last: last === undefined ? undefined : { ...last, bytes: last.bytes ?? 0 },
    failed: failed === undefined ? undefined : { ...failed, error: failed.error ?? '' },
    missed: new Set(since.map(({ dueAt }) => dueAt.getTime())).size,
  }
}

/** What came of a try: its file, or why there is none. */
export type Tried = { readonly file: string; readonly bytes: number } | { readonly error: string }

/** Characters of what went wrong. */
const ERROR_LENGTH = 300

const DAY_MS = 24 * 3600_000
/** Longer than anybody looks back. */
const KEPT_MS = 400 * DAY_MS

export async function noteBackup(db: Db, dueAt: Date, tried: Tried, now: Date): Promise<void> {
  const failed = 'error' in tried
  await db.insert(backups).values({
    dueAt,
    endedAt: now,
    file: failed ? null : tried.file,
    bytes: failed ? null : tried.bytes,
    error: failed ? tried.error.slice(0, ERROR_LENGTH) : null,
  })
  await db.delete(backups).where(lt(backups.endedAt, new Date(now.getTime() - KEPT_MS)))
}
