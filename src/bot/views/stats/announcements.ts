import { barsPicture } from '../../../pictures/index.ts'
import {
  FEWEST_PEOPLE,
  readAnnouncementReach,
  type AnnouncementReach,
} from '../../../reports/index.ts'
import { placeData } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { dateText } from '../../when.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote } from './overview.ts'
import { OUT_OF_REACH, placeOf, seenBy, titleOf, unitOf, whereText, type SeenPage } from './seen.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  rateText,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

const PAGE = 6
const NAME = 40

/** Whom the announcements of a period reached, and who marked them as read; the latest first. */
export const statsAnnouncements: View<StatsArgs> = async (view, args) => {
  const { t, timezone } = view
  const seen = await seenBy(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const within = seen.everybody ? undefined : seen.group
  const all = await readAnnouncementReach(view.db, periodFor(view, args), timezone, within)
  const place = placeOf(seen, { period: args.period })
  const back = [{ text: t('button-stats-whole'), data: placeData('statsOverview', place) }]
  const periods = periodButtons(view, 'statsAnnouncements', place)
  const period = whereText(view, seen, args)
  if (all.length === 0) {
    const html = t('stats-announcements-none', { period })
    return textMessage({ html, buttons: [periods, back] })
  }
  const { items, first, last } = pageOf(all, args.from ?? 0, PAGE)
  const said = { first, last, total: all.length }
  const shown = items.filter((one) => !isFew(seen, one))
  const message = {
    fileName: t('stats-file'),
    html: t('stats-announcements', {
      ...said,
      period,
      ...ratesOf(view, sumOf(all.filter((one) => !isFew(seen, one)))),
      lines: new Html(items.map((one) => lineOf(view, seen, one)).join('\n')),
    }),
    buttons: [
      ...turnButtons(view, 'statsAnnouncements', { place, ...said, size: PAGE }),
      periods,
      back,
    ],
  }
  if (shown.length === 0) return textMessage(message)
  return picturedMessage(view, {
    ...message,
    picture: () => {
      const bars = shown.map((one) =>
        barOf(view, nameOf(view, one), { part: one.sent, whole: one.people }),
      )
      return barsPicture({
        title: titleOf(seen, t('stats-announcements-title')),
        subtitle: plainText(t('stats-announcements-picture', { period: periodText(view, args) })),
        bars,
        note: barsNote(view, bars, t('stats-announcements-note')),
      })
    },
  })
}

/** Of so few within a unit it would say who read it. */
function isFew({ everybody }: SeenPage, { people }: AnnouncementReach): boolean {
  return !everybody && people < FEWEST_PEOPLE
}

function lineOf(view: ViewContext, seen: SeenPage, one: AnnouncementReach): string {
  const name = nameOf(view, one)
  if (isFew(seen, one)) return view.t('stats-unit-few', { name, people: one.people })
  return view.t('stats-announcement', { name, ...ratesOf(view, one) })
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

function sumOf(
  all: readonly AnnouncementReach[],
): Pick<AnnouncementReach, 'people' | 'sent' | 'acknowledged'> {
  return all.reduce(
    (sum, one) => ({
      people: sum.people + one.people,
      sent: sum.sent + one.sent,
      acknowledged: sum.acknowledged + one.acknowledged,
    }),
    { people: 0, sent: 0, acknowledged: 0 },
  )
}
