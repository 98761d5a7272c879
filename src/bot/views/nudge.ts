import { lessonAt, textIn } from '../../content/index.ts'
import { civilDay, findDelivery, returnBetween } from '../../learning/index.ts'
import {
  nudgedBefore,
  pausedSince,
  type NudgeArgs,
  type PausedNoteArgs,
} from '../../nudges/index.ts'
import { callbackData } from '../callback.ts'
import { sinceText } from '../when.ts'
import { personOf, you } from './person-texts.ts'
import { standingText } from './standing.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

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

/** What has become true since a reminder was planned, and keeps it back; undefined: nothing. */
async function keptBack(view: ViewContext, tellsOfPause: boolean): Promise<string | undefined> {
  const person = personOf(view)
  if (tellsOfPause) return person.pausedItself ? undefined : 'came back meanwhile'
  if (view.onLeave) return 'on leave meanwhile'
  if (await view.closedToday()) return 'a day off meanwhile'
  if (person.paused) return 'paused meanwhile'
  return person.unremindedSince === null ? undefined : 'wishes no reminders'
}

/** A step of the ladder, or a coordinator's reminder; not sent when it has lost its reason. */
export const nudge: View<NudgeArgs & ViewBaseArgs> = async (view, args) => {
  const { variant = 'gentle-a', step, deliveryId } = args
  const delivery = await findDelivery(view.db, deliveryId)
  if (delivery?.state !== 'open') return { cancel: 'answered meanwhile' }
  const tellsOfPause = variant.startsWith('pause-')
  const cancel = await keptBack(view, tellsOfPause)
  if (cancel !== undefined) return { cancel }
  const { timezone } = personOf(view)
  const { lessonId, lessonHash, dueDay } = delivery
  const back = !tellsOfPause && (await isFirstReminderBack(view, delivery, step))
  const content = await lessonAt(view.db, view.catalogue, lessonId, lessonHash)
  const variables = {
    you: you(view),
    standing: (back ? await standingText(view) : undefined) ?? '',
    day: dueDay === civilDay(timezone, view.now) ? 'today' : 'earlier',
    since: sinceText(view.t, delivery.dueAt, { now: view.now, timezone, locale: view.locale }),
    lesson: textIn(content, view.locale).title,
  }
  return textMessage({
    html: back ? view.t('return-nudge', variables) : view.t(`nudge-${variant}`, variables),
    buttons: buttonsOf(view, variant, deliveryId),
  })
}

function buttonsOf(
  view: ViewContext,
  variant: string,
  deliveryId: number,
): readonly (readonly Button[])[] {
  const { t } = view
  if (variant.startsWith('pause-')) {
    return [[{ text: t('button-resume'), data: callbackData('resume') }]]
  }
  const again = { text: t('button-send-again'), data: callbackData('sendAgain') }
  const skip = { text: t('button-skip'), data: callbackData('skip', deliveryId) }
  const none = { text: t('button-unremind'), data: callbackData('unremind') }
  const wayBack = { text: t('button-way-back'), data: callbackData('wayBack') }
  return [...(variant.startsWith('fresh-') ? [[wayBack]] : []), [again, skip], [none]]
}

/** To a coordinator, once a day: whose pause began by itself. */
export const pausedNote: View<PausedNoteArgs & ViewBaseArgs> = async (view, args) => {
  const since = new Date(args.since)
  const { count, leaders, names } = await pausedSince(view.db, personOf(view).id, since)
  if (count === 0) return { cancel: 'all are back' }
  const more = count - leaders - names.length
  const lines = [
    view.t('paused-note', { you: you(view), count }),
    ...(names.length > 0 ? [view.t('paused-note-names', { names: names.join(', '), more })] : []),
    ...(leaders > 0 ? [view.t('paused-note-leaders', { leaders })] : []),
    view.t('paused-note-end'),
  ]
  return textMessage({
    html: lines.join('\n\n'),
    buttons: [[{ text: view.t('button-lagging'), data: callbackData('lagging') }]],
  })
}
