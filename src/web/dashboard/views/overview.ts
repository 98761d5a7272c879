import {
  FEWEST_PEOPLE,
  reportPast,
  reportTogether,
  type GroupReport,
  type Rate,
} from '../../../reports/index.ts'
import { countFact, rateCell, rateFact } from '../cells.ts'
import type { Fact, Panel, View } from '../contract.ts'
import { headOf, type Look } from '../look.ts'
import { periodBefore } from '../read-asked.ts'
import {
  hoursPanel,
  remindersPanel,
  retentionPanel,
  seriesPanel,
  tracksPanel,
} from './overview-panels.ts'

type Past = Pick<GroupReport, 'figures' | 'heads' | 'tracks'>

/** Who learns, with what result, by the measures of `/statistik`. */
export async function overview(look: Look): Promise<View> {
  const { db, allUnits, unitIds, period, now, today, words } = look
  const asked = { units: allUnits, unitIds }
  const [report, before] = await Promise.all([
    reportTogether(db, { ...asked, period, now, today }),
    reportPast(db, { ...asked, period: periodBefore(period) }),
  ])
  const head = { ...headOf(look, 'overview'), filters: [] }
  const { heads, standing } = report
  if (heads.joined === 0) {
    return { ...head, facts: [], panels: [], notes: [words.noPersons] }
  }
  if (standing.people < FEWEST_PEOPLE && unitIds !== undefined) {
    return {
      ...head,
      facts: [joinedFact(look, report)],
      panels: [],
      notes: [words.few(FEWEST_PEOPLE)],
    }
  }
  return {
    ...head,
    facts: factsOf(look, report, before),
    panels: [
      funnelPanel(look, report),
      await seriesPanel(look),
      hoursPanel(look, report.figures),
      tracksPanel(look, report),
      remindersPanel(look, report.figures),
      await retentionPanel(look),
    ],
    notes: [],
  }
}

function joinedFact({ words: { facts } }: Look, { heads }: GroupReport, before?: Past): Fact {
  return countFact({ id: 'joined', label: facts.joined }, heads.joined, {
    detail: facts.fresh(String(heads.joinedNew)),
    ...(before === undefined ? {} : { before: before.heads.joined }),
  })
}

/** People who are done with the common track, of those who joined. */
export function doneOf({ catalogue }: Look, { heads, tracks }: Past): Rate {
  const id = catalogue.tracks.find((track) => track.for.kind === 'common')?.id
  return { part: tracks.find(({ trackId }) => trackId === id)?.done ?? 0, whole: heads.joined }
}

function factsOf(look: Look, report: GroupReport, before: Past): Fact[] {
  const { words, locale, reach } = look
  const { facts } = words
  const { heads, figures, standing } = report
  const old = before.figures
  const rate = (
    id: string,
    label: string,
    value: Rate,
    said: { readonly of: keyof typeof words.of; readonly before?: Rate },
  ): Fact => rateFact({ id, label }, value, { words, locale, ...said })
  const active = { part: figures.active, whole: heads.joined }
  const answered = { part: figures.answered, whole: figures.arrived }
  return [
    joinedFact(look, report, before),
    rate('active', facts.active, active, {
      of: 'people',
      before: { part: old.active, whole: before.heads.joined },
    }),
    rate(
      'on-schedule',
      facts.onSchedule,
      { part: standing.onSchedule, whole: standing.people },
      { of: 'people' },
    ),
    rate('done', facts.done, doneOf(look, report), { of: 'people', before: doneOf(look, before) }),
    rate('answered', facts.answered, answered, {
      of: 'lessons',
      before: { part: old.answered, whole: old.arrived },
    }),
    ...(reach.scores ? scoresOf(look, report, before) : []),
    {
      id: 'wait',
      label: facts.wait,
      value: figures.medianWait,
      unit: 'minutes',
      detail: figures.medianWait === null ? words.none : facts.median,
      change:
        figures.medianWait === null || old.medianWait === null
          ? null
          : figures.medianWait - old.medianWait,
    },
    countFact({ id: 'lagging', label: facts.lagging }, standing.lagging, { detail: facts.now }),
    countFact({ id: 'away', label: facts.away }, standing.away, { detail: facts.now }),
    countFact({ id: 'unreachable', label: facts.unreachable }, heads.unreachable),
  ]
}

function scoresOf(
  { words, locale }: Look,
  { figures }: GroupReport,
  { figures: old }: Past,
): Fact[] {
  const { facts } = words
  return [
    rateFact(
      { id: 'right', label: facts.right },
      { part: figures.right, whole: figures.answered },
      { words, locale, of: 'answers', before: { part: old.right, whole: old.answered } },
    ),
    rateFact(
      { id: 'reviewed', label: facts.reviewed },
      { part: figures.reviewRight, whole: figures.reviewed },
      { words, locale, of: 'answers', before: { part: old.reviewRight, whole: old.reviewed } },
    ),
  ]
}

function funnelPanel(look: Look, report: GroupReport): Panel {
  const { words, reach } = look
  const { facts, funnel } = words
  const { heads, figures, standing, roster } = report
  const stages: readonly (readonly [string, Rate])[] = [
    roster.whole === 0
      ? [funnel.joined, { part: heads.joined, whole: heads.known }]
      : [facts.roster, roster],
    [facts.active, { part: figures.active, whole: heads.joined }],
    [facts.onSchedule, { part: standing.onSchedule, whole: standing.people }],
    [facts.done, doneOf(look, report)],
    [facts.answered, { part: figures.answered, whole: figures.arrived }],
    ...(reach.scores
      ? [[facts.right, { part: figures.right, whole: figures.answered }] as const]
      : []),
  ]
  return {
    id: 'funnel',
    title: funnel.title,
    summary: funnel.summary,
    chart: 'bars',
    drawn: 1,
    columns: [
      { id: 'stage', label: funnel.stage, unit: 'text' },
      { id: 'share', label: funnel.share, unit: 'rate' },
    ],
    rows: stages.map(([name, rate]) => ({ cells: [name, rateCell(rate)], to: null, mark: null })),
    pages: null,
    empty: words.noPersons,
  }
}
