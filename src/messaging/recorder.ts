import { elapsedMs, pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import { loggedAs } from '../platform/log-context.ts'
import type { Logger } from '../platform/logger.ts'
import { recordResults, type RecordDependencies } from './record.ts'
import type { RowResult } from './record-store.ts'

export interface Recorder {
  /** Resolves when the result is committed. */
  record(result: RowResult): Promise<void>
}

/** Results of one transaction: all that a worker may hold. */
const BATCH = 256

/** Tries of one result, some seconds together, after which its row ends although nobody can be told. */
const TRIES_TO_TELL = 6

/** For how long a result is kept in hand while Postgres is away; then the lease has run out anyway. */
const GIVE_UP_MS = 50_000

interface Waiting {
  readonly result: RowResult
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
  /** Elapsed time at which it came. */
  readonly since: number
  tries: number
}

/**
 * Gathers results into micro-batches: while one transaction commits, those that arrive wait for the
 * next. Two commits a row would cost most of the speed.
 */
export function createRecorder(dependencies: RecordDependencies, log: Logger): Recorder {
  const waiting: Waiting[] = []
  let writing = false

  /** @returns whether the batch is committed */
  async function commits(batch: readonly Waiting[]): Promise<boolean> {
    try {
      await recordResults(
        dependencies,
        batch.map((entry) => entry.result),
        batch.length === 1 && batch.every(({ tries }) => tries >= TRIES_TO_TELL),
      )
      for (const entry of batch) entry.resolve()
      return true
    } catch (error) {
      log.error({ error: messageOf(error), rows: batch.length }, 'results not recorded')
      return false
    }
  }

  /** A result that cannot be written must not hold up the others: it comes again by itself. */
  async function later(entry: Waiting): Promise<void> {
    if (elapsedMs() - entry.since > GIVE_UP_MS) {
      entry.reject(new Error('The result could not be recorded; its lease has run out'))
      return
    }
    await pause(Math.min(2000, 100 * 2 ** entry.tries++))
    enqueue(entry)
  }

  async function drain(): Promise<void> {
    writing = true
    try {
      while (waiting.length > 0) {
        const batch = waiting.splice(0, BATCH)
        if (await commits(batch)) continue
        for (const entry of batch) {
          if (batch.length === 1 || !(await commits([entry]))) later(entry).catch(entry.reject)
        }
      }
    } finally {
      writing = false
    }
  }

  function enqueue(entry: Waiting): void {
    waiting.push(entry)
    if (!writing) loggedAs(undefined, drain).catch(entry.reject)
  }

  return {
    record: (result) =>
      new Promise<void>((resolve, reject) => {
        enqueue({ result, resolve, reject, since: elapsedMs(), tries: 0 })
      }),
  }
}
