import { callbackData } from '../callback.ts'
import { hourText } from '../when.ts'
import { nextSentence, personOf, type NextArgs } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Hours offered as buttons; any other can be typed. */
const HOURS = [7, 8, 9, 10, 13, 14, 15, 16] as const
const ROW = 4

function hourButtons(view: ViewContext): Button[][] {
  const buttons = HOURS.map((hour) => ({
    text: hourText(hour * 60, view.locale),
    data: callbackData('setHour', hour * 60),
  }))
  return [buttons.slice(0, ROW), buttons.slice(ROW)]
}

export const askHour: View<ViewBaseArgs & { unclear?: boolean }> = (view, args) =>
  textMessage(
    {
      html: view.t(args.unclear === true ? 'hour-unclear' : 'ask-hour', {
        hour: hourText(personOf(view).lessonMinute, view.locale),
      }),
      buttons: hourButtons(view),
    },
    args,
  )

export const hourSet: View<ViewBaseArgs & { next: NextArgs }> = (view, args) =>
  textMessage(
    {
      html: view.t(args.next.kind === 'rest' ? 'hour-noted' : 'hour-set', {
        hour: hourText(personOf(view).lessonMinute, view.locale),
        next: nextSentence(view, args.next),
      }),
    },
    args,
  )

export const askLanguage: View<ViewBaseArgs> = (view, args) =>
  textMessage(
    {
      html: view.t('ask-language'),
      buttons: [
        [
          { text: view.t('button-indonesian'), data: callbackData('language', 'id') },
          { text: view.t('button-english'), data: callbackData('language', 'en') },
        ],
      ],
    },
    args,
  )
