import { calendarIn, openMoment, readRhythm, type Calendars } from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { answerersAbove } from './answerers-store.ts'
import { bringQuestion, QUESTION_WORTH_MS, tellWhereItStands } from './bring-question.ts'
import { risesAt } from './question-times.ts'
import { moveQuestion, takeRising, type RisingQuestion } from './rising-store.ts'
import { freeOverdue } from './taking-store.ts'

export interface QuestionsDueOptions {
  readonly calendars: Calendars
  readonly now: Date
}

/** Questions of one transaction. */
const BATCH = 100

/**
 * One sweep over questions that wait: what was taken and not answered is free again, and what waited
 * for a working day goes up a unit. Run it again while it returns something.
 *
 * @returns questions that it looked at
 */
export async function questionsDue(db: Db, options: QuestionsDueOptions): Promise<number> {
  const { now } = options
  return db.transaction(async (tx) => {
    const free = await freeOverdue(tx, now)
    for (const id of free) await tellWhereItStands(tx, id, null, { now })
    const rising = await takeRising(tx, now, BATCH)
    for (const question of rising) await rise(tx, question, options)
    return free.length + rising.length
  })
}

/**
 * Those who had it keep it. Where nobody is above, it is looked at again after another working day:
 * somebody may be there by then.
 */
async function rise(
  tx: Db,
  question: RisingQuestion,
  { calendars, now }: QuestionsDueOptions,
): Promise<void> {
  const { id, personId, standsAt } = question
  const { as, unitId, people } = await answerersAbove(tx, question)
  const asker = await readRhythm(tx, personId, now)
  const again = risesAt(asker.timezone, calendarIn(calendars, asker.calendarId), now)
  if (as === 'nobody') return moveQuestion(tx, id, { standsAt, risesAt: again })
  await bringQuestion(tx, id, people, now)
  await moveQuestion(tx, id, { standsAt: unitId, risesAt: as === 'admin' ? null : again })
  await tellAsker(tx, { ...question, as }, now)
}

/** Once, however far it rises, and not while she is away. */
async function tellAsker(
  tx: Db,
  { id, personId, chatId, as }: RisingQuestion & { readonly as: 'coordinator' | 'admin' },
  now: Date,
): Promise<void> {
  const notBefore = await openMoment(tx, personId, now)
  await insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'question-risen',
        args: { questionId: id, as },
        personId,
        chatId,
        notBefore,
        waitsFor: 'hours',
        notAfter: new Date(notBefore.getTime() + QUESTION_WORTH_MS),
        dedupeKey: `question-risen:${id}`,
      },
    ],
    { now },
  )
}
