import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { readLessonFigures, type LessonFigures } from './lessons.ts'
import type { Period } from './period.ts'
import type { Group } from './sums-store.ts'

/**
 * The lessons of some units in a period. No sums are kept of each lesson in each unit, which would be
 * far too many: this is read from the days of their people, and takes longer the more they are.
 *
 * @param group with scopes that are units
 * @param most these are nearly everybody: what is read is the few others, and taken from the whole
 * @returns lessons that arrived, in no order
 */
export async function readUnitLessonFigures(
  db: Db,
  group: Group,
  period: Period,
  most = false,
): Promise<LessonFigures[]> {
  const inside = sql`coalesce(p.unit_id = any(${arrayOf(group.scopes, 'uuid')}), false)`
  if (!most) return readDays(db, inside, period)
  // Both as they were at one moment: the roll-ups are kept while they are read.
  return db.transaction(
    async (tx) => {
      const others = await readDays(tx, sql`not ${inside}`, period)
      const byId = new Map(others.map((one) => [one.lessonId, one]))
      return (await readLessonFigures(tx, period))
        .map((one) => less(one, byId.get(one.lessonId)))
        .filter(({ arrived }) => arrived > 0)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

function less(all: LessonFigures, others: LessonFigures | undefined): LessonFigures {
  if (others === undefined) return all
  return {
    lessonId: all.lessonId,
    arrived: all.arrived - others.arrived,
    answered: all.answered - others.answered,
    right: all.right - others.right,
    skipped: all.skipped - others.skipped,
  }
}

/** @param among whether the row `p` of stats_people is one of those who are counted */
function readDays(db: Db, among: SQL, { from, to }: Period): Promise<LessonFigures[]> {
  return rowsOf<LessonFigures & Record<string, unknown>>(
    db,
    sql`
    select l.lesson as "lessonId", count(*)::int as arrived,
      (count(*) filter (where l.outcome in ('r', 'w')))::int as answered,
      (count(*) filter (where l.outcome = 'r'))::int as right,
      (count(*) filter (where l.outcome = 's'))::int as skipped
    from stats_people p
    join stats_person_days d on d.person_id = p.person_id and d.day between ${from} and ${to}
    cross join lateral unnest(d.lessons, string_to_array(d.outcomes, null)) l(lesson, outcome)
    where ${among}
    group by l.lesson`,
  )
}
