import { elapsedMs } from '../platform/elapsed.ts'
import type { ReceivedUpdate } from './update.ts'

/** Elapsed milliseconds after which a person's count begins anew. */
export const FLOOD_WINDOW_MS = 60_000

/** The kind that stands in the inbox in place of the first update that was too much. */
export const TOO_MANY = 'too_many'

/** What was heard of one person since their minute began. */
export interface Heard {
  readonly sinceMs: number
  /** Updates that were taken: one that Telegram repeats is counted once. */
  readonly ids: readonly number[]
  /** The update in whose place the person is asked to go slowly. */
  readonly toldBy?: number
}

/** `tell`: not taken, and the person is to be told so; `drop`: not taken. */
export type Verdict = 'take' | 'tell' | 'drop'

/** Never too many: what a person chose in a quiz, and whether the bot is blocked. */
const ALWAYS_TAKEN: ReadonlySet<string> = new Set(['poll_answer', 'my_chat_member'])

/**
 * Judges one more update of a person: so many a minute are taken, the next is answered once, and the
 * rest is dropped until the minute is over. What is repeated is judged as it was.
 */
export function hear(
  before: Heard | undefined,
  updateId: number,
  { nowMs, most }: { readonly nowMs: number; readonly most: number },
): { readonly heard: Heard; readonly verdict: Verdict } {
  const heard =
    before !== undefined && nowMs - before.sinceMs < FLOOD_WINDOW_MS
      ? before
      : { sinceMs: nowMs, ids: [] }
  if (heard.ids.includes(updateId)) return { heard, verdict: 'take' }
  if (heard.ids.length < most) {
    return { heard: { ...heard, ids: [...heard.ids, updateId] }, verdict: 'take' }
  }
  const toldBy = heard.toldBy ?? updateId
  return { heard: { ...heard, toldBy }, verdict: toldBy === updateId ? 'tell' : 'drop' }
}

/**
 * Holds back who sends too much, before anything is written. Each process counts what it receives
 * itself, and forgets it when it ends: nothing of it is worth keeping.
 *
 * @param options.most  updates of one person a minute; Infinity: all
 * @param options.onDropped told of each update that is not taken
 * @param options.people what was heard of whom; walked through once a minute, and forgotten then
 * @returns what of the updates is to be stored
 */
export function createFloodGate(options: {
  readonly most: number
  readonly onDropped: () => void
  readonly elapsed?: () => number
  readonly people?: Map<number, Heard>
}): (updates: readonly ReceivedUpdate[]) => readonly ReceivedUpdate[] {
  const { most, onDropped, elapsed = elapsedMs, people = new Map<number, Heard>() } = options
  let sweptMs = elapsed()

  function sweep(nowMs: number): void {
    if (nowMs - sweptMs < FLOOD_WINDOW_MS) return
    sweptMs = nowMs
    for (const [key, { sinceMs }] of people) {
      if (nowMs - sinceMs >= FLOOD_WINDOW_MS) people.delete(key)
    }
  }

  function judge(update: ReceivedUpdate, nowMs: number): readonly ReceivedUpdate[] {
    const { kind, personKey, updateId } = update
    if (ALWAYS_TAKEN.has(kind)) return [update]
    const { heard, verdict } = hear(people.get(personKey), updateId, { nowMs, most })
    people.set(personKey, heard)
    if (verdict === 'take') return [update]
    onDropped()
    return verdict === 'tell' ? inPlaceOf(update) : []
  }

  return (updates) => {
    if (most === Number.POSITIVE_INFINITY) return updates
    const nowMs = elapsed()
    sweep(nowMs)
    return updates.flatMap((update) => judge(update, nowMs))
  }
}

/** What is stored to tell the person; in groups nobody is told anything. */
function inPlaceOf(update: ReceivedUpdate): readonly ReceivedUpdate[] {
  const { updateId, personKey } = update
  if (!isPrivate(update)) return []
  const body = { update_id: updateId, [TOO_MANY]: { from: { id: personKey } } }
  return [{ updateId, personKey, kind: TOO_MANY, body }]
}

function isPrivate({ kind, body }: ReceivedUpdate): boolean {
  const content = inside(body, kind)
  const chat = inside(content, 'chat') ?? inside(inside(content, 'message'), 'chat')
  return inside(chat, 'type') === 'private'
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined
}
