import { computed, effect, signal, untracked } from '@preact/signals'
import type { Start, View } from '../../../contract.ts'
import { ask, type Answer } from './ask.ts'
import { place } from './navigate.ts'
import { formatAsked } from './place.ts'
import { start } from './settings.ts'

/** Milliseconds between two looks, while somebody looks. */
const EVERY = 15_000
/** Milliseconds before the first try after the connection was lost; each next one waits twice as long. */
const FIRST_TRY = 2000

interface Known {
  readonly view: View
  readonly etag: string | null
  readonly at: Date
}

export type Trouble =
  | { readonly kind: 'lost' | 'not-now'; readonly words: string | undefined }
  /** Nothing more can be asked for. */
  | { readonly kind: 'over' }
  | { readonly kind: 'refused'; readonly words: string | undefined }

/** Views that were looked at, so that going back shows them at once. */
const KEPT = 30
const known = new Map<string, Known>()

/** What stands on the page; while another view is on its way, still the one before. */
export const shown = signal<(Known & { readonly address: string }) | undefined>(undefined)
export const trouble = signal<Trouble | undefined>(undefined)

const address = computed(() => addressOf('data'))
/** Whether what stands there is not yet what was asked for. */
export const waiting = computed(() => shown.value?.address !== address.value)

/** `data/overview?unit=…`; a CSV of one panel lies at `csv/overview/<panel>?unit=…`. */
export function addressOf(kind: 'data' | 'csv', panel?: string): string {
  const { view, asked } = place.value
  const query = formatAsked(asked)
  const path = panel === undefined ? `${kind}/${view}` : `${kind}/${view}/${panel}`
  return query === '' ? path : `${path}?${query}`
}

let running = new AbortController()
let timer: ReturnType<typeof setTimeout> | undefined
let failures = 0
let startEtag: string | null = null

/** Asks for what is wanted, now and then again, as long as the page can be seen. */
export function followServer(): void {
  effect(() => {
    const wanted = address.value
    untracked(() => {
      const before = known.get(wanted)
      if (before !== undefined) shown.value = { ...before, address: wanted }
      if (trouble.peek()?.kind === 'refused') trouble.value = undefined
      look()
    })
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look(true)
    else rest()
  })
  addEventListener('online', () => look())
}

/** Starts anew; what was on its way is no longer waited for. */
function look(anew = false): void {
  rest()
  if (trouble.peek()?.kind === 'over') return
  running = new AbortController()
  const { signal: stop } = running
  Promise.all([lookAtStart(anew, stop), lookAtView(address.peek(), stop)])
    .then(() => {
      if (!stop.aborted) plan()
    })
    .catch(reportError)
}

function rest(): void {
  running.abort()
  clearTimeout(timer)
}

function plan(): void {
  const now = trouble.peek()
  if (now?.kind === 'over' || document.visibilityState !== 'visible') return
  const isTrying = now?.kind === 'lost' || now?.kind === 'not-now'
  failures = isTrying ? failures + 1 : 0
  timer = setTimeout(look, isTrying ? Math.min(EVERY, FIRST_TRY * 2 ** (failures - 1)) : EVERY)
}

async function lookAtStart(anew: boolean, stop: AbortSignal): Promise<void> {
  if (start.peek() !== undefined && !anew) return
  const answer = await ask<Start>('data/start', startEtag, stop)
  if (stop.aborted) return
  if (answer.kind === 'new') {
    start.value = answer.value
    startEtag = answer.etag
  } else if (answer.kind === 'refused' && answer.status === 401) trouble.value = { kind: 'over' }
}

async function lookAtView(wanted: string, stop: AbortSignal): Promise<void> {
  const before = known.get(wanted)
  const answer = await ask<View>(wanted, before?.etag ?? null, stop)
  if (stop.aborted || trouble.peek()?.kind === 'over') return
  trouble.value = troubleOf(answer)
  if (trouble.value?.kind === 'over') forget()
  if (answer.kind === 'new') keep(wanted, { view: answer.value, etag: answer.etag, at: answer.at })
  if (answer.kind === 'same' && before !== undefined) keep(wanted, { ...before, at: answer.at })
}

function keep(wanted: string, found: Known): void {
  known.delete(wanted)
  known.set(wanted, found)
  const oldest = known.keys().next().value
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  shown.value = { ...found, address: wanted }
}

/** Whoever may no longer look sees nothing of before either. */
function forget(): void {
  known.clear()
  shown.value = undefined
  start.value = undefined
}

function troubleOf(answer: Answer<View>): Trouble | undefined {
  if (answer.kind === 'lost') return { kind: 'lost', words: undefined }
  if (answer.kind !== 'refused') return undefined
  const { status, words } = answer
  if (status === 401) return { kind: 'over' }
  if (status === 429 || status >= 500) return { kind: 'not-now', words }
  return { kind: 'refused', words }
}
