import { elapsedMs, pause } from '../../platform/elapsed.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Logger } from '../../platform/logger.ts'
import type { Clockwork } from './clockwork.ts'

/** Elapsed milliseconds between two looks. */
const ROUND_MS = 500

export interface Countdown {
  stop(): Promise<void>
}

/** Whoever waits for something at the phone waits no longer than this: civil milliseconds. */
const SOON_MS = 15_000

/**
 * The demo's clock stands still until it is moved; but a confirmed announcement can be undone for ten
 * seconds, and what people do with their copies is told a few seconds later. Whoever looks on waits
 * for these, so they pass by themselves.
 */
export function runCountdown(parts: {
  readonly clockwork: Pick<Clockwork, 'pass' | 'state'>
  readonly clock: Clock
  readonly log: Logger
  /** What comes next of that kind; undefined: nothing does. */
  readonly nextAt: () => Promise<Date | undefined>
}): Countdown {
  const { clockwork, clock, log, nextAt } = parts
  const stopping = new AbortController()
  const { signal } = stopping

  async function round(since: number): Promise<void> {
    const { moving, playing } = clockwork.state
    if (moving || playing) return
    const next = await nextAt()
    const left = next === undefined ? 0 : next.getTime() - clock.now().getTime()
    if (next === undefined || left <= 0 || left > SOON_MS) return
    const passed = clock.now().getTime() + elapsedMs() - since
    await clockwork.pass(new Date(Math.min(passed, next.getTime())))
  }

  async function run(): Promise<void> {
    for (let since = elapsedMs(); !signal.aborted;) {
      await pause(ROUND_MS, signal)
      if (signal.aborted) return
      const began = elapsedMs()
      await round(since).catch((error: unknown) => {
        log.warn({ error: messageOf(error) }, 'the countdown could not be read')
      })
      since = began
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
