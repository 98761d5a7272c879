import type { App } from '../../app.ts'
import type { Clock } from '../../platform/clock.ts'
import { elapsedMs, pause } from '../../platform/elapsed.ts'
import type { Simulator } from '../../simulator/index.ts'
import { STEP_MS, type Cohort } from './cohort.ts'

/** Lets civil time pass with everything that it brings about. */
export interface Live {
  /** Waits until nothing is unhandled, nothing due is unsent, and nobody has to react; or for `signal`. */
  settle(signal?: AbortSignal): Promise<void>
  /**
   * Moves civil time to `to` through every moment at which anything is due or somebody does
   * something, each until the ledgers are idle. Ends early when `signal` aborts, also when they never come to rest.
   */
  advance(to: Date, options?: AdvanceOptions): Promise<void>
}

export interface AdvanceOptions {
  readonly signal?: AbortSignal
  readonly onStep?: () => void
}

export interface LiveParts {
  readonly app: Pick<App, 'tick' | 'nextDueAt' | 'isIdle'>
  readonly simulator: Simulator
  readonly clock: Clock
  /** Moves that clock, and whatever else keeps the same time. */
  readonly moveTo: (to: Date) => Promise<void>
  readonly cohort: Cohort
}

/** Elapsed milliseconds between two looks: soon at first; a look costs the database two queries. */
const FIRST_LOOK_MS = 2
const LOOK_MS = 16

/** Ledgers that have not come to rest for so long never will: elapsed milliseconds. */
const PATIENCE_MS = 120_000

/** What is due and does not move on after so many ticks is a mistake of the planner's. */
const MOST_TICKS = 50

export function createLive({ app, simulator, clock, moveTo, cohort }: LiveParts): Live {
  const quiet = (): boolean => !cohort.hasNews && simulator.pendingUpdates() === 0

  async function settle(signal?: AbortSignal): Promise<void> {
    const started = elapsedMs()
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(LOOK_MS, wait * 2)) {
      if (signal?.aborted === true) return
      cohort.react()
      // In this order: an update that is gone from Telegram's queue stands in the inbox.
      if (quiet() && (await app.isIdle()) && quiet()) return
      if (elapsedMs() - started > PATIENCE_MS) {
        throw new Error(`The ledgers did not come to rest at ${clock.now().toISOString()}`)
      }
      await pause(wait)
    }
  }

  /** Only what is due at this moment, however often that is. */
  async function tickThrough(signal?: AbortSignal): Promise<Date | undefined> {
    for (let ticks = 0; ; ticks++) {
      const due = await app.nextDueAt()
      if (due === undefined || due > clock.now() || signal?.aborted === true) return due
      if (ticks > MOST_TICKS) {
        throw new Error(`What was due at ${due.toISOString()} is due for ever`)
      }
      await app.tick()
      await settle(signal)
    }
  }

  async function step(signal?: AbortSignal): Promise<Date | undefined> {
    const due = await tickThrough(signal)
    const act = cohort.nextActAt()
    if (act !== undefined && act <= clock.now()) {
      cohort.act()
      await settle(signal)
      return clock.now()
    }
    if (due === undefined || act === undefined) return due ?? act
    return due < act ? due : act
  }

  return {
    settle,
    async advance(to, { signal, onStep } = {}) {
      for (;;) {
        const next = await step(signal)
        onStep?.()
        if (signal?.aborted === true) return
        if (next !== undefined && next <= clock.now()) continue
        if (next === undefined || next > to) break
        const onGrid = Math.ceil(next.getTime() / STEP_MS) * STEP_MS
        await moveTo(new Date(Math.min(onGrid, to.getTime())))
      }
      await moveTo(to)
      await tickThrough(signal)
      await settle(signal)
    },
  }
}
