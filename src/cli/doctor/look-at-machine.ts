import { randomBytes } from 'node:crypto'
import { access, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkLessons, formatProblem } from '../../content/index.ts'
import type { ContentFacts, DiskFacts, FolderFacts } from './judge-machine.ts'

/** More than what a file system keeps back for the smallest files. */
const TRIAL_BYTES = 16_384

/**
 * Writes a small file and removes it: rights alone do not tell, since root has all of them on a file
 * system that is read-only or full. A folder that is still to be made is tried one above.
 */
export async function tryFolder(folder: string): Promise<FolderFacts> {
  const file = join(await nearest(folder), `.doctor-${randomBytes(6).toString('hex')}`)
  try {
    await writeFile(file, Buffer.alloc(TRIAL_BYTES), { flush: true })
    return { folder, fault: undefined }
  } catch (error) {
    return { folder, fault: codeOf(error) }
  } finally {
    await rm(file, { force: true }).catch(() => undefined)
  }
}

/** Undefined where the system does not tell. */
export async function measureDisk(folder: string): Promise<DiskFacts | undefined> {
  try {
    const { bavail, bsize, ffree, files } = await statfs(await nearest(folder))
    return { folder, freeBytes: bavail * bsize, freeInodes: files > 0 ? ffree : undefined }
  } catch {
    return undefined
  }
}

/** @param today YYYY-MM-DD */
export async function readContent(folder: string, today: string): Promise<ContentFacts> {
  const { tracks, lessons, errors } = await checkLessons(folder, today)
  return { tracks, lessons, errors: errors.map(formatProblem) }
}

/** The folder, or the first above it that there is. */
async function nearest(folder: string): Promise<string> {
  try {
    await access(folder)
    return folder
  } catch {
    const above = dirname(folder)
    return above === folder ? folder : nearest(above)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
}
