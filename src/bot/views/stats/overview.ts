import { barsPicture, numberText, type Bar } from '../../../pictures/index.ts'
import { FEWEST_PEOPLE, reportSeen, type GroupReport, type Rate } from '../../../reports/index.ts'
import { callbackData, type Callback } from '../../callback.ts'
import { placeData, type Place } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { commonTrackId } from '../common-track.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import {
  headOf,
  OUT_OF_REACH,
  placeOf,
  saidOfFew,
  seenFresh,
  unitOf,
  type SeenPage,
} from './seen.ts'
import {
  intervalOf,
  periodButtons,
  periodFor,
  periodText,
  rateText,
  shortRate,
  todayOf,
  waitText,
  type StatsArgs,
} from './shared.ts'

/** Who learns, with what result, in a period; as a picture and in words. */
export const stats: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const report = await reportSeen(view.db, seen, {
    units: seen.reach.units,
    period: periodFor(view, args),
    now: view.now,
    today: todayOf(view),
  })
  const head = headOf(view, seen.name, args)
  const buttons = buttonsOf(view, seen, args)
  if (report.heads.joined === 0) {
    const html = view.t('stats-empty', { head })
    return textMessage(seen.everybody ? { html } : { html, buttons })
  }
  if (report.standing.people < FEWEST_PEOPLE && !seen.everybody) {
    return textMessage({ html: saidOfFew(view, seen, args, report.heads.joined), buttons })
  }
  return picturedMessage(view, {
    picture: () => {
      const bars = funnelOf(view, seen, report)
      return barsPicture({
        title: seen.everybody ? plainText(view.t('stats-title')) : seen.name,
        subtitle: periodText(view, args),
        bars,
        note: barsNote(view, bars, view.t('stats-funnel-note')),
      })
    },
    fileName: view.t('stats-file'),
    html: textOf(view, { seen, report, head }),
    buttons,
  })
}

function doneOf(view: ViewContext, { heads, tracks }: GroupReport): Rate {
  const id = commonTrackId(view)
  const part = tracks.find(({ trackId }) => trackId === id)?.done ?? 0
  return { part, whole: heads.joined }
}

function funnelOf(view: ViewContext, { withScores }: SeenPage, report: GroupReport): Bar[] {
  const { heads, figures, standing } = report
  const stages: readonly (readonly [string, Rate])[] = [
    report.roster.whole === 0
      ? [view.t('stats-stage-joined'), { part: heads.joined, whole: heads.known }]
      : [view.t('stats-stage-roster'), report.roster],
    [view.t('stats-stage-active'), { part: figures.active, whole: heads.joined }],
    [view.t('stats-stage-schedule'), { part: standing.onSchedule, whole: standing.people }],
    [view.t('stats-stage-done'), doneOf(view, report)],
    [view.t('stats-stage-answered'), { part: figures.answered, whole: figures.arrived }],
    ...(withScores
      ? ([[view.t('stats-stage-right'), { part: figures.right, whole: figures.answered }]] as const)
      : []),
  ]
  return stages.map(([name, rate]) => barOf(view, plainText(name), rate))
}

/** A rate as a bar, with its interval where there are few. */
export function barOf(view: ViewContext, name: string, rate: Rate): Bar {
  const range = intervalOf(rate)
  return {
    place: '',
    name,
    share: rate.whole === 0 ? 0 : rate.part / rate.whole,
    value: plainText(shortRate(view, rate)),
    ...(range === undefined ? {} : { range }),
  }
}

/** What stands below bars, and what the thin lines are where there are any. */
export function barsNote({ t }: ViewContext, bars: readonly Bar[], note: string): string {
  const hasRange = bars.some(({ range }) => range !== undefined)
  return plainText(hasRange ? `${note} ${t('stats-range-note')}` : note)
}

function textOf(
  view: ViewContext,
  {
    seen,
    report,
    head,
  }: { readonly seen: SeenPage; readonly report: GroupReport; readonly head: Html },
): string {
  const { heads, figures, standing, roster } = report
  const rate = (part: number, whole: number): Html => new Html(rateText(view, { part, whole }))
  const number = (n: number): string => numberText(n, view.locale)
  const done = doneOf(view, report)
  return view.t('stats', {
    head,
    joined: number(heads.joined),
    fresh: number(heads.joinedNew),
    roster:
      roster.whole === 0
        ? ''
        : new Html(`\n${view.t('stats-roster', { claimed: rate(roster.part, roster.whole) })}`),
    active: rate(figures.active, heads.joined),
    schedule: rate(standing.onSchedule, standing.people),
    done: rate(done.part, done.whole),
    arrived: rate(figures.arrived, figures.arrived + figures.undelivered),
    answered: rate(figures.answered, figures.arrived),
    right: seen.withScores
      ? new Html(
          `\n${view.t('stats-right', {
            right: rate(figures.right, figures.answered),
            reviewed: rate(figures.reviewRight, figures.reviewed),
          })}`,
        )
      : '',
    wait: waitText(view, figures.medianWait),
    lagging: number(standing.lagging),
    away: number(standing.away),
    unreachable: number(heads.unreachable),
  })
}

function buttonsOf(
  view: ViewContext,
  seen: SeenPage,
  args: StatsArgs,
): readonly (readonly Button[])[] {
  const { t } = view
  const place = placeOf(seen, { period: args.period })
  const to = (key: string, callback: Callback): Button => ({
    text: t(key),
    data: placeData(callback, place),
  })
  return [
    periodButtons(view, 'statsOverview', place),
    [to('button-stats-units', 'statsUnits'), to('button-stats-lessons', 'statsLessons')],
    [
      // What each wording did is about all who got it.
      seen.everybody
        ? { text: t('button-nudge-stats'), data: callbackData('nudgeStats') }
        : to('button-stats-nudges', 'statsNudges'),
      to('button-stats-times', 'statsTimes'),
    ],
    [
      to('button-stats-retention', 'statsRetention'),
      to('button-stats-announcements', 'statsAnnouncements'),
    ],
    [
      ...(seen.everybody ? [to('button-stats-roles', 'statsRoles')] : []),
      to('button-stats-tracks', 'statsTracks'),
    ],
    ...(seen.reach.everybody ? adminButtons(view, place) : []),
  ]
}

function adminButtons({ t }: ViewContext, place: Place): readonly (readonly Button[])[] {
  return [
    [
      { text: t('button-learning'), data: placeData('learning', { ...place, period: 'a' }) },
      { text: t('button-item-stats'), data: callbackData('itemStats') },
    ],
    [{ text: t('button-briefing'), data: callbackData('briefing') }],
  ]
}
