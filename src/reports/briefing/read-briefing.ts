import type { Catalogue } from '../../content/index.ts'
import {
  addCivilDays,
  civilDay,
  momentOf,
  readCalendars,
  type CivilDay,
} from '../../learning/index.ts'
import { findRootUnit } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { reportLearning, type LearningReport, type WorkAsked } from '../learning-report.ts'
import {
  countLagging,
  readBriefedUnits,
  readBriefingCounts,
  type BriefedUnit,
  type BriefingCounts,
  type Part,
} from './briefing-store.ts'
import { decideNext, LEAST_PEOPLE, shareOf, type Decision } from './decide-next.ts'

/** What the head of an organisation is told, on two pages. Every number is in docs/measures.md. */
export interface Briefing extends BriefingCounts {
  readonly organisation: string
  /** The four weeks that are told, both days included, and those that they are compared with. */
  readonly span: { readonly first: CivilDay; readonly last: CivilDay }
  readonly spanBefore: { readonly first: CivilDay; readonly last: CivilDay }
  /** Who learned at least once, of those who had joined. */
  readonly learned: Part
  readonly learnedBefore: Part
  /** Units that are large enough to be told of, in the order of their shares. */
  readonly units: readonly BriefedUnit[]
  /** All smaller ones and the organisation itself together; undefined: too few, or nobody. */
  readonly others: Part | undefined
  /** Forms before and after of the common track; undefined: of too few. */
  readonly gain: LearningReport['tracks'][number] | undefined
  /** The use of AI at work, on each day on which enough people answered. */
  readonly work: readonly WorkAsked[]
  readonly decisions: readonly Decision[]
}

/** Days that are told, and that they are compared with: as many weekdays of each kind. */
export const SPAN_DAYS = 28

/** @returns undefined where nobody has joined */
export async function readBriefing(
  db: Db,
  catalogue: Catalogue,
  { now, timezone }: { readonly now: Date; readonly timezone: string },
): Promise<Briefing | undefined> {
  const today = civilDay(timezone, now)
  const [middle, first] = [addCivilDays(today, -SPAN_DAYS), addCivilDays(today, -2 * SPAN_DAYS)]
  const windows = {
    before: momentOf(timezone, first, 0),
    middle: momentOf(timezone, middle, 0),
    end: momentOf(timezone, today, 0),
  }
  const found = await readBriefedUnits(db, windows)
  const learned = sumOf(found.map((unit) => unit.now))
  if (learned.whole === 0) return undefined
  const common = catalogue.tracks.find((track) => track.for.kind === 'common')
  const counts = await readBriefingCounts(db, windows, common?.id ?? '')
  const lagging = await countLagging(db, { calendars: await readCalendars(db), now })
  const { tracks, work } = await reportLearning(db, catalogue.surveys)
  const told = work.filter(({ answered }) => answered >= LEAST_PEOPLE)
  const named = found.flatMap(({ name, ...unit }) => (name === null ? [] : [{ name, ...unit }]))
  const units = named.filter((unit) => unit.now.whole >= LEAST_PEOPLE)
  const others = sumOf(
    found
      .filter((unit) => unit.name === null || unit.now.whole < LEAST_PEOPLE)
      .map((unit) => unit.now),
  )
  return {
    ...counts,
    organisation: (await findRootUnit(db))?.name ?? '',
    span: { first: middle, last: addCivilDays(today, -1) },
    spanBefore: { first, last: addCivilDays(middle, -1) },
    learned,
    learnedBefore: sumOf(found.map((unit) => unit.before)),
    units: units.toSorted(
      (a, b) => shareOf(b.now) - shareOf(a.now) || a.name.localeCompare(b.name, 'id'),
    ),
    others: others.whole >= LEAST_PEOPLE ? others : undefined,
    gain: tracks.find(({ trackId, people }) => trackId === common?.id && people >= LEAST_PEOPLE),
    work: told,
    decisions: decideNext({
      roster: counts.roster,
      units: named,
      lagging: { part: lagging, whole: learned.whole },
      often: oftenOf(told.at(-1)),
      done: { part: counts.done, whole: learned.whole },
    }),
  }
}

/** Who uses AI at work every week or every day, of those who answered. */
export function oftenOf(asked: WorkAsked | undefined): Part | undefined {
  if (asked === undefined) return undefined
  const { mingguan = 0, harian = 0 } = asked.said
  return { part: mingguan + harian, whole: asked.answered }
}

function sumOf(parts: readonly Part[]): Part {
  return {
    part: parts.reduce((sum, { part }) => sum + part, 0),
    whole: parts.reduce((sum, { whole }) => sum + whole, 0),
  }
}
