import { barsPicture } from '../../../pictures/index.ts'
import { readAnnouncementReach, type AnnouncementReach } from '../../../reports/index.ts'
import { Html } from '../../texts.ts'
import { dateText } from '../../when.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  placeData,
  rateText,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

export interface AnnouncementsArgs extends StatsArgs {
  readonly from: number
}

const PAGE = 6
const NAME = 40

/** Whom the announcements of a period reached, and who marked them as read; the latest first. */
export const statsAnnouncements: View<AnnouncementsArgs> = async (view, args) => {
  const { t, timezone } = view
  const all = await readAnnouncementReach(view.db, periodFor(view, args), timezone)
  const { period } = args
  const back = [{ text: t('button-stats-whole'), data: placeData('statsOverview', { period }) }]
  const periods = periodButtons(view, 'statsAnnouncements', { period })
  if (all.length === 0) {
    const html = t('stats-announcements-none', { period: periodText(view, args) })
    return textMessage({ html, buttons: [periods, back] })
  }
  const { items, first, last } = pageOf(all, args.from, PAGE)
  const said = { first, last, total: all.length }
  const lines = items.map((one) =>
    t('stats-announcement', { name: nameOf(view, one), ...ratesOf(view, one) }),
  )
  return picturedMessage(view, {
    picture: () => {
      const bars = items.map((one) =>
        barOf(view, nameOf(view, one), { part: one.sent, whole: one.people }),
      )
      return barsPicture({
        title: plainText(t('stats-announcements-title')),
        subtitle: plainText(t('stats-announcements-picture', { period: periodText(view, args) })),
        bars,
        note: barsNote(view, bars, t('stats-announcements-note')),
      })
    },
    fileName: t('stats-file'),
    html: t('stats-announcements', {
      ...said,
      period: periodText(view, args),
      ...ratesOf(view, {
        people: sumOf(all, ({ people }) => people),
        sent: sumOf(all, ({ sent }) => sent),
        acknowledged: sumOf(all, ({ acknowledged }) => acknowledged),
      }),
      lines: new Html(lines.join('\n')),
    }),
    buttons: [
      ...turnButtons(view, 'statsAnnouncements', { place: { period }, ...said, size: PAGE }),
      periods,
      back,
    ],
  })
}

function nameOf(view: ViewContext, { queuedAt, author }: AnnouncementReach): string {
  const day = dateText(queuedAt, view.timezone, view.locale)
  return clip(`${day} · ${author ?? plainText(view.t('stats-announcement-nobody'))}`, NAME)
}

function ratesOf(
  view: ViewContext,
  { people, sent, acknowledged }: Pick<AnnouncementReach, 'people' | 'sent' | 'acknowledged'>,
): { readonly sent: Html; readonly read: Html } {
  return {
    sent: new Html(rateText(view, { part: sent, whole: people })),
    read: new Html(rateText(view, { part: acknowledged, whole: sent })),
  }
}

function sumOf(all: readonly AnnouncementReach[], of: (one: AnnouncementReach) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0)
}
