import { lessonAt, questionAt, textIn } from '../../content/index.ts'
import {
  civilDay,
  findDelivery,
  returnBefore,
  returnBetween,
  type LessonArgs,
} from '../../learning/index.ts'
import type { Rendered } from '../../messaging/index.ts'
import { nudgedBefore } from '../../nudges/index.ts'
import { callbackData } from '../callback.ts'
import { isPaused } from '../../people/index.ts'
import { sinceText } from '../when.ts'
import { lessonMessage, placeIn } from './lesson-message.ts'
import { questionPayload } from './poll-payload.ts'
import { personOf, plainYou, pollView, you } from './person-texts.ts'
import { standingText } from './standing.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export const lesson: View<LessonArgs> = async (view, args) => {
  // Planned, and then the person paused or went on leave before it was sent.
  const unasked = args.cause === 'due' || args.cause === 'catch_up'
  if (unasked && isPaused(personOf(view), view.now)) return { cancel: 'paused meanwhile' }
  if (unasked && view.onLeave) return { cancel: 'on leave meanwhile' }
  const content = await lessonAt(view.db, view.catalogue, args.lessonId, args.lessonHash)
  const formatted = lessonMessage(content, {
    ...placeIn(view.catalogue, content.trackId, args.position),
    locale: view.locale,
    t: view.t,
    catchUp: args.cause === 'catch_up',
    greeting: args.cause === 'again' ? undefined : await greetingOf(view, args.deliveryId),
    reviews: args.reviews,
    waiting: args.waiting,
    week: args.week ?? 1,
  })
  return textMessage({
    formatted,
    buttons: [
      [
        { text: view.t('button-do-task'), data: callbackData('doTask', args.lessonId) },
        { text: view.t('button-ask'), data: callbackData('askAbout', args.lessonId) },
      ],
      [{ text: view.t('button-skip'), data: callbackData('skip', args.deliveryId) }],
    ],
  })
}

/** A welcome for whoever comes back from leave to this lesson, in plain text; undefined: none. */
async function greetingOf(view: ViewContext, deliveryId: number): Promise<string | undefined> {
  if (!view.mayBeBack) return undefined
  const delivery = await findDelivery(view.db, deliveryId)
  if (delivery === undefined || (await returnBefore(view.db, delivery)) === undefined) {
    return undefined
  }
  return view.t('return-greeting', {
    you: plainYou(view),
    standing: (await standingText(view)) ?? '',
  })
}

/** Whether the person comes back from leave to a lesson that was open before. */
async function isFirstReminderBack(
  view: ViewContext,
  delivery: { readonly id: number; readonly personId: string; readonly dueDay: string },
  step: number,
): Promise<boolean> {
  if (!view.mayBeBack) return false
  const { id, personId, dueDay } = delivery
  const since = (await nudgedBefore(view.db, id, step)) ?? dueDay
  const day = civilDay(personOf(view).timezone, view.now)
  return (await returnBetween(view.db, personId, { since, day })) !== undefined
}

export const quiz: View<LessonArgs> = async (view, args): Promise<Rendered> => {
  const question = await questionAt(view.db, view.catalogue, args.questionId, args.questionHash)
  const payload = questionPayload(question, pollView(view), args.confidence)
  return { send: { method: 'sendPoll', payload } }
}

export interface NudgeArgs extends ViewBaseArgs {
  readonly deliveryId: number
  readonly step: number
}

/** The last step before silence says so. */
const LAST_STEP = 5

/** A reminder; not sent when the lesson was answered or skipped in the meantime. */
export const nudge: View<NudgeArgs> = async (view, args) => {
  const delivery = await findDelivery(view.db, args.deliveryId)
  if (delivery?.state !== 'open') return { cancel: 'answered meanwhile' }
  if (view.onLeave) return { cancel: 'on leave meanwhile' }
  const { timezone } = personOf(view)
  const { lessonId, lessonHash } = delivery
  const back = await isFirstReminderBack(view, delivery, args.step)
  const content = await lessonAt(view.db, view.catalogue, lessonId, lessonHash)
  const key = back
    ? 'return-nudge'
    : args.step === 1
      ? 'nudge-first'
      : args.step >= LAST_STEP
        ? 'nudge-last'
        : 'nudge-waiting'
  return textMessage({
    html: view.t(key, {
      you: you(view),
      standing: (back ? await standingText(view) : undefined) ?? '',
      since: sinceText(view.t, delivery.dueAt, { now: view.now, timezone, locale: view.locale }),
      lesson: textIn(content, view.locale).title,
    }),
    buttons: [
      [
        { text: view.t('button-send-again'), data: callbackData('sendAgain') },
        { text: view.t('button-skip'), data: callbackData('skip', args.deliveryId) },
      ],
    ],
  })
}
