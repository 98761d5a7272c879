import { elapsedMs, pause } from '../../platform/elapsed.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Logger } from '../../platform/logger.ts'
import type { Live } from './live.ts'

export interface ClockState {
  /** Civil time, ISO. */
  readonly now: string
  /** A jump is under way. */
  readonly moving: boolean
  readonly playing: boolean
}

/** What moves the demo's civil time: jumps, and playing. Otherwise it stands still. */
export interface Clockwork {
  readonly state: ClockState
  /** Begins a jump. @returns false while another is under way */
  jump(to: Date): boolean
  play(playing: boolean): void
  /** Lets time pass until `to` as if by itself: it counts as no jump. */
  pass(to: Date): Promise<void>
  /** Resolves when the jump that is under way has ended. */
  arrived(): Promise<void>
  subscribe(listener: (state: ClockState) => void): () => void
  stop(): Promise<void>
}

/** While playing, civil time runs an hour a second of elapsed time. */
const PLAY_SPEED = 3600

/** Elapsed milliseconds of one step of playing, and between two words to those who look on. */
const PLAY_STEP_MS = 250
const TELL_MS = 100

export function createClockwork(parts: {
  readonly live: Pick<Live, 'advance'>
  readonly clock: Clock
  readonly log: Logger
}): Clockwork {
  const { live, clock, log } = parts
  const listeners = new Set<(state: ClockState) => void>()
  const stopping = new AbortController()
  const { signal } = stopping
  let moving = false
  let playing = false
  let toldAt = Number.NEGATIVE_INFINITY
  /** Moves follow one another: a jump waits for a step of playing, and the other way round. */
  let last: Promise<void> = Promise.resolve()
  let player: Promise<void> | undefined

  const state = (): ClockState => ({ now: clock.now().toISOString(), moving, playing })

  function tell(): void {
    toldAt = elapsedMs()
    for (const listener of listeners) listener(state())
  }

  const onStep = (): void => {
    if (elapsedMs() - toldAt >= TELL_MS) tell()
  }

  function move(to: () => Date): Promise<void> {
    last = last.then(async () => {
      if (signal.aborted) return
      await live.advance(to(), { signal, onStep }).catch((error: unknown) => {
        playing = false
        log.error({ error: messageOf(error) }, 'civil time could not be moved')
      })
    })
    return last
  }

  async function run(): Promise<void> {
    let since = elapsedMs()
    while (playing && !signal.aborted) {
      await pause(PLAY_STEP_MS, signal)
      const passed = elapsedMs() - since
      since = elapsedMs()
      if (!moving) await move(() => new Date(clock.now().getTime() + passed * PLAY_SPEED))
    }
    player = undefined
  }

  return {
    get state() {
      return state()
    },
    jump(to) {
      if (moving) return false
      moving = true
      tell()
      last = move(() => to).finally(() => {
        moving = false
        tell()
      })
      return true
    },
    play(wanted) {
      playing = wanted
      tell()
      if (playing) player ??= run()
    },
    async pass(to) {
      await move(() => to)
      tell()
    },
    arrived: () => last,
    subscribe(listener) {
      const own = (now: ClockState): void => listener(now)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    async stop() {
      playing = false
      stopping.abort()
      await last
      await player
    },
  }
}
