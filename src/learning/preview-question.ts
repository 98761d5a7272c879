import type { Question } from '../content/index.ts'
import { insertBundles, isUnderWay, type NewMessage } from '../messaging/index.ts'
import type { Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { PREVIEW_QUIZ } from './answers-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import { PREVIEW_LESSON, PREVIEW_WORTH_MS, type PreviewQuizArgs } from './preview-lesson.ts'

/**
 * One question to somebody who wants to see it as people do, below a line that says so. Like the
 * preview of a lesson it counts for nobody.
 *
 * @returns the ids of the outbox rows; none while a preview before is still on its way
 */
export async function previewQuestion(
  tx: Db,
  to: Pick<Person, 'id' | 'chatId' | 'timezone'>,
  question: Question,
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
  const mark: NewMessage = { ...common, kind: 'note', args: { key: 'preview-mark' } }
  const args: PreviewQuizArgs = { questionId: question.id, questionHash: question.hash }
  return insertBundles(tx, [[mark, { ...common, kind: PREVIEW_QUIZ, args }]], { now, heldMs })
}
