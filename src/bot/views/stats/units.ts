import { barsPicture, numberText } from '../../../pictures/index.ts'
import { listUnits, type Unit } from '../../../people/index.ts'
import { FEWEST_PEOPLE, reportUnitsBelow, type UnitReport } from '../../../reports/index.ts'
import { Html } from '../../texts.ts'
import { clip } from '../clip.ts'
import { pageOf } from '../page-of.ts'
import { picturedMessage } from '../pictured-message.ts'
import { plainText } from '../plain-text.ts'
import { textMessage, type Button, type View, type ViewContext } from '../view.ts'
import { barOf, barsNote, stats } from './overview.ts'
import {
  freshen,
  periodButtons,
  periodFor,
  periodText,
  placeData,
  rateText,
  todayOf,
  turnButtons,
  type StatsArgs,
} from './shared.ts'

export interface UnitsArgs extends StatsArgs {
  /** Those right below it; left out: below the organisation. */
  readonly unitId?: string
  /** The unit with which the page begins, counted from 0. */
  readonly from: number
}

/** As many as a picture and its words hold. */
const PAGE = 6
const NAME = 40

/** The units right below one, who is left behind first; each is a step further down. */
export const statsUnits: View<UnitsArgs> = async (view, args) => {
  await freshen(view)
  const units = await listUnits(view.db)
  const above = units.find(({ id, parentId }) =>
    args.unitId === undefined ? parentId === null : id === args.unitId,
  )
  if (above === undefined) return textMessage({ html: view.t('no-units') })
  const reports = inOrder(
    await reportUnitsBelow(view.db, {
      units,
      unitId: above.id,
      period: periodFor(view, args),
      now: view.now,
      today: todayOf(view),
    }),
  )
  // Nothing is below it: it is looked at by itself.
  if (reports.length === 0) {
    return stats(view, {
      period: args.period,
      ...(args.unitId === undefined ? {} : { unitId: above.id }),
    })
  }
  const page = pageOf(reports, args.from, PAGE)
  const { items, first, last } = page
  const said = { first, last, total: reports.length }
  const shown = items.filter(({ standing }) => standing.people >= FEWEST_PEOPLE)
  const html = view.t('stats-units', {
    ...said,
    name: clip(above.name, 60),
    period: periodText(view, args),
    units: new Html(items.map((one) => lineOf(view, one)).join('\n')),
  })
  const buttons = buttonsOf(view, { args, above, items, said })
  if (shown.length === 0) return textMessage({ html, buttons })
  return picturedMessage(view, {
    picture: () => {
      const bars = shown.map(({ unit, standing }) =>
        barOf(view, unit.name, { part: standing.onSchedule, whole: standing.people }),
      )
      return barsPicture({
        title: above.name,
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

function buttonsOf(
  view: ViewContext,
  given: {
    readonly args: UnitsArgs
    readonly above: Unit
    readonly items: readonly UnitReport[]
    readonly said: { readonly first: number; readonly last: number; readonly total: number }
  },
): readonly (readonly Button[])[] {
  const { args, above, items, said } = given
  const { period } = args
  const place = { period, unitId: above.id }
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
      ...(above.parentId === null
        ? []
        : [
            {
              text: view.t('button-stats-up'),
              data: placeData('statsUnits', { period, unitId: above.parentId }),
            },
          ]),
      {
        text: view.t('button-stats-whole'),
        data: placeData('statsOverview', above.parentId === null ? { period } : place),
      },
    ],
  ]
}
