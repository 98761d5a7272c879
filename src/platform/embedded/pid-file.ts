import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './failure.ts'

/** What Postgres writes about itself into its folder (miscadmin.h, LOCK_FILE_LINE_*). */
export interface PidFile {
  readonly pid: number
  readonly port: number | undefined
  readonly status: 'starting' | 'ready' | 'stopping' | 'unknown'
}

/** Undefined when the text holds no process number: an empty file is what a crash leaves. */
export function parsePidFile(text: string): PidFile | undefined {
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isSafeInteger(pid) || pid === 0) return undefined
  const port = Number(lines[3])
  const status = lines[7]
  return {
    pid,
    port: Number.isSafeInteger(port) && port > 0 ? port : undefined,
    status:
      status === 'starting' || status === 'ready' || status === 'stopping' ? status : 'unknown',
  }
}

/** 'absent' when there is no such file, undefined when there is one without content. */
export async function readPidFile(clusterDir: string): Promise<PidFile | 'absent' | undefined> {
  try {
    return parsePidFile(await readFile(pathOf(clusterDir), 'utf8'))
  } catch (error) {
    if (isMissing(error)) return 'absent'
    throw error
  }
}

/**
 * Makes a left-over file one that Postgres itself takes for stale, although its process number now
 * belongs to a stranger: after a reboot, or in a container where numbers are small and come again.
 * It is not simply removed, since its line about shared memory is what keeps a second server from
 * data that processes of the first still use. Postgres holds a number for stale that is its own
 * parent's (CreateLockFile in miscinit.c), and its parent will be this process.
 */
export async function markPidFileStale(clusterDir: string): Promise<void> {
  const path = pathOf(clusterDir)
  const text = await readFile(path, 'utf8')
  const owner = await stat(path)
  const next = `${path}.sedikit`
  await writeFile(next, text.replace(/^[^\n]*/, String(process.pid)), { mode: 0o600 })
  await chown(next, owner.uid, owner.gid)
  await rename(next, path)
}

/** Removes a file without content: it protects nothing, and Postgres would refuse to start. */
export async function removeEmptyPidFile(clusterDir: string): Promise<void> {
  await rm(pathOf(clusterDir), { force: true })
}

function pathOf(clusterDir: string): string {
  return join(clusterDir, 'postmaster.pid')
}
