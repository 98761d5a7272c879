import { insertMessages } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { askedPeople, questionPrefix } from './answerers-store.ts'
import { QUESTION_WORTH_MS, questionKey } from './bring-question.ts'
import { ownQuestions } from './questions-store.ts'

/** Takes somebody's questions out of the chats that they were brought to; the rows are left alone. */
export async function withdrawQuestions(tx: Db, personId: string, now: Date): Promise<void> {
  for (const id of await ownQuestions(tx, personId)) {
    const asked = await askedPeople(tx, questionPrefix(id))
    await insertMessages(
      tx,
      asked.map((to) => ({
        lane: 'reply' as const,
        kind: 'question-removal',
        args: { ofKey: questionKey(id, to.personId) },
        ...to,
        notAfter: new Date(now.getTime() + QUESTION_WORTH_MS),
        dedupeKey: `${questionKey(id, to.personId)}:removal`,
      })),
      { now },
    )
  }
}
