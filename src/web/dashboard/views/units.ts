import { percentText } from '../../../pictures/index.ts'
import {
  FEWEST_PEOPLE,
  reportTogether,
  reportUnits,
  type Standing,
  type UnitReport,
} from '../../../reports/index.ts'
import { countFact, rateCell, rateFact } from '../cells.ts'
import type { Cell, Column, Panel, Row, View } from '../contract.ts'
import { headOf, leadOn, type Look } from '../look.ts'

/** The units right below one, each with all below it: who is left behind first. */
export async function units(look: Look): Promise<View> {
  const { db, allUnits, unitIds, period, now, today, words } = look
  const asked = { units: allUnits, period, now, today }
  const below = belowOf(look)
  const [together, reports] = await Promise.all([
    reportTogether(db, { ...asked, unitIds }),
    reportUnits(db, { ...asked, unitIds: below }),
  ])
  const isSmall = unitIds !== undefined && together.standing.people < FEWEST_PEOPLE
  return {
    ...headOf(look, 'units'),
    facts: factsOf(look, together.standing, { isSmall, count: below.length }),
    panels: [panelOf(look, inOrder(reports))],
    filters: [],
    notes: [
      ...(isSmall ? [words.few(FEWEST_PEOPLE)] : []),
      ...(reports.some(isFew) ? [words.units.notes] : []),
    ],
  }
}

/** Of the organisation, what is right below it; of somebody who coordinates several units, these. */
function belowOf({ unit, reach, allUnits }: Look): string[] {
  const { tops } = reach
  const above = unit ?? (tops.length === 1 ? tops[0] : undefined)
  if (above === undefined) return tops.map(({ id }) => id)
  return allUnits.filter(({ parentId }) => parentId === above.id).map(({ id }) => id)
}

function factsOf(
  { words, locale }: Look,
  { people, onSchedule, lagging }: Standing,
  { isSmall, count }: { readonly isSmall: boolean; readonly count: number },
): View['facts'] {
  const { facts } = words
  return [
    countFact({ id: 'units', label: facts.units }, count),
    countFact({ id: 'joined', label: facts.joined }, people, { detail: facts.now }),
    ...(isSmall
      ? []
      : [
          rateFact(
            { id: 'on-schedule', label: facts.onSchedule },
            { part: onSchedule, whole: people },
            { words, locale, of: 'people' },
          ),
          countFact({ id: 'lagging', label: facts.lagging }, lagging, { detail: facts.now }),
        ]),
  ]
}

function isFew({ standing }: UnitReport): boolean {
  return standing.people < FEWEST_PEOPLE
}

/** As in `/statistik unit`: the smallest share on schedule first; of a few nothing is said. */
function inOrder(reports: readonly UnitReport[]): UnitReport[] {
  const share = (one: UnitReport): number =>
    isFew(one) ? 2 : one.standing.onSchedule / one.standing.people
  return reports.toSorted(
    (a, b) =>
      share(a) - share(b) ||
      b.standing.people - a.standing.people ||
      a.unit.name.localeCompare(b.unit.name, 'id'),
  )
}

function panelOf(look: Look, reports: readonly UnitReport[]): Panel {
  const { words, locale, unit, reach } = look
  const { facts } = words
  const [first, ...others] = reports.filter((one) => !isFew(one))
  const last = others.at(-1) ?? first
  const share = ({ standing }: UnitReport): string =>
    percentText(standing.onSchedule / standing.people, locale)
  const above = unit ?? (reach.tops.length === 1 ? reach.tops[0] : undefined)
  const scores: readonly Column[] = reach.scores
    ? [{ id: 'right', label: facts.right, unit: 'rate' }]
    : []
  return {
    id: 'units',
    title: above === undefined ? words.units.top : words.units.title(above.name),
    summary:
      first === undefined || last === undefined
        ? words.units.nothing
        : words.units.summary(share(first), share(last)),
    chart: 'bars',
    drawn: 2,
    columns: [
      { id: 'unit', label: words.units.unit, unit: 'text' },
      { id: 'people', label: words.units.people, unit: 'count' },
      { id: 'on-schedule', label: facts.onSchedule, unit: 'rate' },
      { id: 'active', label: facts.active, unit: 'rate' },
      { id: 'answered', label: facts.answered, unit: 'rate' },
      ...scores,
      { id: 'lagging', label: facts.lagging, unit: 'count' },
      { id: 'roster', label: facts.roster, unit: 'rate' },
    ],
    rows: reports.map((report) => rowOf(look, report)),
    pages: null,
    empty: words.units.empty,
  }
}

function rowOf(look: Look, report: UnitReport): Row {
  const { unit, below } = report
  return {
    cells: [unit.name, report.standing.people, ...figuresOf(look, report)],
    // Where nothing is below it, it is looked at by itself.
    to: { view: below > 0 ? 'units' : 'overview', asked: leadOn(look, { unit: unit.id }) },
    mark: null,
  }
}

function figuresOf({ reach }: Look, report: UnitReport): Cell[] {
  const { standing, heads, figures, roster } = report
  // How many of a list have come says nothing of anybody, and a unit that few have joined needs it.
  if (isFew(report)) {
    return [...Array.from({ length: reach.scores ? 5 : 4 }, () => null), rateCell(roster)]
  }
  return [
    rateCell({ part: standing.onSchedule, whole: standing.people }),
    rateCell({ part: figures.active, whole: heads.joined }),
    rateCell({ part: figures.answered, whole: figures.arrived }),
    ...(reach.scores ? [rateCell({ part: figures.right, whole: figures.answered })] : []),
    standing.lagging,
    rateCell(roster),
  ]
}
