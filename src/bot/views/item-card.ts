import { textIn, type Lesson } from '../../content/index.ts'
import {
  correlationInterval,
  difficultyOf,
  groupDifference,
  readItems,
  shareInterval,
  type Interval,
  type ItemFigures,
  type JudgedItem,
} from '../../reports/index.ts'
import { percentText } from '../../pictures/index.ts'
import type { Locale } from '../../people/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { ITEMS_ON_PAGE, itemStatsArgument } from './item-stats.ts'
import { adviceTexts, correlationText, factsText, flagsText, reckonedText } from './item-texts.ts'
import { personOf } from './person-texts.ts'
import { shareText } from './share-text.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters of a title. */
const TITLE = 60

/** Versions before the one that is live. */
const MOST_EARLIER = 3

export interface ItemCardArgs extends ViewBaseArgs {
  readonly questionId: string
}

/** One question as it stands, with all that is known of it and what to do. */
export const itemCard: View<ItemCardArgs> = async (view, args) => {
  const { t, catalogue } = view
  const lesson = catalogue.lessons.get(catalogue.questions.get(args.questionId)?.lessonId ?? '')
  const { at, items } =
    lesson === undefined
      ? { at: undefined, items: [] }
      : await readItems(view.db, catalogue, lesson.trackId)
  const place = items.findIndex(({ questionId }) => questionId === args.questionId)
  const item = items[place]
  if (lesson === undefined || item === undefined) return textMessage({ html: t('item-gone') }, args)
  const back = itemStatsArgument(place - (place % ITEMS_ON_PAGE), lesson.trackId)
  return textMessage(
    {
      html: cardText(view, lesson, item, at),
      buttons: [
        [{ text: t('button-content-send'), data: callbackData('itemPreview', item.questionId) }],
        [
          { text: t('button-item-lesson'), data: callbackData('contentLesson', lesson.id) },
          { text: t('button-item-list'), data: callbackData('itemStats', back) },
        ],
      ],
    },
    args,
  )
}

function cardText(
  view: ViewContext,
  lesson: Lesson,
  item: JudgedItem,
  at: Date | undefined,
): string {
  const { catalogue, locale } = view
  const track = catalogue.tracks.find(({ id }) => id === lesson.trackId)
  return view.t('item-card', {
    flags: new Html(flagsText(view, item)),
    track: clip(track?.title[locale] ?? lesson.trackId, TITLE),
    position: lesson.position,
    lesson: clip(textIn(lesson, locale).title, TITLE),
    question: textIn(item.question, locale).text,
    options: new Html(optionTexts(view, item).join('\n')),
    figures: new Html([...figureTexts(view, item), ...versionTexts(view, item, at)].join('\n')),
    advice: new Html(adviceTexts(view, item).join('\n\n')),
  })
}

/** Every option, chosen or not, in the order in which it is written. */
function optionTexts({ t, locale }: ViewContext, { question, figures }: JudgedItem): string[] {
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

function figureTexts(view: ViewContext, { figures, question }: JudgedItem): string[] {
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

function versionTexts(view: ViewContext, item: JudgedItem, at: Date | undefined): string[] {
  const { t, locale } = view
  const since = dateText(item.since, personOf(view).timezone, locale)
  return [
    t('item-version', {
      version: item.version,
      since,
      when: new Html(reckonedText(view, at)),
    }),
    ...item.earlier
      .slice(0, MOST_EARLIER)
      .map(({ version, figures }) =>
        t('item-earlier', { version, facts: new Html(factsText(view, figures)) }),
      ),
  ]
}
