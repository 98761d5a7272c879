import { textIn } from '../../content/index.ts'
import {
  correlationInterval,
  difficultyOf,
  groupDifference,
  shareInterval,
  type Interval,
  type ItemFigures,
  type JudgedItem,
} from '../../reports/index.ts'
import { percentText } from '../../pictures/index.ts'
import type { Locale } from '../../people/index.ts'
import { Html } from '../texts.ts'
import { correlationText } from './item-texts.ts'
import { shareText } from './share-text.ts'
import type { ViewContext } from './view.ts'

/** Every option, chosen or not, in the order in which it is written. */
export function optionTexts(
  { t, locale }: ViewContext,
  { question, figures }: Pick<JudgedItem, 'question' | 'figures'>,
): string[] {
  const { people, group, options } = figures
  return textIn(question, locale).options.map(({ key, text }) => {
    const found = options.find((use) => use.key === key)
    const chosen = found?.people ?? 0
    const share = shareText(t, locale, chosen, people)
    const use =
      group === 0
        ? t('item-option-use', { people: chosen, share })
        : t('item-option-groups', {
            people: chosen,
            share,
            upper: percentText((found?.upper ?? 0) / group, locale),
            lower: percentText((found?.lower ?? 0) / group, locale),
          })
    return t(key === question.answer ? 'item-option-right' : 'item-option-wrong', {
      text,
      use: new Html(use),
    })
  })
}

function ends([low, high]: Interval, text: (value: number) => string) {
  return { low: text(low), high: text(high) }
}

export function figureTexts(
  view: ViewContext,
  { figures, question }: Pick<JudgedItem, 'question' | 'figures'>,
): string[] {
  const { t, locale } = view
  const { people, right, later, certainty } = figures
  const share = shareInterval(right, people)
  const difficulty = difficultyOf(figures)
  if (share === undefined || difficulty === undefined) return [t('item-facts-none')]
  const { asked, sure, sureWrong } = certainty
  return [
    t('item-facility', {
      right,
      people,
      share: shareText(t, locale, right, people),
      ...ends(share, (value) => percentText(value, locale)),
      difficulty: new Html(t(`item-difficulty-${difficulty}`)),
    }),
    ...(later === 0 ? [] : [t('item-later', { later })]),
    discriminationText(view, figures),
    ...groupTexts(view, figures, question.answer),
    ...(asked === 0
      ? []
      : [
          t('item-certainty', {
            asked,
            sure,
            sureWrong,
            share: shareText(t, locale, sureWrong, sure),
          }),
        ]),
  ]
}

function discriminationText({ t, locale }: ViewContext, figures: ItemFigures): string {
  const { correlation, scored } = figures
  if (scored === 0) return t('item-discrimination-none')
  const interval = correlation === null ? undefined : correlationInterval(correlation, scored)
  if (correlation === null || interval === undefined) {
    return t('item-discrimination-flat', { scored })
  }
  return t('item-discrimination', {
    correlation: correlationText(correlation, locale),
    ...ends(interval, (value) => correlationText(value, locale)),
    scored,
  })
}

function groupTexts({ t, locale }: ViewContext, figures: ItemFigures, answer: string): string[] {
  const difference = groupDifference(figures, answer)
  if (difference === undefined) return []
  const right = figures.options.find(({ key }) => key === answer)
  const { by, low, high } = difference
  return [
    t('item-groups', {
      group: figures.group,
      upper: percentText((right?.upper ?? 0) / figures.group, locale),
      lower: percentText((right?.lower ?? 0) / figures.group, locale),
      by: pointsText(by, locale),
      low: pointsText(low, locale),
      high: pointsText(high, locale),
    }),
  ]
}

function pointsText(difference: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    maximumFractionDigits: 0,
    signDisplay: 'negative',
  })
    .format(100 * difference)
    .replace('-', '−')
}
