import { civilDay, endTracks, nextMomentOf, readProgress, type Graded } from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import { withdrawNudge } from '../nudges/index.ts'
import { findPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
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
 * stone of the hill get a line. Telegram itself has shown what was right; a review needs no word.
 *
 * @returns outbox rows
 */
export async function answered(
  tx: Db,
  { personId, deliveryId }: Graded,
  { now, ...held }: AnsweredOptions,
): Promise<number[]> {
  if (deliveryId === null) return []
  const person = (await findPeople(tx, [personId])).get(personId)
  if (person === undefined) return []
  const { chatId } = person
  await withdrawNudge(tx, { deliveryId, personId, chatId }, now)
  const ended = await endTracks(tx, personId, now)
  if (ended.length === 0 && (await readProgress(tx, personId))?.answered !== 1) return []
  const next = nextArgs(await nextMomentOf(tx, personId, now))
  const args: LessonClosedArgs = { skipped: false, ended, next }
  return insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'lesson-closed',
        args,
        personId,
        chatId,
        notAfter: new Date(now.getTime() + WORTH_MS),
        soundDay: civilDay(person.timezone, now),
        dedupeKey: `closed:${deliveryId}`,
      },
    ],
    { now, ...held },
  )
}
