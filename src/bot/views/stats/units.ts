import { barsPicture, numberText } from '../../../pictures/index.ts'
import type { Unit } from '../../../people/index.ts'
import {
  FEWEST_PEOPLE,
  reportTops,
  reportUnitsBelow,
  topUnits,
  type UnitReport,
} from '../../../reports/index.ts'
import { placeData, type Place } from '../../stats/place.ts'
import { Html } from '../../texts.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote, stats } from './overview.ts'
import { OUT_OF_REACH, seenFresh, unitOf, type SeenPage } from './seen.ts'
import {
  periodButtons,
  periodFor,
  periodText,
  rateText,
  todayOf,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

/** As many as a picture and its words hold. */
const PAGE = 6
const NAME = 40

/**
 * The units right below one, who is left behind first; each is a step further down. Below none: of
 * whoever coordinates several, these.
 */
export const statsUnits: View<StatsArgs> = async (view, args) => {
  const seen = await seenFresh(view, unitOf(args))
  if (seen === undefined) return OUT_OF_REACH
  const tops = topUnits(seen.reach)
  const above = seen.unit ?? (tops.length > 1 ? undefined : tops[0])
  if (above === undefined && tops.length === 0) return textMessage({ html: view.t('no-units') })
  const reports = inOrder(await readReports(view, seen, { args, above }))
  // Nothing is below it: it is looked at by itself.
  if (reports.length === 0) {
    const unit = args.unitId === undefined || above === undefined ? {} : { unitId: above.id }
    return stats(view, { period: args.period, ...unit })
  }
  const page = pageOf(reports, args.from ?? 0, PAGE)
  const { items, first, last } = page
  const said = { first, last, total: reports.length }
  const shown = items.filter(({ standing }) => standing.people >= FEWEST_PEOPLE)
  const html = view.t('stats-units', {
    ...said,
    name: new Html(
      above === undefined
        ? view.t('stats-units-mine')
        : view.t('stats-units-of', { name: clip(above.name, 60) }),
    ),
    period: periodText(view, args),
    units: new Html(items.map((one) => lineOf(view, one)).join('\n')),
  })
  const buttons = buttonsOf(view, { args, above, up: upFrom(seen, args, above), items, said })
  if (shown.length === 0) return textMessage({ html, buttons })
  return picturedMessage(view, {
    picture: () => {
      const bars = shown.map(({ unit, standing }) =>
        barOf(view, unit.name, { part: standing.onSchedule, whole: standing.people }),
      )
      return barsPicture({
        title: above?.name ?? plainText(view.t('stats-units-mine')),
        subtitle: plainText(view.t('stats-units-picture')),
        bars,
        note: barsNote(view, bars, view.t('stats-units-note', said)),
      })
    },
    fileName: view.t('stats-file'),
    html,
    buttons,
  })
}

async function readReports(
  view: ViewContext,
  { reach }: SeenPage,
  { args, above }: { readonly args: StatsArgs; readonly above: Unit | undefined },
): Promise<UnitReport[]> {
  const options = {
    units: reach.units,
    period: periodFor(view, args),
    now: view.now,
    today: todayOf(view),
  }
  return above === undefined
    ? reportTops(view.db, { ...options, reach })
    : reportUnitsBelow(view.db, { ...options, unitId: above.id })
}

/** The smallest share on schedule first; of units with too few people, or none, nothing is said. */
function inOrder(reports: readonly UnitReport[]): UnitReport[] {
  const share = ({ standing }: UnitReport): number =>
    standing.people < FEWEST_PEOPLE ? 2 : standing.onSchedule / standing.people
  return reports.toSorted(
    (a, b) =>
      share(a) - share(b) ||
      b.standing.people - a.standing.people ||
      a.unit.name.localeCompare(b.unit.name, 'id'),
  )
}

function lineOf(view: ViewContext, { unit, standing, figures }: UnitReport): string {
  const name = clip(unit.name, NAME)
  const { people, onSchedule } = standing
  if (people < FEWEST_PEOPLE) {
    return view.t('stats-unit-few', { name, people: numberText(people, view.locale) })
  }
  const rate = (part: number, whole: number): Html => new Html(rateText(view, { part, whole }))
  return view.t('stats-unit', {
    name,
    schedule: rate(onSchedule, people),
    answered: rate(figures.answered, figures.arrived),
  })
}

/** One level up, as far as there is one in reach. */
function upFrom(
  { reach }: SeenPage,
  { period }: StatsArgs,
  above: Unit | undefined,
): Place | undefined {
  if (above === undefined) return undefined
  if (reach.units.some(({ id }) => id === above.parentId)) {
    return { period, ...(above.parentId === null ? {} : { unitId: above.parentId }) }
  }
  return topUnits(reach).length > 1 ? { period } : undefined
}

function buttonsOf(
  view: ViewContext,
  given: {
    readonly args: StatsArgs
    readonly above: Unit | undefined
    readonly up: Place | undefined
    readonly items: readonly UnitReport[]
    readonly said: { readonly first: number; readonly last: number; readonly total: number }
  },
): readonly (readonly Button[])[] {
  const { args, above, up, items, said } = given
  const { period } = args
  const place = { period, ...(above === undefined ? {} : { unitId: above.id }) }
  const isTop = above === undefined || above.parentId === null
  return [
    ...items.map(({ unit, below }) => [
      {
        text: `${clip(unit.name, NAME)}${below > 0 ? ' ›' : ''}`,
        data: placeData(below > 0 ? 'statsUnits' : 'statsOverview', { period, unitId: unit.id }),
      },
    ]),
    ...turnButtons(view, 'statsUnits', { place, ...said, size: PAGE }),
    periodButtons(view, 'statsUnits', place),
    [
      ...(up === undefined
        ? []
        : [{ text: view.t('button-stats-up'), data: placeData('statsUnits', up) }]),
      {
        text: view.t('button-stats-whole'),
        data: placeData('statsOverview', isTop ? { period } : place),
      },
    ],
  ]
}
