import type { Clock } from '../platform/clock.ts'
import { assertClock, judgeSkew } from '../platform/clock-skew.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import type { SteadyClock } from '../platform/steady-clock.ts'
import type { TelegramClient } from '../platform/telegram/index.ts'

interface Watched {
  readonly telegram: Pick<TelegramClient, 'serverTime'>
  readonly log: Logger
  /** Ends a look that waits for Telegram. */
  readonly ended: AbortSignal
}

/**
 * Before anything is written that has a time. Where Telegram's answer tells none, nothing is known.
 *
 * @throws UserError where the clock cannot be right
 */
export async function compareClock(clock: Clock, { telegram, log, ended }: Watched): Promise<void> {
  const theirs = await telegram.serverTime(ended)
  if (theirs === undefined) return
  const now = clock.now()
  assertClock(now, theirs)
  const aheadMs = now.getTime() - theirs.getTime()
  if (judgeSkew(aheadMs) === 'off') {
    log.warn({ aheadMs }, 'the clock of this machine differs from Telegram’s: see sedikit doctor')
  }
}

/** Elapsed milliseconds between two looks: how late somebody is who slept. */
const LOOK_MS = 15_000

/** Looks again and again, in every process: each has its own clock. */
export function keepClock(
  clock: SteadyClock,
  { telegram, log, everyMs }: Omit<Watched, 'ended'> & { readonly everyMs: number | undefined },
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = stopping.signal
  const look = watchClock(clock, { telegram, log, ended })
  const looking = (async () => {
    for (;;) {
      await pause(everyMs ?? LOOK_MS, ended)
      if (ended.aborted) return
      await look().catch((error: unknown) => {
        if (ended.aborted) return
        log.warn({ error: messageOf(error) }, 'the clock could not be compared with Telegram’s')
      })
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await looking
    },
  }
}

/**
 * A look at a clock that may have jumped: it is followed where Telegram's says the same (the machine
 * slept, or was set right). Until then this process goes by the time that has elapsed.
 */
function watchClock(clock: SteadyClock, { telegram, log, ended }: Watched): () => Promise<void> {
  let warned = false
  return async () => {
    const aheadMs = clock.aheadMs()
    if (aheadMs === 0) {
      if (warned) log.info('the clock of this machine is right again')
      warned = false
      return
    }
    const theirs = await telegram.serverTime(ended)
    const told = clock.now().getTime() + aheadMs
    if (theirs !== undefined && judgeSkew(told - theirs.getTime()) !== 'wrong') {
      clock.follow()
      log.warn({ aheadMs }, 'the clock of this machine has jumped, and Telegram’s says the same')
      warned = false
      return
    }
    if (!warned) {
      log.error(
        { aheadMs },
        'the clock of this machine has jumped and is not followed: time goes on as it elapses. Set it (timedatectl set-ntp true); see sedikit doctor',
      )
    }
    warned = true
  }
}
