import type { Catalogue, Lesson, Question } from '../content/index.ts'
import { cancelMessages, insertBundles, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { openDeliveries, type NewDelivery } from './deliveries-store.ts'

/** A lesson that is to be opened for a person now. */
export interface Opening {
  readonly enrolmentId: number
  readonly personId: string
  readonly chatId: number
  readonly lesson: Lesson
  readonly cause: NewDelivery['cause']
  /** The person's civil day. */
  readonly day: string
  readonly notAfter: Date
  readonly nextNudgeAt: Date | null
}

export interface OpenOptions {
  readonly now: Date
  /** Asked for by the person: goes in the reply lane, and is sent by the caller. */
  readonly heldMs?: number
}

/** What the views of a lesson and its quiz need; references only. */
export interface LessonArgs extends Record<string, unknown> {
  readonly deliveryId: number
  readonly lessonId: string
  readonly lessonHash: string
  readonly questionId: string
  readonly questionHash: string
  readonly position: number
  readonly cause: NewDelivery['cause'] | 'again'
}

/** The question that is asked on the day of the lesson; the others come back as reviews. */
export function questionOfTheDay(lesson: Lesson): Question {
  const [question] = lesson.questions
  if (question === undefined) throw new Error(`Lesson ${lesson.id} has no question`)
  return question
}

/** The first lesson of a track that a person has not had. */
export function nextLesson(
  catalogue: Catalogue,
  trackId: string,
  had: readonly string[],
): Lesson | undefined {
  const track = catalogue.tracks.find((candidate) => candidate.id === trackId)
  return track?.lessons.find((lesson) => !had.includes(lesson.id))
}

/** How many lessons of a track a person has not had; none of a track that is no longer there. */
export function lessonsLeft(catalogue: Catalogue, trackId: string, had: readonly string[]): number {
  const track = catalogue.tracks.find((candidate) => candidate.id === trackId)
  return track?.lessons.filter((lesson) => !had.includes(lesson.id)).length ?? 0
}

/**
 * How many lessons a track has for a person: those that they had, and those that are still to come.
 * One that was withdrawn after they had it keeps its place, so that no count goes over the total.
 */
export function lessonsInAll(
  catalogue: Catalogue,
  trackId: string,
  had: readonly string[],
): number {
  return had.length + lessonsLeft(catalogue, trackId, had)
}

/**
 * Opens lessons: each delivery with its two messages, lesson and quiz, in one bundle, so that a
 * phone that comes online once has all it needs.
 *
 * @returns the ids of the outbox rows
 */
export async function openLessons(
  tx: Db,
  openings: readonly Opening[],
  options: OpenOptions,
): Promise<number[]> {
  const opened = await openDeliveries(
    tx,
    openings.map((opening) => {
      const question = questionOfTheDay(opening.lesson)
      return {
        enrolmentId: opening.enrolmentId,
        personId: opening.personId,
        lessonId: opening.lesson.id,
        lessonHash: opening.lesson.hash,
        questionId: question.id,
        questionHash: question.hash,
        position: opening.lesson.position,
        cause: opening.cause,
        dueDay: opening.day,
        nextNudgeAt: opening.nextNudgeAt,
      }
    }),
    options.now,
  )
  const byEnrolment = new Map(opened.map((delivery) => [delivery.enrolmentId, delivery]))
  const bundles = openings.flatMap((opening) => {
    const delivery = byEnrolment.get(opening.enrolmentId)
    if (delivery === undefined) return []
    const question = questionOfTheDay(opening.lesson)
    const args: LessonArgs = {
      deliveryId: delivery.id,
      lessonId: opening.lesson.id,
      lessonHash: opening.lesson.hash,
      questionId: question.id,
      questionHash: question.hash,
      position: opening.lesson.position,
      cause: opening.cause,
    }
    return [lessonBundle(opening, args, delivery.tries, options.heldMs !== undefined)]
  })
  return insertBundles(tx, bundles, options)
}

export function lessonBundle(
  to: Pick<Opening, 'personId' | 'chatId' | 'day' | 'notAfter'>,
  args: LessonArgs,
  tries: number,
  asked: boolean,
): NewMessage[] {
  return (['lesson', 'quiz'] as const).map((kind) => ({
    lane: asked ? 'reply' : 'lesson',
    kind,
    args,
    personId: to.personId,
    chatId: to.chatId,
    notAfter: to.notAfter,
    soundDay: to.day,
    dedupeKey: messageKey(kind, args.deliveryId, tries),
  }))
}

function messageKey(kind: 'lesson' | 'quiz', deliveryId: number, tries: number): string {
  return `${kind}:${deliveryId}:${tries}`
}

/** What still waits to be sent of a delivery is not sent any more: it was answered, or comes anew. */
export async function withdrawLesson(
  tx: Db,
  delivery: { readonly id: number; readonly tries: number },
  reason: string,
  now: Date,
): Promise<void> {
  const keys = Array.from({ length: delivery.tries }, (_, i) => [
    messageKey('lesson', delivery.id, i + 1),
    messageKey('quiz', delivery.id, i + 1),
  ])
  await cancelMessages(tx, keys.flat(), reason, now)
}
