import { textIn } from '../../content/index.ts'
import {
  difficultyOf,
  GOOD,
  type ItemAnalysis,
  type ItemFigures,
  type JudgedItem,
} from '../../reports/index.ts'
import { civilMinute } from '../../learning/index.ts'
import type { Locale } from '../../people/index.ts'
import { Html } from '../texts.ts'
import { dateText, hourText } from '../when.ts'
import { personOf } from './person-texts.ts'
import { shareText } from './share-text.ts'
import type { ViewContext } from './view.ts'

/** Two digits after the comma, as correlations are written. */
export function correlationText(value: number, locale: Locale): string {
  const text = new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  }).format(value)
  return text.replace('-', '−')
}

/** "Periksa kunci, ganti pilihan", or that it is good. */
export function flagsText(
  { t, locale }: ViewContext,
  { flags }: Pick<JudgedItem, 'flags'>,
): string {
  if (flags.length === 0) return t('item-flag-fine')
  const [first = '', ...more] = flags.map(({ kind }) => t(`item-flag-${kind}`))
  return [first, ...more.map((one) => one.toLocaleLowerCase(locale))].join(', ')
}

/** How hard it is and how well it tells people apart, in one line. */
export function factsText({ t, locale }: ViewContext, figures: ItemFigures): string {
  const { people, right, correlation } = figures
  if (people === 0) return t('item-facts-none')
  const share = shareText(t, locale, right, people)
  return correlation === null
    ? t('item-facts-apart', { right, people, share })
    : t('item-facts', { right, people, share, correlation: correlationText(correlation, locale) })
}

/** When the figures were reckoned. */
export function reckonedText(view: ViewContext, at: ItemAnalysis['at']): string {
  if (at === undefined) return view.t('item-stats-never')
  const { timezone } = personOf(view)
  const hour = hourText(civilMinute(timezone, at), view.locale)
  return view.t('item-stats-at', { when: `${dateText(at, timezone, view.locale)}, ${hour}` })
}

/** What the author should do about it, a sentence or two for each flag. */
export function adviceTexts(view: ViewContext, item: JudgedItem): string[] {
  const { t, locale } = view
  const { figures, flags, question } = item
  const texts = new Map(textIn(question, locale).options.map(({ key, text }) => [key, text]))
  if (flags.length === 0) {
    const low = figures.correlation === null || figures.correlation < GOOD
    const rule = low && question.tags.length > 0 && difficultyOf(figures) === 'easy'
    return [t(rule ? 'item-do-fine-rule' : 'item-do-fine')]
  }
  return flags.map((flag) => {
    switch (flag.kind) {
      case 'check-key':
        return flag.lure === null
          ? t('item-do-check-key')
          : t('item-do-check-key-lure', { lure: texts.get(flag.lure) ?? flag.lure })
      case 'revise':
        return t(difficultyOf(figures) === 'easy' ? 'item-do-revise-easy' : 'item-do-revise')
      case 'dead': {
        const quoted = flag.options.map((key) => t('item-quoted', { text: texts.get(key) ?? key }))
        return t('item-do-dead', { options: new Html(quoted.join(', ')) })
      }
      case 'few':
        return t('item-do-few', { scored: flag.scored, least: flag.least })
    }
  })
}
