import type { Catalogue } from '../content/index.ts'
import { civilDay, endTrack, nextMomentOf, readProgress, type Graded } from '../learning/index.ts'
import { insertMessages, type NewMessage } from '../messaging/index.ts'
import { withdrawNudge } from '../nudges/index.ts'
import { findPeople, type Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { NoteArgs } from './views/note.ts'
import { nextArgs } from './views/person-texts.ts'

export interface AnsweredOptions {
  readonly catalogue: Catalogue
  readonly now: Date
  /** Left out when nobody sends right after the commit. */
  readonly heldMs?: number
}

/** A line after an answer is worth sending for an hour. */
const WORTH_MS = 3600_000

/**
 * What follows a graded answer, however it was found: the reminder goes, and the first and the last
 * stone of the hill get a line. Telegram itself has shown what was right.
 *
 * @returns outbox rows
 */
export async function answered(
  tx: Db,
  graded: Graded,
  { catalogue, now, ...held }: AnsweredOptions,
): Promise<number[]> {
  const person = (await findPeople(tx, [graded.personId])).get(graded.personId)
  if (person === undefined) return []
  const { id: personId, chatId } = person
  await withdrawNudge(tx, { deliveryId: graded.deliveryId, personId, chatId }, now)
  const total = await endTrack(tx, personId, { catalogue, now })
  if (total !== undefined) {
    const args = { key: 'track-done', variables: { total } }
    return insertMessages(tx, [line(person, graded, args, now)], { now, ...held })
  }
  const progress = await readProgress(tx, personId)
  if (progress?.answered !== 1) return []
  const next = nextArgs(await nextMomentOf(tx, personId, { catalogue, now }))
  const args = { key: 'first-answer', next }
  return insertMessages(tx, [line(person, graded, args, now)], { now, ...held })
}

function line(person: Person, graded: Graded, args: NoteArgs, now: Date): NewMessage {
  return {
    lane: 'reply',
    kind: 'note',
    args,
    personId: person.id,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
    soundDay: civilDay(person.timezone, now),
    dedupeKey: `${args.key}:${graded.deliveryId}`,
  }
}
