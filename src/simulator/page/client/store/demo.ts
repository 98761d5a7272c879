import { batch, computed, signal } from '@preact/signals'

import { ask, Refused } from './api.ts'
import { report } from './connection.ts'
import { setNow, timezone } from './clock.ts'
import { pinned } from './people.ts'

/** A text in both languages. */
export interface Bilingual {
  id: string
  en: string
}

export const ROLES = ['newcomer', 'mid_course', 'lagging', 'coordinator', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Someone whom a visitor can be. */
export interface GalleryPerson {
  id: number
  role: Role
  name: string
  title: Bilingual
  story: Bilingual
}

export interface DemoState {
  organisation: { name: Bilingual }
  /** Civil time, ISO. */
  now: string
  timezone: string
  playing: boolean
  moving: boolean
  gallery: GalleryPerson[]
  invite: { link: string; code: string; botUsername: string }
  /** Simulated people who live on by themselves. */
  cohort: number
  /** Ids of some whom the coordinator of the gallery helps. */
  crew: number[]
  plug: Plug
}

/** The bot's process, and the announcement in whose middle its plug may be pulled. */
export interface Plug {
  /** Null while none runs. */
  pid: number | null
  starting: boolean
  pulls: number
  announcement: {
    phase: 'preparing' | 'waiting' | 'sending' | 'done' | 'stopped'
    recipients: number
    /** Phones on which it stands. */
    arrived: number
    twice: number
    sent: number
    /** Handed over, and no answer came back. */
    uncertain: number
    /** Of those: it stands on the phone all the same. */
    uncertainArrived: number
    /** On its way, or not yet. */
    open: number
    ended: number
    lost: number
  } | null
}

export interface Ledgers {
  inbox: Record<'new' | 'handled' | 'passed' | 'parked', number>
  outbox: Record<'pending' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled', number>
  queue: { kind: 'redis' | 'postgres'; depth: number }
  pace: {
    /** Bulk messages a second. */
    sendRate: number
    /** Elapsed milliseconds until the next one may go. */
    bulkNextMs: number
    pausedUntil: string | null
    halted: boolean
  }
  received: number
  lost: number
}

/** Null on a simulator that runs without the demo. */
export const demo = signal<DemoState | null>(null)
export const playing = signal(false)
/** The clock is being stepped through what is due. */
export const moving = signal(false)
export const ledgers = signal<Ledgers | null>(null)
export const plug = signal<Plug | null>(null)
/** The plug is pulled: nothing that the bot would have to do can be asked for. */
export const unplugged = computed(
  () => plug.value !== null && plug.value.pid === null && !plug.value.starting,
)
/** Before the first answer nobody knows whether this is a demo. */
export const demoKnown = signal(false)

/** Elapsed ms between two looks at a demo that is starting. */
const RETRY_MS = 400

export async function loadDemo(): Promise<void> {
  let known = true
  try {
    const state = await ask<DemoState | null>('/demo/state')
    if (state !== null) showDemo(state)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // 503: the demo is there, and still setting up.
    known = error.status !== 503
    if (known && error.status !== 404) throw error
  }
  if (known) {
    demoKnown.value = true
    return
  }
  await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  await loadDemo()
}

function showDemo(state: DemoState): void {
  batch(() => {
    demo.value = state
    timezone.value = state.timezone
    pinned.value = new Map(state.gallery.map(({ id, name }) => [id, name]))
    putClock(state)
    plug.value = state.plug
  })
}

interface ClockWord {
  now: string
  moving: boolean
  playing: boolean
}

function putClock(word: ClockWord): void {
  batch(() => {
    setNow(word.now)
    moving.value = word.moving
    playing.value = word.playing
  })
}

/** Follows the demo's clock and ledgers while the page is in view. */
export function followDemo(): () => void {
  let source: EventSource | undefined
  const open = (): void => {
    if (source !== undefined) return
    source = new EventSource('/demo/events')
    source.addEventListener('clock', (event: MessageEvent<string>) =>
      putClock(JSON.parse(event.data) as ClockWord),
    )
    source.addEventListener('ledgers', (event: MessageEvent<string>) => {
      ledgers.value = JSON.parse(event.data) as Ledgers
    })
    source.addEventListener('plug', (event: MessageEvent<string>) => {
      plug.value = JSON.parse(event.data) as Plug
    })
    ask<Ledgers>('/demo/ledgers')
      .then((read) => {
        ledgers.value = read
      })
      .catch(report)
  }
  const close = (): void => {
    source?.close()
    source = undefined
  }
  const onVisibility = (): void => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', onVisibility)
  onVisibility()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    close()
  }
}

export type Step = 'hour' | 'morning' | 'week'

export async function moveClock(to: Step): Promise<void> {
  moving.value = true
  try {
    await ask('/demo/clock', { to })
  } catch (error) {
    // 409: it is moving already, which is what was wanted to be seen.
    if (error instanceof Refused && error.status === 409) return
    moving.value = false
    throw error
  }
}

export async function setPlaying(wanted: boolean): Promise<void> {
  await ask('/demo/play', { playing: wanted })
  playing.value = wanted
}

/** Kills the bot's process, or starts it again. */
export async function setPlugged(plugged: boolean): Promise<void> {
  await unlessSo(ask('/demo/plug', { plugged }))
}

/** Lets the admin announce something to everybody, slowly. */
export async function announceToAll(): Promise<void> {
  await unlessSo(ask('/demo/announcement', {}))
}

/** 409: it stands so already, which the page is about to learn. */
async function unlessSo(asked: Promise<unknown>): Promise<void> {
  try {
    await asked
  } catch (error) {
    if (!(error instanceof Refused && error.status === 409)) throw error
  }
}
