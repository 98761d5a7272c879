import { elapsedMs, pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { recordResults, type RecordDependencies } from './record.ts'
import type { RowResult } from './record-store.ts'

export interface Recorder {
  /** Resolves when the result is committed. */
  record(result: RowResult): Promise<void>
}

/** Results of one transaction. */
const BATCH = 64

/** For how long a result is kept in hand while Postgres is away; then the lease has run out anyway. */
const GIVE_UP_MS = 50_000

interface Waiting {
  readonly result: RowResult
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Gathers results into micro-batches: while one transaction commits, those that arrive wait for the
 * next. Two commits a row would cost most of the speed.
 */
export function createRecorder(dependencies: RecordDependencies, log: Logger): Recorder {
  const waiting: Waiting[] = []
  let writing = false

  async function write(batch: readonly Waiting[]): Promise<void> {
    const started = elapsedMs()
    const results = batch.map((entry) => entry.result)
    for (let tries = 0; ; tries++) {
      try {
        await recordResults(dependencies, results)
        for (const entry of batch) entry.resolve()
        return
      } catch (error) {
        log.error({ error: messageOf(error), rows: results.length }, 'results not recorded')
        if (elapsedMs() - started > GIVE_UP_MS) {
          for (const entry of batch) entry.reject(error)
          return
        }
        await pause(Math.min(2000, 100 * 2 ** tries))
      }
    }
  }

  async function drain(): Promise<void> {
    writing = true
    try {
      while (waiting.length > 0) await write(waiting.splice(0, BATCH))
    } finally {
      writing = false
    }
  }

  return {
    record: (result) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ result, resolve, reject })
        if (!writing) drain().catch(reject)
      }),
  }
}
