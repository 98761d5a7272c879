import { textIn, type Lesson } from '../../content/index.ts'
import { readItems, type JudgedItem } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { formItemCard } from './form-item-card.ts'
import { ITEMS_ON_PAGE, itemStatsArgument } from './item-list.ts'
import { figureTexts, optionTexts } from './item-figures.ts'
import { adviceTexts, factsText, flagsText, reckonedText } from './item-texts.ts'
import { personOf } from './person-texts.ts'
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
  if (lesson === undefined || item === undefined) return formItemCard(view, args)
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
