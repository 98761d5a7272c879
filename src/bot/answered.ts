import {
  civilDay,
  earnBadges,
  endTracks,
  itemAnswered,
  nextMomentOf,
  readProgress,
  replan,
  type Graded,
} from '../learning/index.ts'
import { insertMessages, type NewMessage } from '../messaging/index.ts'
import { noteAnswer, withdrawNudge } from '../nudges/index.ts'
import { changePerson, findPeople, isPaused, type Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { BadgesArgs } from './views/badges.ts'
import type { FeedbackArgs } from './views/feedback.ts'
import type { LessonClosedArgs } from './views/lesson-closed.ts'
import type { PhaseDoneArgs } from './views/assessment.ts'
import type { NoteArgs } from './views/note.ts'
import { nextArgs } from './views/person-texts.ts'

export interface AnsweredOptions {
  readonly now: Date
  /** Left out when nobody sends right after the commit. */
  readonly heldMs?: number
}

/** A line after an answer is worth sending for an hour. */
const WORTH_MS = 3600_000

type Line = Pick<NewMessage, 'kind' | 'args' | 'dedupeKey' | 'soundDay'>

/**
 * What follows a graded answer, however it was found: the reminder goes, the first and the last stone
 * of the hill get a line, and so does a form that is complete. A badge that no line would carry comes
 * silently on its own. Telegram itself has shown what was right, but where a poll asked how sure one
 * is, there we say it.
 *
 * @returns outbox rows
 */
export async function answered(
  tx: Db,
  graded: Graded,
  { now, ...held }: AnsweredOptions,
): Promise<number[]> {
  const person = (await findPeople(tx, [graded.personId])).get(graded.personId)
  if (person === undefined) return []
  const soundDay = civilDay(person.timezone, now)
  await noteAnswer(tx, person, now)
  const lines = [
    ...feedbackOn(graded).map((line) => ({ ...line, soundDay })),
    ...(await endOwnPause(tx, person, now)),
    ...(await linesAfter(tx, graded, person, now)),
  ]
  return insertMessages(
    tx,
    lines.map((line) => ({
      lane: 'reply',
      ...line,
      personId: person.id,
      chatId: person.chatId,
      notAfter: new Date(now.getTime() + WORTH_MS),
    })),
    { now, ...held },
  )
}

/** A pause that came by itself, because nothing was answered, ends with an answer. */
async function endOwnPause(tx: Db, person: Person, now: Date): Promise<Line[]> {
  if (!person.pausedItself || !isPaused(person, now)) return []
  await changePerson(tx, person.id, { paused: false, pausedUntil: null })
  const next = nextArgs(await replan(tx, person.id, now))
  return [{ kind: 'note', args: { key: 'back-by-answer', next } satisfies NoteArgs }]
}

async function linesAfter(
  tx: Db,
  graded: Graded,
  person: Person,
  now: Date,
): Promise<readonly Line[]> {
  switch (graded.occasion.kind) {
    case 'lesson':
      return afterLesson(tx, graded.occasion.deliveryId, person, now)
    case 'assessment':
      return afterItem(tx, graded.occasion.itemId)
    case 'review':
      return badgesOn(await earnBadges(tx, person.id, now))
  }
}

async function afterLesson(tx: Db, deliveryId: number, person: Person, now: Date): Promise<Line[]> {
  const { id: personId, chatId } = person
  await withdrawNudge(tx, { deliveryId, personId, chatId }, now)
  const ended = await endTracks(tx, personId, now)
  const badges = await earnBadges(tx, personId, now)
  if (ended.length === 0 && (await readProgress(tx, personId))?.answered !== 1) {
    return badgesOn(badges)
  }
  const next = nextArgs(await nextMomentOf(tx, personId, now))
  const args: LessonClosedArgs = { skipped: false, ended, next, badges }
  const soundDay = civilDay(person.timezone, now)
  return [{ kind: 'lesson-closed', args, dedupeKey: `closed:${deliveryId}`, soundDay }]
}

/** Silent: a badge is no reason to look at the phone. */
function badgesOn(badges: BadgesArgs['badges']): Line[] {
  return badges.length === 0 ? [] : [{ kind: 'badges', args: { badges } satisfies BadgesArgs }]
}

async function afterItem(tx: Db, itemId: number): Promise<Line[]> {
  const done = await itemAnswered(tx, itemId)
  if (done === undefined) return []
  const { trackId, phase, standing, before, known } = done
  const args: PhaseDoneArgs = {
    trackId,
    phase,
    correct: standing.correct,
    items: standing.items,
    before: before?.correct ?? null,
    known,
  }
  return [{ kind: 'assessment-done', args, dedupeKey: `assessment-done:${itemId}` }]
}

function feedbackOn(graded: Graded): Line[] {
  const { occasion, sure, questionId, questionHash, correct, messageId } = graded
  if (sure === null || occasion.kind === 'assessment') return []
  const args: FeedbackArgs = { questionId, questionHash, correct, sure, messageId }
  const of = occasion.kind === 'lesson' ? occasion.deliveryId : occasion.reviewId
  return [{ kind: 'feedback', args, dedupeKey: `feedback:${occasion.kind}:${of}` }]
}
