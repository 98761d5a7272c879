import { elapsedMs, pause } from '../elapsed.ts'
import { UserError } from '../errors.ts'
import { markPidFileStale, readPidFile, removeEmptyPidFile } from './pid-file.ts'
import { incarnationOf, serverProcesses } from './processes.ts'

/** A server that accepts connections. */
export interface RunningServer {
  readonly pid: number
  /** Of the postmaster: no signal goes to a stranger that got its number later. */
  readonly incarnation: string
  readonly port: number
}

/** Recovery after a crash, or a last checkpoint on a slow disk, may take minutes. */
const patienceMs = 300_000

/**
 * The server that outlived the process which started it, once it is ready; undefined when there is
 * none, and then nothing is left in the way of starting one. Waits while one starts, stops, or has
 * lost its postmaster and lets its last processes go. To be called by the claim's holder alone.
 */
export async function findRunningServer(clusterDir: string): Promise<RunningServer | undefined> {
  const deadline = elapsedMs() + patienceMs
  for (;;) {
    const file = await readPidFile(clusterDir)
    const processes = await serverProcesses(clusterDir)
    if (processes.length === 0) {
      if (file === undefined) await removeEmptyPidFile(clusterDir)
      else if (file !== 'absent' && (await incarnationOf(file.pid)) !== undefined) {
        await markPidFileStale(clusterDir)
      }
      return undefined
    }
    const known = file !== undefined && file !== 'absent' && processes.includes(file.pid)
    if (known && file.status === 'ready' && file.port !== undefined) {
      const incarnation = await incarnationOf(file.pid)
      if (incarnation !== undefined) return { pid: file.pid, incarnation, port: file.port }
    }
    if (elapsedMs() > deadline) throw stuck(clusterDir, processes)
    await pause(20)
  }
}

function stuck(clusterDir: string, pids: readonly number[]): UserError {
  return new UserError(
    `A Postgres in ${clusterDir} neither gets ready nor ends (${pids.join(', ')})`,
    {
      hint: `End it (kill ${pids.join(' ')}) and start again.`,
    },
  )
}
