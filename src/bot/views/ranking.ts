import { barsPicture, percentText, type Bar } from '../../pictures/index.ts'
import { readRanking, type RankedUnit } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { clip } from './clip.ts'
import { pageOf } from './page-of.ts'
import { personOf } from './person-texts.ts'
import { picturedMessage } from './pictured-message.ts'
import { plainText } from './plain-text.ts'
import { textMessage, type Button, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

/** Units on one page: as many as a picture and its words hold. */
const PAGE = 8

/** Characters of a name in the words below the picture. */
const NAME = 48

export interface RankingArgs extends ViewBaseArgs {
  /** The unit with which the page begins, counted from 0. */
  readonly from: number
}

/** Units by the share of their people on schedule, never people; one's own is always there. */
export const ranking: View<RankingArgs> = async (view, { from }) => {
  const { units, own } = await readRanking(view.db, personOf(view).unitId, view.now)
  // One unit alone has no place among others.
  if (units.length < 2) return textMessage({ html: view.t('ranking-empty') })
  const { items, first, last, before, after } = pageOf(units, from, PAGE)
  const elsewhere = own !== undefined && !items.includes(own) ? own : undefined
  const said = { first, last, total: units.length }
  const lines = [
    ...items.map((unit) => lineOf(view, unit, unit === own)),
    ...(elsewhere === undefined ? [] : ['…', lineOf(view, elsewhere, true)]),
  ]
  const turns: Button[] = [
    ...(before === undefined ? [] : [turn(view, 'button-ranking-previous', first - 1 - PAGE)]),
    ...(after === undefined ? [] : [turn(view, 'button-ranking-next', last)]),
  ]
  return picturedMessage(view, {
    picture: () =>
      barsPicture({
        title: plainText(view.t('ranking-title')),
        subtitle: plainText(view.t('picture-on-schedule', said)),
        bars: [
          ...items.map((unit) => barOf(view, unit, unit === own)),
          ...(elsewhere === undefined ? [] : [{ ...barOf(view, elsewhere, true), apart: true }]),
        ],
        note: plainText(view.t('ranking-note')),
      }),
    fileName: view.t('ranking-file'),
    html: view.t('ranking', {
      ...said,
      title: new Html(view.t('ranking-title')),
      units: new Html(lines.join('\n')),
      note: new Html(view.t(own === undefined ? 'ranking-note-small' : 'ranking-note')),
    }),
    ...(turns.length === 0 ? {} : { buttons: [turns] }),
  })
}

function turn({ t }: ViewContext, key: string, from: number): Button {
  return { text: t(key), data: callbackData('ranking', from) }
}

function shareText(view: ViewContext, { onSchedule, people }: RankedUnit): string {
  return percentText(onSchedule / people, view.locale)
}

function lineOf(view: ViewContext, unit: RankedUnit, own: boolean): string {
  const { place, onSchedule, people } = unit
  const name = clip(unit.name, NAME)
  const share = shareText(view, unit)
  return view.t(own ? 'ranking-own' : 'ranking-unit', { place, name, share, onSchedule, people })
}

function barOf(view: ViewContext, unit: RankedUnit, own: boolean): Bar {
  const { place, name, onSchedule, people } = unit
  const share = shareText(view, unit)
  return {
    place: `${place}.`,
    name,
    share: onSchedule / people,
    value: plainText(view.t('picture-share', { share, onSchedule, people })),
    ...(own ? { mark: plainText(view.t('picture-own-unit')) } : {}),
  }
}
