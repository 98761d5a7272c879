import {
  civilDay,
  earnBadges,
  endTracks,
  nextMomentOf,
  readProgress,
  type Graded,
} from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import { withdrawNudge } from '../nudges/index.ts'
import { findPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { BadgesArgs } from './views/badges.ts'
import type { LessonClosedArgs } from './views/lesson-closed.ts'
import { nextArgs } from './views/person-texts.ts'

export interface AnsweredOptions {
  readonly now: Date
  /** Left out when nobody sends right after the commit. */
  readonly heldMs?: number
}

/** A line after an answer is worth sending for an hour. */
const WORTH_MS = 3600_000

/**
 * What follows a graded answer, however it was found: the reminder goes, and the first and the last
 * stone of the hill get a line, with the badges that were earned. A badge that no line would carry
 * comes silently on its own. Telegram itself has shown what was right; most answers need no word.
 *
 * @returns outbox rows
 */
export async function answered(
  tx: Db,
  { personId, deliveryId }: Graded,
  { now, ...held }: AnsweredOptions,
): Promise<number[]> {
  const person = (await findPeople(tx, [personId])).get(personId)
  if (person === undefined) return []
  const { chatId } = person
  if (deliveryId !== null) await withdrawNudge(tx, { deliveryId, personId, chatId }, now)
  const ended = deliveryId === null ? [] : await endTracks(tx, personId, now)
  const badges = await earnBadges(tx, personId, now)
  const row = {
    lane: 'reply',
    personId,
    chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  const first = deliveryId !== null && (await readProgress(tx, personId))?.answered === 1
  if (deliveryId !== null && (ended.length > 0 || first)) {
    const next = nextArgs(await nextMomentOf(tx, personId, now))
    const args: LessonClosedArgs = { skipped: false, ended, next, badges }
    const soundDay = civilDay(person.timezone, now)
    const dedupeKey = `closed:${deliveryId}`
    const line = { ...row, kind: 'lesson-closed', args, soundDay, dedupeKey }
    return insertMessages(tx, [line], { now, ...held })
  }
  if (badges.length === 0) return []
  const args: BadgesArgs = { badges }
  return insertMessages(tx, [{ ...row, kind: 'badges', args }], { now, ...held })
}
