import {
  civilDay,
  earnBadges,
  endTracksOf,
  itemAnswered,
  nextMomentsOf,
  readAnswered,
  replan,
  type CivilDay,
  type EndedTrack,
  type Graded,
} from '../learning/index.ts'
import { insertMessages, type NewMessage } from '../messaging/index.ts'
import { noteAnswers, withdrawNudges } from '../nudges/index.ts'
import { changePerson, findPeople, type Person } from '../people/index.ts'
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

/** One answer and who gave it, while the lines after it are gathered. */
interface Answer {
  readonly graded: Graded
  readonly person: Person
}

/**
 * What follows graded answers of different people, however they were found: the reminder goes, the
 * first and the last stone of the hill get a line, and so does a form that is complete. A badge that
 * no line would carry comes silently on its own. Telegram itself has shown what was right, but where a
 * poll asked how sure one is, there we say it.
 *
 * @returns outbox rows
 */
export async function answered(
  tx: Db,
  graded: readonly Graded[],
  { now, ...held }: AnsweredOptions,
): Promise<number[]> {
  const people = await findPeople(
    tx,
    graded.map(({ personId }) => personId),
  )
  const answers = graded.flatMap((one) => {
    const person = people.get(one.personId)
    return person === undefined ? [] : [{ graded: one, person }]
  })
  const dayIn = daysIn(now)
  await noteAnswers(
    tx,
    answers.map(({ person }) => ({ personId: person.id, day: dayIn(person.timezone) })),
    now,
  )
  const linesOf = await linesAfter(tx, answers, { now, dayIn })
  const messages: NewMessage[] = []
  for (const { graded: one, person } of answers) {
    const soundDay = dayIn(person.timezone)
    const feedback = feedbackOn(one).map((line) => ({ ...line, soundDay }))
    const back = await endOwnPause(tx, person, now)
    for (const line of [...feedback, ...back, ...(linesOf.get(person.id) ?? [])]) {
      messages.push({
        lane: 'reply',
        ...line,
        personId: person.id,
        chatId: person.chatId,
        notAfter: new Date(now.getTime() + WORTH_MS),
      })
    }
  }
  return insertMessages(tx, messages, { now, ...held })
}

/** A moment, and the civil day that it falls on in a zone. */
interface When {
  readonly now: Date
  readonly dayIn: (timezone: string) => CivilDay
}

/** Each zone's day is reckoned once: many people share one. */
function daysIn(now: Date): When['dayIn'] {
  const known = new Map<string, CivilDay>()
  return (timezone) => {
    const day = known.get(timezone) ?? civilDay(timezone, now)
    known.set(timezone, day)
    return day
  }
}

/** @returns by the people's ids */
async function linesAfter(
  tx: Db,
  answers: readonly Answer[],
  { now, dayIn }: When,
): Promise<ReadonlyMap<string, readonly Line[]>> {
  const lines = new Map<string, readonly Line[]>()
  const lessons = answers.flatMap(({ graded: { occasion }, person }) =>
    occasion.kind === 'lesson' ? [{ person, deliveryId: occasion.deliveryId }] : [],
  )
  // A person's badges come after the tracks that the answer ends: an ended track is one of their facts.
  const ended = await closeLessons(tx, lessons, now)
  const badges = await earnBadges(
    tx,
    answers.flatMap(({ graded: { occasion }, person }) =>
      occasion.kind === 'assessment' ? [] : [person.id],
    ),
    now,
  )
  for (const [personId, some] of badges) lines.set(personId, badgesOn(some))
  for (const [personId, line] of await lessonLines(tx, lessons, { ended, badges, now, dayIn })) {
    lines.set(personId, [line])
  }
  for (const { graded, person } of answers) {
    const { occasion } = graded
    if (occasion.kind === 'assessment') {
      lines.set(person.id, await afterItem(tx, occasion.itemId))
    }
  }
  return lines
}

interface AnsweredLesson {
  readonly person: Person
  readonly deliveryId: number
}

/** @returns the tracks that have ended with it, by the people's ids */
async function closeLessons(
  tx: Db,
  lessons: readonly AnsweredLesson[],
  now: Date,
): Promise<ReadonlyMap<string, EndedTrack[]>> {
  const reminded = lessons.map(({ person: { id: personId, chatId }, deliveryId }) => ({
    deliveryId,
    personId,
    chatId,
  }))
  await withdrawNudges(tx, reminded, now)
  return endTracksOf(
    tx,
    lessons.map(({ person }) => person.id),
    now,
  )
}

/** A pause that came by itself, because nothing was answered, ends with an answer. */
async function endOwnPause(tx: Db, person: Person, now: Date): Promise<Line[]> {
  if (!person.pausedItself || !person.paused) return []
  await changePerson(tx, person.id, { paused: false })
  const next = nextArgs(await replan(tx, person.id, now))
  return [{ kind: 'note', args: { key: 'back-by-answer', next } satisfies NoteArgs }]
}

/** The line after a track's first lesson, and after its last; by the people's ids. */
async function lessonLines(
  tx: Db,
  lessons: readonly AnsweredLesson[],
  after: When & {
    readonly ended: ReadonlyMap<string, EndedTrack[]>
    readonly badges: ReadonlyMap<string, BadgesArgs['badges']>
  },
): Promise<ReadonlyMap<string, Line>> {
  const { ended, badges, now, dayIn } = after
  const counts = await readAnswered(
    tx,
    lessons.map(({ person }) => person.id),
  )
  const worth = lessons.filter(({ person: { id } }) => ended.has(id) || counts.get(id) === 1)
  const moments = await nextMomentsOf(
    tx,
    worth.map(({ person }) => person.id),
    now,
  )
  return new Map(
    worth.flatMap(({ person, deliveryId }) => {
      const next = moments.get(person.id)
      if (next === undefined) return []
      const args: LessonClosedArgs = {
        skipped: false,
        ended: ended.get(person.id) ?? [],
        next: nextArgs(next),
        badges: badges.get(person.id) ?? [],
      }
      const soundDay = dayIn(person.timezone)
      const dedupeKey = `closed:${deliveryId}`
      return [[person.id, { kind: 'lesson-closed', args, dedupeKey, soundDay }] as const]
    }),
  )
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
