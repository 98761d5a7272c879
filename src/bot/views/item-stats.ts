import { textIn } from '../../content/index.ts'
import {
  numberText,
  percentText,
  scatterPicture,
  type Markup,
  type ScatterPoint,
} from '../../pictures/index.ts'
import { FAIR, GOOD, LEAST_PEOPLE, readItems, type JudgedItem } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { ITEMS_ON_PAGE, itemStatsArgument } from './item-list.ts'
import { factsText, flagsText, reckonedText } from './item-texts.ts'
import { pageOf, type Page } from './page-of.ts'
import { picturedMessage } from './pictured-message.ts'
import { plainText } from './plain-text.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Characters by which a question is known again. */
const TEXT = 44

/** Characters of a track's title. */
const TITLE = 48

export interface ItemStatsArgs extends ViewBaseArgs {
  /** The question with which the page begins, counted from 0. */
  readonly from: number
  /** Left out: all tracks. */
  readonly trackId?: string
}

/** Questions with what they tell of people and of themselves, those first that need an author. */
export const itemStats: View<ItemStatsArgs> = async (view, { from, trackId }) => {
  const { t } = view
  const analysis = await readItems(view.db, view.catalogue, trackId)
  const { items } = analysis
  const page = pageOf(items, from, ITEMS_ON_PAGE)
  const title = t('item-stats-title')
  const html = [
    t('item-stats', {
      title: new Html(title),
      track: trackTitleOf(view, trackId),
      ...sumsOf(items),
      when: new Html(reckonedText(view, analysis.at)),
    }),
    ...(items.length === 0 ? [t('item-stats-none')] : []),
    page.items.map((item, i) => lineOf(view, item, page.first + i)).join('\n'),
  ].join('\n\n')
  const buttons: Button[][] = [
    page.items.map(({ questionId }, i) => ({
      text: String(page.first + i),
      data: callbackData('itemCard', questionId),
    })),
    turnsOf(view, 'itemStats', page, trackId),
    [
      { text: t('button-item-tracks'), data: callbackData('itemTracks') },
      {
        text: t('button-form-items'),
        data: callbackData('itemForms', itemStatsArgument(0, trackId)),
      },
      { text: t('button-stats'), data: callbackData('stats') },
    ],
  ].filter((row) => row.length > 0)
  if (!items.some(hasPlace)) return textMessage({ html, buttons })
  const named = new Map(page.items.map((item, i) => [item.questionId, page.first + i]))
  return picturedMessage(view, {
    picture: () => itemsPicture(view, items, { named, track: trackTitleOf(view, trackId), title }),
    fileName: t('item-file'),
    html,
    buttons,
  })
}

/** To the page before and the one after, of questions or of items of forms. */
export function turnsOf(
  view: ViewContext,
  callback: 'itemStats' | 'itemForms',
  { first, last, before, after }: Page<JudgedItem>,
  trackId: string | undefined,
): Button[] {
  const to = (key: string, from: number): Button => ({
    text: view.t(key),
    data: callbackData(callback, itemStatsArgument(from, trackId)),
  })
  return [
    ...(before === undefined ? [] : [to('button-item-previous', first - 1 - ITEMS_ON_PAGE)]),
    ...(after === undefined ? [] : [to('button-item-next', last)]),
  ]
}

export function trackTitleOf(
  { t, catalogue, locale }: ViewContext,
  trackId: string | undefined,
): string {
  if (trackId === undefined) return plainText(t('item-stats-all-tracks'))
  return clip(catalogue.tracks.find(({ id }) => id === trackId)?.title[locale] ?? trackId, TITLE)
}

function isFew({ flags }: JudgedItem): boolean {
  return flags.some(({ kind }) => kind === 'few')
}

function isDoubtful({ flags }: JudgedItem): boolean {
  return flags.some(({ kind }) => kind !== 'few')
}

export function sumsOf(items: readonly JudgedItem[]) {
  return {
    total: items.length,
    flagged: items.filter(isDoubtful).length,
    few: items.filter(isFew).length,
  }
}

function lineOf(view: ViewContext, item: JudgedItem, number: number): string {
  return view.t('item-stats-line', {
    number,
    flags: new Html(flagsText(view, item)),
    text: clip(textIn(item.question, view.locale).text, TEXT),
    facts: new Html(factsText(view, item.figures)),
  })
}

/** There is something to draw: both measures are known. */
export function hasPlace({ figures }: JudgedItem): boolean {
  return figures.correlation !== null
}

interface Drawn {
  /** Numbers of the questions that are listed, by id. */
  readonly named: ReadonlyMap<string, number>
  readonly track: string
  readonly title: string
  /** Of which answers the share is. */
  readonly share?: string
}

/** Questions, or items of forms, by how many were right and how well each tells people apart. */
export function itemsPicture(
  view: ViewContext,
  items: readonly JudgedItem[],
  { named, track, title, share }: Drawn,
): Markup {
  const { t, locale } = view
  const text = (key: string, variables?: Parameters<typeof t>[1]): string =>
    plainText(t(key, variables))
  const { flagged, total } = sumsOf(items)
  return scatterPicture({
    title: plainText(title),
    subtitle: text('picture-item-sums', { track, flagged, total }),
    xName: plainText(share ?? t('picture-item-share')),
    yName: text('picture-item-apart'),
    xMarks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: percentText(at, locale) })),
    yMarks: [-0.4, -0.2, 0, 0.2, 0.4, 0.6].map((at) => ({
      at,
      text: numberText(at, locale).replace('-', '−'),
    })),
    bands: [
      { from: -1, name: text('picture-item-key'), marked: true },
      { from: 0, name: text('picture-item-revise'), marked: true },
      { from: FAIR, name: text('picture-item-fair') },
      { from: GOOD, name: text('picture-item-good') },
    ],
    low: -0.4,
    high: 0.7,
    points: items.filter(hasPlace).map((item) => pointOf(item, named.get(item.questionId))),
    legend: [
      { look: 'plain', text: text('picture-item-plain') },
      { look: 'doubtful', text: text('picture-item-doubtful') },
      { look: 'faint', text: text('picture-item-faint', { least: LEAST_PEOPLE }) },
    ],
    note: text('picture-item-note'),
  })
}

function pointOf(item: JudgedItem, number: number | undefined): ScatterPoint {
  const { people, right, correlation } = item.figures
  return {
    x: right / people,
    y: correlation ?? 0,
    look: isDoubtful(item) ? 'doubtful' : isFew(item) ? 'faint' : 'plain',
    ...(number === undefined ? {} : { label: String(number) }),
  }
}

/** Tracks to choose from. */
export const askItemTrack: View<ViewBaseArgs> = (view, args) => {
  const { t, catalogue, locale } = view
  return textMessage(
    {
      html: t('ask-item-track'),
      buttons: [
        [{ text: plainText(t('item-stats-all-tracks')), data: callbackData('itemStats', '0') }],
        ...catalogue.tracks.slice(0, MOST_TRACKS).map(({ id, title }) => [
          {
            text: clip(title[locale], TITLE),
            data: callbackData('itemStats', itemStatsArgument(0, id)),
          },
        ]),
      ],
    },
    args,
  )
}

/** Telegram takes a hundred buttons, and nobody reads as many. */
const MOST_TRACKS = 40
