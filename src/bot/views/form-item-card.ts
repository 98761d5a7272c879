import { textIn } from '../../content/index.ts'
import { readFormItems, type JudgedFormItem } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { figureTexts, optionTexts } from './item-figures.ts'
import { itemStatsArgument, ITEMS_ON_PAGE } from './item-list.ts'
import { adviceTexts, flagsText, reckonedText } from './item-texts.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters of a title. */
const TITLE = 60

interface FormItemCardArgs extends ViewBaseArgs {
  readonly questionId: string
}

/** One item of a form as it stands, with all that is known of it, before and after learning. */
export const formItemCard: View<FormItemCardArgs> = async (view, args) => {
  const { t, catalogue } = view
  const lesson = catalogue.lessons.get(catalogue.questions.get(args.questionId)?.lessonId ?? '')
  const { at, items } =
    lesson === undefined
      ? { at: undefined, items: [] }
      : await readFormItems(view.db, catalogue, lesson.trackId)
  const place = items.findIndex(({ questionId }) => questionId === args.questionId)
  const item = items[place]
  if (item === undefined) return textMessage({ html: t('item-gone') }, args)
  const back = itemStatsArgument(place - (place % ITEMS_ON_PAGE), item.trackId)
  return textMessage(
    {
      html: cardText(view, item, at),
      buttons: [
        [{ text: t('button-content-send'), data: callbackData('itemPreview', item.questionId) }],
        [{ text: t('button-form-list'), data: callbackData('itemForms', back) }],
      ],
    },
    args,
  )
}

function cardText(view: ViewContext, item: JudgedFormItem, at: Date | undefined): string {
  const { catalogue, locale, t } = view
  const track = catalogue.tracks.find(({ id }) => id === item.trackId)
  return t('form-item-card', {
    flags: new Html(flagsText(view, item)),
    track: clip(track?.title[locale] ?? item.trackId, TITLE),
    form: new Html(t(`form-name-${item.form}`)),
    position: item.position,
    question: textIn(item.question, locale).text,
    occasions: new Html(occasions(view, item).join('\n\n')),
    version: new Html(
      t('item-version', {
        version: item.version,
        since: dateText(item.since, personOf(view).timezone, locale),
        when: new Html(reckonedText(view, at)),
      }),
    ),
    advice: new Html(adviceTexts(view, item).join('\n\n')),
  })
}

/** Of whom learning was still ahead first, then the others: never one figure of both. */
function occasions(view: ViewContext, item: JudgedFormItem): string[] {
  const { question, before, figures, form } = item
  const said = (key: string, of: Pick<JudgedFormItem, 'question' | 'figures'>): string =>
    [view.t(key), ...optionTexts(view, of), ...figureTexts(view, of)].join('\n')
  return [
    ...(before === undefined ? [] : [said('form-occasion-before', { question, figures: before })]),
    said(form === 'delayed' ? 'form-occasion-delayed' : 'form-occasion-after', {
      question,
      figures,
    }),
  ]
}
