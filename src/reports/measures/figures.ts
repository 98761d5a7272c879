import type { CivilDay } from '../../learning/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Period } from './period.ts'
import { readSums, type Group, type Sum } from './sums-store.ts'

/** What happened in a period, to a group. Every number has its meaning in docs/measures.md. */
export interface Figures {
  /** Distinct people with an answer in the period. */
  readonly active: number
  /** Lessons that were due in the period and arrived; of them: */
  readonly arrived: number
  readonly answered: number
  /** Of these, right at first. */
  readonly right: number
  readonly skipped: number
  readonly undelivered: number
  /** Questions that came again and were answered, and those of them that were right. */
  readonly reviewed: number
  readonly reviewRight: number
  /** Minutes from quiz to answer, the median of those answered; null: none was. */
  readonly medianWait: number | null
  /** Answers by weekday (0 Monday … 6 Sunday) and hour. */
  readonly answersAt: readonly (readonly number[])[]
  readonly nudges: readonly NudgeStep[]
  /** People by track: begun and done within the period. */
  readonly tracks: readonly TrackFigures[]
}

export interface NudgeStep {
  readonly step: number
  readonly sent: number
  /** An answer to its lesson came within 24 hours. */
  readonly followed: number
}

export interface TrackFigures {
  readonly trackId: string
  readonly begun: number
  readonly done: number
}

const MEASURES = [
  'active',
  'arrived',
  'answered',
  'right',
  'skipped',
  'undelivered',
  'reviewed',
  'review-right',
  'wait',
  'hour',
  'nudged',
  'followed',
  'begun',
  'done',
]

/** @returns the figures of each group by its id; one statement, whatever their number */
export async function readFigures(
  db: Db,
  groups: readonly Group[],
  period: Period,
): Promise<ReadonlyMap<string, Figures>> {
  const sums = await readSums(db, { groups, measures: MEASURES, period })
  const byGroup = Map.groupBy(sums, ({ group }) => group)
  return new Map(groups.map(({ id }) => [id, figuresOf(byGroup.get(id) ?? [])]))
}

function figuresOf(sums: readonly Sum[]): Figures {
  const byMeasure = Map.groupBy(sums, ({ measure }) => measure)
  const total = (measure: string): number => sumOf(byMeasure.get(measure) ?? [])
  const byKey = (measure: string): ReadonlyMap<string, number> =>
    new Map((byMeasure.get(measure) ?? []).map(({ key, n }) => [key, n]))
  const [nudged, followed] = [byKey('nudged'), byKey('followed')]
  const [begun, done] = [byKey('begun'), byKey('done')]
  return {
    active: total('active'),
    arrived: total('arrived'),
    answered: total('answered'),
    right: total('right'),
    skipped: total('skipped'),
    undelivered: total('undelivered'),
    reviewed: total('reviewed'),
    reviewRight: total('review-right'),
    medianWait: medianOf(byKey('wait')),
    answersAt: answersAt(byMeasure.get('hour') ?? []),
    nudges: [...nudged]
      .map(([step, sent]) => ({ step: Number(step), sent, followed: followed.get(step) ?? 0 }))
      .toSorted((a, b) => a.step - b.step),
    tracks: [...new Set([...begun.keys(), ...done.keys()])].toSorted().map((trackId) => ({
      trackId,
      begun: begun.get(trackId) ?? 0,
      done: done.get(trackId) ?? 0,
    })),
  }
}

function sumOf(sums: readonly Sum[]): number {
  return sums.reduce((all, { n }) => all + n, 0)
}

/** The lower median of values given as counts; null of none. */
export function medianOf(counts: ReadonlyMap<string, number>): number | null {
  const sorted = [...counts].map(([value, n]) => [Number(value), n] as const)
  sorted.sort(([a], [b]) => a - b)
  const all = sorted.reduce((sum, [, n]) => sum + n, 0)
  let passed = 0
  for (const [value, n] of sorted) {
    passed += n
    if (passed * 2 >= all) return value
  }
  return null
}

function answersAt(sums: readonly Sum[]): number[][] {
  const table = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { weekday, key, n } of sums) {
    const hours = table[weekday - 1]
    if (hours !== undefined) hours[Number(key)] = (hours[Number(key)] ?? 0) + n
  }
  return table
}

/** People of a group as they stand, and as they came. */
export interface Headcount {
  /** Wrote to the bot, up to the end of the period. */
  readonly known: number
  /** Completed joining, up to the end of the period. */
  readonly joined: number
  /** Of them, within the period. */
  readonly joinedNew: number
  /** Telegram refuses messages to them now, since a day up to the end of the period. */
  readonly unreachable: number
}

/** @returns by the id of the group */
export async function readHeadcounts(
  db: Db,
  groups: readonly Group[],
  period: Period,
): Promise<ReadonlyMap<string, Headcount>> {
  const ever = { from: LONG_AGO, to: period.to }
  const measures = ['known', 'joined', 'unreachable']
  const total = await readSums(db, { groups, measures, period: ever })
  const fresh = await readSums(db, { groups, measures: ['joined'], period })
  const of = (sums: readonly Sum[], group: string, measure: string): number =>
    sumOf(sums.filter((one) => one.group === group && one.measure === measure))
  return new Map(
    groups.map(({ id }) => [
      id,
      {
        known: of(total, id, 'known'),
        joined: of(total, id, 'joined'),
        joinedNew: of(fresh, id, 'joined'),
        unreachable: of(total, id, 'unreachable'),
      },
    ]),
  )
}

/** People by track, from the beginning to the end of the period. @returns by the id of the group */
export async function readTrackTotals(
  db: Db,
  groups: readonly Group[],
  period: Period,
): Promise<ReadonlyMap<string, readonly TrackFigures[]>> {
  const ever = { from: LONG_AGO, to: period.to }
  const sums = await readSums(db, { groups, measures: ['begun', 'done'], period: ever })
  const byGroup = Map.groupBy(sums, ({ group }) => group)
  return new Map(groups.map(({ id }) => [id, figuresOf(byGroup.get(id) ?? []).tracks]))
}

const LONG_AGO: CivilDay = '1900-01-01'
