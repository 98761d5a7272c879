/**
 * The statistics of the chat from the roll-ups, each beside the same measure straight from the
 * recorded answers, on the same database in the same run. Both must give the same numbers, or the
 * bench fails. The facts are made by set-based SQL; the roll-ups by `rebuildRollups`, which is what
 * `sedikit stats rebuild` calls.
 *
 *     node bench/stats.ts [--people 100000] [--rounds 15] [--full] [--json]
 *
 * `--full` has a million people, who answered eleven million questions. Straight measures are taken three
 * times each; with `--full` once, since one takes up to two minutes, and those of the organisation's units
 * twenty. What is done is told on stderr.
 */
import { deepStrictEqual } from 'node:assert/strict'
import { parseArgs } from 'node:util'
import { sql } from 'drizzle-orm'
import {
  addCivilDays,
  calendarIn,
  isWorkingDay,
  readCalendars,
  storeCalendar,
  workingDayBefore,
} from '../src/learning/index.ts'
import { listUnits, type Unit } from '../src/people/index.ts'
import { connectDatabase, type Db } from '../src/platform/db/index.ts'
import {
  EVERYBODY,
  groupOfUnit,
  groupsBelow,
  periodNamed,
  readLessonFigures,
  readRetention,
  rebuildRollups,
  reportGroup,
  reportUnitsBelow,
  type GroupReport,
  type Period,
} from '../src/reports/index.ts'
import {
  straightFigures,
  straightHeadcount,
  straightLessons,
  straightRetention,
  straightStanding,
  straightTracks,
} from '../test/support/straight.ts'
import { addCrowdedYear, NOW, TODAY } from './support/crowded-year.ts'
import { figure, report, type Figure } from './support/figure.ts'
import { openStand } from './support/stand.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '15' },
    full: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const people = values.full ? 1_000_000 : Number(values.people)
const rounds = Number(values.rounds)

/** After the first, which is not counted but where it is the only one. */
const STRAIGHT_ROUNDS = values.full ? 0 : 3

interface Statistic {
  readonly name: string
  readonly kept: () => Promise<unknown>
  readonly straight: () => Promise<unknown>
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now()
  const value = await work()
  return [value, performance.now() - start]
}

/** The roster is counted as it stands, on both sides. */
function withoutRoster({
  figures,
  heads,
  standing,
  tracks,
}: GroupReport): Omit<GroupReport, 'roster'> {
  return { figures, heads, standing, tracks }
}

async function straightGroup(
  db: Db,
  ids: readonly string[] | undefined,
  period: Period,
): Promise<Omit<GroupReport, 'roster'>> {
  const calendar = calendarIn(await readCalendars(db), 'office')
  const days = {
    workingDays: Array.from({ length: 400 }, (_, i) => addCivilDays(TODAY, -1 - i)).filter((day) =>
      isWorkingDay(calendar, day),
    ),
    lateBefore: workingDayBefore(calendar, TODAY, 1),
    activeSince: workingDayBefore(calendar, TODAY, 10),
    today: TODAY,
    now: NOW,
  }
  return {
    figures: await straightFigures(db, { units: ids, period }),
    heads: await straightHeadcount(db, { units: ids, period }),
    standing: await straightStanding(db, { units: ids, ...days }),
    tracks: await straightTracks(db, { units: ids, period: { ...period, from: '1900-01-01' } }),
  }
}

function statisticsOf(db: Db, units: readonly Unit[]): Statistic[] {
  const base = { units, now: NOW, today: TODAY }
  const root = units.find(({ parentId }) => parentId === null)
  const below = units.find(({ parentId }) => parentId === root?.id)
  if (root === undefined || below === undefined) throw new Error('No units')
  const month = periodNamed('month', TODAY)
  const overview = (name: string, period: Period): Statistic => ({
    name: `overview, ${name}`,
    kept: async () => withoutRoster(await reportGroup(db, { ...base, period, unitId: undefined })),
    straight: () => straightGroup(db, undefined, period),
  })
  const unitsBelow = (name: string, unit: Unit): Statistic => ({
    name: `units, ${name}`,
    kept: async () => {
      const reports = await reportUnitsBelow(db, { ...base, period: month, unitId: unit.id })
      return reports.map(withoutRoster)
    },
    straight: async () => {
      const all: Omit<GroupReport, 'roster'>[] = []
      for (const { scopes } of groupsBelow(units, unit.id)) {
        all.push(await straightGroup(db, scopes, month))
      }
      return all
    },
  })
  const weeks = { from: addCivilDays(TODAY, -81), to: TODAY, weeks: 8 }
  const own = groupOfUnit(units, below.id)
  return [
    overview('today', periodNamed('today', TODAY)),
    overview('this month', month),
    overview('all time', periodNamed('all', TODAY)),
    unitsBelow('of the organisation', root),
    unitsBelow('of one unit', below),
    {
      name: 'one unit, this month',
      kept: async () =>
        withoutRoster(await reportGroup(db, { ...base, period: month, unitId: below.id })),
      straight: () => straightGroup(db, own.scopes, month),
    },
    {
      name: 'lessons, this month',
      kept: async () => {
        const lessons = await readLessonFigures(db, month)
        return lessons.toSorted((a, b) => (a.lessonId < b.lessonId ? -1 : 1))
      },
      straight: () => straightLessons(db, { period: month }),
    },
    {
      name: 'retention, twelve weeks',
      kept: () => readRetention(db, EVERYBODY, weeks),
      straight: () => straightRetention(db, { units: undefined, ...weeks }),
    },
  ]
}

async function measureOne({ name, kept, straight }: Statistic): Promise<Figure> {
  // The first of each is not counted, and shows whether both say the same.
  const ours = await kept()
  const [theirs, firstMs] = await timed(straight)
  deepStrictEqual(ours, theirs, `${name}: the roll-ups and the answers differ`)
  const keptMs: number[] = []
  const straightMs: number[] = []
  for (let round = 0; round < rounds; round++) keptMs.push((await timed(kept))[1])
  for (let round = 0; round < STRAIGHT_ROUNDS; round++) straightMs.push((await timed(straight))[1])
  if (straightMs.length === 0) straightMs.push(firstMs)
  const sorted = straightMs.toSorted((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const one = figure({
    name: `stats, ${name}`,
    unit: 'ms',
    values: keptMs,
    peers: { 'straight from the answers': straightMs },
    ratios: keptMs.map((ms) => median / ms),
    goal: 'under 150 ms, and at least 50 times faster than straight',
    meets: ({ value, ratio }) => value < 150 && ratio >= 50,
  })
  console.error(`${name}: ${Math.round(one.value)} ms, straight ${Math.round(median)} ms`)
  return one
}

async function measure(): Promise<Figure[]> {
  const stand = await openStand()
  try {
    const { ownerUrl, appUrl } = await stand.database()
    const owner = connectDatabase(ownerUrl)
    stand.alsoClose(owner.close)
    const app = connectDatabase(appUrl)
    stand.alsoClose(app.close)
    await storeCalendar(app.db)
    const { answers } = await addCrowdedYear(owner.db, people)
    await owner.db.execute(sql`vacuum analyze`)
    console.error(`${people} people, ${answers} answers: made`)
    const [, rebuildMs] = await timed(() => rebuildRollups(app.db))
    console.error(`roll-ups: rebuilt in ${Math.round(rebuildMs / 1000)} s`)
    await owner.db.execute(sql`vacuum analyze`)
    const figures = [
      figure({
        name: 'stats, rebuilding the roll-ups',
        unit: 's',
        values: [rebuildMs / 1000],
        notes: { people, answers },
      }),
    ]
    for (const one of statisticsOf(app.db, await listUnits(app.db))) {
      figures.push(await measureOne(one))
    }
    return figures
  } finally {
    await stand.close()
  }
}

report(await measure(), values.json)
