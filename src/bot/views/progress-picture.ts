import { hill, type Badge } from '../../learning/index.ts'
import { hillPicture, numberText, percentText, type Markup } from '../../pictures/index.ts'
import type { Html } from '../texts.ts'
import { badgeName } from './badges.ts'
import { you } from './person-texts.ts'
import { plainText } from './plain-text.ts'
import type { ViewContext } from './view.ts'

/** All that `/progres` shows, in the picture and in words. */
export interface Standing {
  readonly track: string
  readonly answered: number
  readonly correct: number
  readonly skipped: number
  readonly total: number
  readonly done: boolean
  /** Working days. */
  readonly streak: number
  readonly remembered: { readonly answered: number; readonly right: number }
  readonly badges: readonly Badge[]
  /** What comes next, as a sentence. */
  readonly next: Html
}

/** The hill of a person, drawn: a stone for each lesson that was answered. */
export function progressPicture(
  view: Pick<ViewContext, 't' | 'locale' | 'person'>,
  standing: Standing,
): Markup {
  const { t, locale } = view
  const { answered, total, skipped, correct, streak, remembered } = standing
  const of = (part: number, whole: number): string =>
    t('picture-of', { part: numberText(part, locale), whole: numberText(whole, locale) })
  const share = answered === 0 ? '' : percentText(correct / answered, locale)
  const cards = [
    { value: of(answered, total), label: t('picture-answered', { skipped }) },
    {
      value: answered === 0 ? t('picture-none-yet') : of(correct, answered),
      label: t('picture-correct', { share: share === '' ? '' : ` (${share})` }),
    },
    {
      value: answered === 0 ? t('picture-none-yet') : t('picture-days', { streak }),
      label: t('picture-streak'),
    },
    {
      value:
        remembered.answered === 0
          ? t('picture-none-yet')
          : of(remembered.right, remembered.answered),
      label: t('picture-remembered'),
    },
  ]
  return hillPicture({
    title: plainText(t('picture-hill', { you: you(view) })),
    subtitle: standing.track,
    stones: hill(answered, total),
    complete: standing.done && answered >= total,
    goesOn: !standing.done,
    cards: cards.map(({ value, label }) => ({ value: plainText(value), label: plainText(label) })),
    badges: standing.badges.map((badge) => plainText(badgeName(view, badge))),
    next: plainText(standing.next),
  })
}
