import { barsPicture, numberText, type Bar } from '../../../pictures/index.ts'
import { listUnits } from '../../../people/index.ts'
import { FEWEST_PEOPLE, reportGroup, type GroupReport, type Rate } from '../../../reports/index.ts'
import { callbackData } from '../../callback.ts'
import { Html } from '../../texts.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import {
  freshen,
  intervalOf,
  periodButtons,
  periodFor,
  periodText,
  placeData,
  rateText,
  shortRate,
  todayOf,
  waitText,
  type Place,
  type StatsArgs,
} from './shared.ts'

export interface OverviewArgs extends StatsArgs {
  /** This unit and those below it; left out: everybody. */
  readonly unitId?: string
}

/** Who learns, with what result, in a period; as a picture and in words. */
export const stats: View<OverviewArgs> = async (view, args) => {
  await freshen(view)
  const units = await listUnits(view.db)
  const unit = units.find(({ id }) => id === args.unitId)
  const report = await reportGroup(view.db, {
    units,
    unitId: unit?.id,
    period: periodFor(view, args),
    now: view.now,
    today: todayOf(view),
  })
  const name = unit?.name ?? view.t('stats-everybody')
  const head = new Html(view.t('stats-head', { name, period: periodText(view, args) }))
  if (report.heads.joined === 0) return textMessage({ html: view.t('stats-empty', { head }) })
  const buttons = buttonsOf(view, args)
  const isSmall = report.standing.people < FEWEST_PEOPLE && unit !== undefined
  if (isSmall) {
    const { joined } = report.heads
    return textMessage({
      html: view.t('stats-few', { head, joined, least: FEWEST_PEOPLE }),
      buttons,
    })
  }
  return picturedMessage(view, {
    picture: () => {
      const bars = funnelOf(view, report)
      return barsPicture({
        title: unit?.name ?? plainText(view.t('stats-title')),
        subtitle: periodText(view, args),
        bars,
        note: barsNote(view, bars, view.t('stats-funnel-note')),
      })
    },
    fileName: view.t('stats-file'),
    html: textOf(view, report, head),
    buttons,
  })
}

function commonTrack({ catalogue }: ViewContext): string | undefined {
  return catalogue.tracks.find((track) => track.for.kind === 'common')?.id
}

function doneOf(view: ViewContext, { heads, tracks }: GroupReport): Rate {
  const id = commonTrack(view)
  const part = tracks.find(({ trackId }) => trackId === id)?.done ?? 0
  return { part, whole: heads.joined }
}

function funnelOf(view: ViewContext, report: GroupReport): Bar[] {
  const { heads, figures, standing } = report
  const stages: readonly (readonly [string, Rate])[] = [
    report.roster.whole === 0
      ? [view.t('stats-stage-joined'), { part: heads.joined, whole: heads.known }]
      : [view.t('stats-stage-roster'), report.roster],
    [view.t('stats-stage-active'), { part: figures.active, whole: heads.joined }],
    [view.t('stats-stage-schedule'), { part: standing.onSchedule, whole: standing.people }],
    [view.t('stats-stage-done'), doneOf(view, report)],
    [view.t('stats-stage-answered'), { part: figures.answered, whole: figures.arrived }],
    [view.t('stats-stage-right'), { part: figures.right, whole: figures.answered }],
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

function textOf(view: ViewContext, report: GroupReport, head: Html): string {
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
    right: rate(figures.right, figures.answered),
    reviewed: rate(figures.reviewRight, figures.reviewed),
    wait: waitText(view, figures.medianWait),
    lagging: number(standing.lagging),
    away: number(standing.away),
    unreachable: number(heads.unreachable),
  })
}

function buttonsOf(view: ViewContext, args: OverviewArgs): readonly (readonly Button[])[] {
  const { t } = view
  const place: Place = {
    period: args.period,
    ...(args.unitId === undefined ? {} : { unitId: args.unitId }),
  }
  const elsewhere = { period: args.period }
  return [
    periodButtons(view, 'statsOverview', place),
    [
      { text: t('button-stats-units'), data: placeData('statsUnits', place) },
      { text: t('button-stats-lessons'), data: placeData('statsLessons', elsewhere) },
    ],
    [
      { text: t('button-nudge-stats'), data: callbackData('nudgeStats') },
      { text: t('button-stats-times'), data: placeData('statsTimes', elsewhere) },
    ],
    [
      { text: t('button-stats-retention'), data: placeData('statsRetention', elsewhere) },
      { text: t('button-stats-announcements'), data: placeData('statsAnnouncements', elsewhere) },
    ],
    [
      { text: t('button-learning'), data: callbackData('learning') },
      { text: t('button-item-stats'), data: callbackData('itemStats') },
    ],
    [{ text: t('button-briefing'), data: callbackData('briefing') }],
  ]
}
