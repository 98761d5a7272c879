import { incarnationOf, signalProcess, waitUntil } from './processes.ts'
import type { RunningServer } from './running.ts'

/** How long each way of stopping is waited for, in milliseconds. */
const fastMs = 60_000
const immediateMs = 10_000

/**
 * Stops a server and resolves when its postmaster is gone, which is after all its children. Fast
 * shutdown (SIGINT): open transactions are rolled back and a checkpoint is written. When that does
 * not end, immediate shutdown (SIGQUIT): the next start recovers from the log, nothing committed is
 * lost. See "Shutting Down the Server" in Postgres' manual.
 */
export async function stopServer({ pid, incarnation }: RunningServer): Promise<void> {
  const gone = async () => (await incarnationOf(pid)) !== incarnation
  if (await gone()) return
  signalProcess(pid, 'SIGINT')
  if (await waitUntil(gone, fastMs)) return
  signalProcess(pid, 'SIGQUIT')
  if (await waitUntil(gone, immediateMs)) return
  throw new Error(`Postgres (pid ${pid}) does not stop`)
}
