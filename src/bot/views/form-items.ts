import { textIn } from '../../content/index.ts'
import { readFormItems, type ItemFigures, type JudgedFormItem } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { ITEMS_ON_PAGE, itemStatsArgument } from './item-list.ts'
import {
  hasPlace,
  itemsPicture,
  sumsOf,
  trackTitleOf,
  turnsOf,
  type ItemStatsArgs,
} from './item-stats.ts'
import { factsText, flagsText, reckonedText } from './item-texts.ts'
import { pageOf } from './page-of.ts'
import { picturedMessage } from './pictured-message.ts'
import { shareText } from './share-text.ts'
import { textMessage, type Button, type View, type ViewContext } from './view.ts'

/** Characters by which an item is known again. */
const TEXT = 36

/** Items of the forms, those first that need an author, with what each form as a whole came to. */
export const formItems: View<ItemStatsArgs> = async (view, { from, trackId }) => {
  const { t } = view
  const { at, items } = await readFormItems(view.db, view.catalogue, trackId)
  const page = pageOf(items, from, ITEMS_ON_PAGE)
  const title = t('form-items-title')
  const html = [
    t('form-items', {
      track: trackTitleOf(view, trackId),
      ...sumsOf(items),
      when: new Html(reckonedText(view, at)),
    }),
    ...(items.length === 0
      ? [t('form-items-none')]
      : [
          formTexts(view, items).join('\n'),
          page.items.map((item, i) => lineOf(view, item, page.first + i)).join('\n'),
        ]),
  ].join('\n\n')
  const buttons: Button[][] = [
    page.items.map(({ questionId }, i) => ({
      text: String(page.first + i),
      data: callbackData('itemCard', questionId),
    })),
    turnsOf(view, 'itemForms', page, trackId),
    [
      {
        text: t('button-item-list'),
        data: callbackData('itemStats', itemStatsArgument(0, trackId)),
      },
      { text: t('button-stats'), data: callbackData('stats') },
    ],
  ].filter((row) => row.length > 0)
  if (!items.some(hasPlace)) return textMessage({ html, buttons })
  const named = new Map(page.items.map((item, i) => [item.questionId, page.first + i]))
  return picturedMessage(view, {
    picture: () =>
      itemsPicture(view, items, {
        named,
        track: trackTitleOf(view, trackId),
        title,
        share: t('picture-form-share'),
      }),
    fileName: t('item-file'),
    html,
    buttons,
  })
}

/** All right answers to a form of all its answers, before and after: whether a and b are equally hard. */
function formTexts(view: ViewContext, items: readonly JudgedFormItem[]): string[] {
  return (['a', 'b', 'delayed'] as const).flatMap((form) => {
    const own = items.filter((item) => item.form === form)
    if (own.length === 0) return []
    const name = new Html(view.t(`form-name-${form}`))
    const after = rightOf(
      view,
      own.map(({ figures }) => figures),
    )
    if (form === 'delayed') return [view.t('form-sum-delayed', { name, after })]
    const before = rightOf(
      view,
      own.flatMap((item) => item.before ?? []),
    )
    return [view.t('form-sum', { name, before, after })]
  })
}

function rightOf({ t, locale }: ViewContext, all: readonly ItemFigures[]): Html {
  const people = all.reduce((sum, one) => sum + one.people, 0)
  const right = all.reduce((sum, one) => sum + one.right, 0)
  const share = shareText(t, locale, right, people)
  return new Html(people === 0 ? t('share-none') : t('form-right', { right, people, share }))
}

function lineOf(view: ViewContext, item: JudgedFormItem, number: number): string {
  const { before, form, position } = item
  const after = new Html(factsText(view, item.figures))
  const key = before === undefined ? 'form-item-line' : 'form-item-line-both'
  return view.t(key, {
    number,
    flags: new Html(flagsText(view, item)),
    mark: view.t(`form-mark-${form}`, { position }),
    text: clip(textIn(item.question, view.locale).text, TEXT),
    after,
    ...(before === undefined ? {} : { before: rightOf(view, [before]) }),
  })
}
