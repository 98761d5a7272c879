import { addCivilDays, momentOf } from '../../learning/index.ts'
import type { Locale } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { weekdayText } from '../when.ts'
import { nextSentence, personOf, type NextArgs } from './person-texts.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Days that are offered for a week's bundle, ISO; on a day off it moves within its week. */
export const WEEKLY_DAYS = [1, 2, 3, 4, 5] as const

/** Any Monday, for the names of the days. */
const A_MONDAY = '2026-11-23'

function dayName(day: number, locale: Locale): string {
  return weekdayText(momentOf('UTC', addCivilDays(A_MONDAY, day - 1), 720), 'UTC', locale)
}

export function rhythmButton(view: ViewContext): Button {
  return { text: view.t('button-rhythm'), data: callbackData('rhythm') }
}

/** Each working day, or once a week: which stands, and what else may be chosen. */
export const askRhythm: View<ViewBaseArgs> = (view, args) => {
  const { weeklyOn } = personOf(view)
  const buttons = WEEKLY_DAYS.map((day) => ({
    text: dayName(day, view.locale),
    data: callbackData('setRhythm', day),
  }))
  return textMessage(
    {
      html: view.t(weeklyOn === null ? 'ask-rhythm-daily' : 'ask-rhythm-weekly', {
        day: dayName(weeklyOn ?? 1, view.locale),
      }),
      buttons: [
        buttons.slice(0, 3),
        buttons.slice(3),
        ...(weeklyOn === null
          ? []
          : [[{ text: view.t('button-rhythm-daily'), data: callbackData('setRhythm', 0) }]]),
      ],
    },
    args,
  )
}

export interface RhythmSetArgs extends ViewBaseArgs {
  /** ISO; null: each working day. */
  readonly day: number | null
  readonly next: NextArgs
}

export const rhythmSet: View<RhythmSetArgs> = (view, args) => {
  const { day, next } = args
  return textMessage(
    {
      html: view.t(day === null ? 'rhythm-daily' : 'rhythm-weekly', {
        day: dayName(day ?? 1, view.locale),
        next: nextSentence(view, next),
      }),
    },
    args,
  )
}
