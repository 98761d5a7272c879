import type { Lesson } from '../content/index.ts'
import { insertBundles, isUnderWay, type Ended, type NewMessage } from '../messaging/index.ts'
import type { Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { dropEarlyAnswers, PREVIEW_QUIZ } from './answers-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import { sentPollOf } from './sent-poll.ts'

/** What the views of a preview need; no delivery, since a preview is none. */
export interface PreviewLessonArgs extends Record<string, unknown> {
  readonly lessonId: string
  readonly lessonHash: string
}

export interface PreviewQuizArgs extends Record<string, unknown> {
  readonly questionId: string
  readonly questionHash: string
}

/** Looked at now or not at all. */
export const PREVIEW_WORTH_MS = 3600_000

export const PREVIEW_LESSON = 'preview-lesson'

/**
 * A lesson with all its quizzes to somebody who wants to see it as people do. Nothing of it counts:
 * it opens no delivery, and its quizzes are of a kind of their own, whose answers are not kept.
 *
 * @returns the ids of the outbox rows; none while the one before is still on its way: a double tap is
 *          one wish, and two lessons at once would mix
 */
export async function previewLesson(
  tx: Db,
  to: Pick<Person, 'id' | 'chatId' | 'timezone'>,
  lesson: Lesson,
  { now, heldMs }: { readonly now: Date; readonly heldMs: number },
): Promise<number[]> {
  if (await isUnderWay(tx, to.id, [PREVIEW_LESSON, PREVIEW_QUIZ])) return []
  const common = {
    lane: 'reply',
    personId: to.id,
    chatId: to.chatId,
    notAfter: new Date(now.getTime() + PREVIEW_WORTH_MS),
    soundDay: civilDay(to.timezone, now),
  } as const
  const args: PreviewLessonArgs = { lessonId: lesson.id, lessonHash: lesson.hash }
  const message: NewMessage = {
    ...common,
    kind: PREVIEW_LESSON,
    args,
  }
  const quizzes = lesson.questions.map((question): NewMessage => {
    const asked: PreviewQuizArgs = { questionId: question.id, questionHash: question.hash }
    return { ...common, kind: PREVIEW_QUIZ, args: asked }
  })
  return insertBundles(tx, [[message, ...quizzes]], { now, heldMs })
}

/** An answer that was faster than the response to its preview's send is known now, and forgotten. */
export async function previewsEnded(tx: Db, ended: readonly Ended[]): Promise<void> {
  const polls = ended.flatMap((row) => {
    const id = row.kind === PREVIEW_QUIZ ? sentPollOf(row.result)?.id : undefined
    return id === undefined ? [] : [id]
  })
  await dropEarlyAnswers(tx, polls)
}
