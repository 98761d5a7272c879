import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import type { LessonFigures } from './lessons.ts'
import type { Period } from './period.ts'
import type { Group } from './sums-store.ts'

/**
 * The lessons of some units in a period. No sums are kept of each lesson in each unit, which would be
 * far too many: this is read from the days of their people, and takes longer the more they are.
 *
 * @param group with scopes that are units
 * @returns lessons that arrived, in no order
 */
export async function readUnitLessonFigures(
  db: Db,
  group: Group,
  { from, to }: Period,
): Promise<LessonFigures[]> {
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
    where p.unit_id = any(${arrayOf(group.scopes, 'uuid')})
    group by l.lesson`,
  )
}
