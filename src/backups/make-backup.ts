import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf, UserError } from '../platform/errors.ts'
import { dump, type DumpOptions } from './dump-store.ts'
import { backupName, halfName } from './names.ts'
import { createArchive } from './write-archive.ts'

export interface BackupOptions extends DumpOptions {
  /** Made where it is missing, for its owner alone. */
  readonly folder: string
  /** Stands in the file's name where it was not made by itself. */
  readonly why?: string
}

export interface Made {
  readonly file: string
  readonly bytes: number
  readonly rows: number
}

/**
 * Makes one backup. It has another name until it is whole and on the disk: a file that is called a
 * backup is one, whenever the machine stops.
 *
 * @throws UserError where the folder cannot be written to, or the disk is full
 */
export async function makeBackup({ folder, why, ...options }: BackupOptions): Promise<Made> {
  const name = backupName(options.madeAt, why)
  const file = join(folder, name)
  const half = join(folder, halfName(name))
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const archive = await createArchive(half)
    try {
      const rows = await dump(archive, options)
      const bytes = await archive.finish()
      await rename(half, file)
      await syncFolder(folder)
      return { file, bytes, rows }
    } catch (error) {
      await rm(half, { force: true })
      throw error
    } finally {
      await archive.close()
    }
  } catch (error) {
    throw explained(error, folder)
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Free some space, keep fewer (BACKUP_KEEP), or name another folder.',
  EDQUOT:
    'The quota is used up. Free some space, keep fewer (BACKUP_KEEP), or name another folder.',
  EROFS: 'The folder cannot be written to. Name another one.',
  EACCES: 'This user may not write there. Name another folder, or give it to this user.',
  EPERM: 'This user may not write there. Name another folder, or give it to this user.',
  ENOTDIR: 'There is a file where a folder should be. Name another folder.',
  EEXIST: 'There is one of this very second already, or a file in the way. Try again.',
}

function explained(error: unknown, folder: string): unknown {
  if (error instanceof UserError || !(error instanceof Error) || !('code' in error)) return error
  const hint = hints[String(error.code)]
  if (hint === undefined) return error
  return new UserError(
    `No backup was made in ${folder}: ${messageOf(error)}. The backups that are there are untouched.`,
    { hint, cause: error },
  )
}
