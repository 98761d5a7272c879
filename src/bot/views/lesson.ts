import { lessonAt, questionAt } from '../../content/index.ts'
import { findDelivery, returnBefore, type LessonArgs } from '../../learning/index.ts'
import type { Rendered } from '../../messaging/index.ts'
import { callbackData } from '../callback.ts'
import { lessonMessage, placeIn } from './lesson-message.ts'
import { questionPayload } from './poll-payload.ts'
import { personOf, plainYou, pollView } from './person-texts.ts'
import { standingText } from './standing.ts'
import { textMessage, type View, type ViewContext } from './view.ts'

export const lesson: View<LessonArgs> = async (view, args) => {
  // Planned, and then the person paused or went on leave before it was sent.
  const unasked = args.cause === 'due' || args.cause === 'catch_up'
  if (unasked && personOf(view).paused) return { cancel: 'paused meanwhile' }
  if (unasked && view.onLeave) return { cancel: 'on leave meanwhile' }
  if (unasked && (await view.closedToday())) return { cancel: 'a day off meanwhile' }
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

export const quiz: View<LessonArgs> = async (view, args): Promise<Rendered> => {
  const question = await questionAt(view.db, view.catalogue, args.questionId, args.questionHash)
  const payload = questionPayload(question, pollView(view), args.confidence)
  return { send: { method: 'sendPoll', payload } }
}
