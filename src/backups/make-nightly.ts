import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Clock } from '../platform/clock.ts'
import { withSession, type Db } from '../platform/db/index.ts'
import { messageOf, UserError } from '../platform/errors.ts'
import { noteBackup, readNights, type Tried } from './backups-store.ts'
import type { Head } from './manifest.ts'
import { makeBackup } from './make-backup.ts'
import { NIGHTLY, rotation } from './names.ts'
import { isBackupDue } from './night.ts'

export interface NightlyOptions {
  readonly db: Db
  readonly url: string
  readonly from: Head['from']
  readonly program: string
  readonly folder: string
  readonly keep: number
  /** The moment at which it was due last. */
  readonly dueAt: Date
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Any number will do that no other lock has, as long as every instance uses the same. */
const NIGHTLY_LOCK = 7_305_470

/**
 * Makes the backup of the night where it is due and no other process is about it, keeps book of it, and
 * takes away those that are too old.
 *
 * @returns what came of it; undefined: there was nothing to do, or it was broken off
 */
export async function makeNightly(options: NightlyOptions): Promise<Tried | undefined> {
  const { db, clock, dueAt } = options
  if (!isBackupDue(await readNights(db), dueAt, clock.now())) return undefined
  return withSession(options.url, 'sedikit-nightly', async (session) => {
    const [lock] = await session.rows<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      NIGHTLY_LOCK,
    ])
    // Once more: whoever had the lock may have made it meanwhile.
    const isDue = isBackupDue(await readNights(db), dueAt, clock.now())
    if (lock?.got !== true || !isDue) return undefined
    const tried = await attempt(options)
    if (tried === undefined) return undefined
    await noteBackup(db, dueAt, tried, clock.now())
    return tried
  })
}

async function attempt(options: NightlyOptions): Promise<Tried | undefined> {
  const { url, from, program, folder, keep, clock, signal } = options
  try {
    // Nobody else is about it: what is half-made is of a process that is gone. It may fill the disk.
    await rotate(folder, keep)
    const madeAt = clock.now()
    const made = await makeBackup({ url, from, program, folder, madeAt, why: NIGHTLY, signal })
    await rotate(folder, keep)
    return { file: basename(made.file), bytes: made.bytes }
  } catch (error) {
    if (signal.aborted) return undefined
    return { error: error instanceof UserError ? error.message : messageOf(error) }
  }
}

async function rotate(folder: string, keep: number): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of rotation(names, keep)) await rm(join(folder, name), { force: true })
}
