import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import type { LessonFigures } from './lesson-figures.ts'
import type { Period } from './period.ts'
import type { Group } from './sums-store.ts'
import { UNPLACED } from './unit-groups.ts'

/**
 * Lessons of the people of some units, from their days: sums by lesson are kept of everybody and of
 * roles alone. A unit's people are few, and a month of theirs is read in a moment.
 *
 * @param group with scopes that are units, or `none`
 * @returns lessons that arrived, in no order
 */
export async function readUnitLessons(
  db: Db,
  { scopes }: Group,
  { from, to }: Period,
): Promise<LessonFigures[]> {
  const units = scopes.filter((scope) => scope !== UNPLACED)
  // By the index of people: there is none of how they are counted.
  const among =
    units.length === scopes.length
      ? sql`p.unit_id = any(${arrayOf(units, 'uuid')})`
      : sql`(p.unit_id is null or p.unit_id = any(${arrayOf(units, 'uuid')}))`
  return rowsOf<{ [K in keyof LessonFigures]: LessonFigures[K] }>(
    db,
    sql`
    select l.lesson as "lessonId", count(*)::int as arrived,
      (count(*) filter (where l.outcome in ('r', 'w')))::int as answered,
      (count(*) filter (where l.outcome = 'r'))::int as right,
      (count(*) filter (where l.outcome = 's'))::int as skipped
    from people p join stats_person_days d on d.person_id = p.id
    cross join lateral unnest(d.lessons, string_to_array(d.outcomes, null)) l(lesson, outcome)
    where ${among} and d.day between ${from} and ${to}
    group by 1`,
  )
}
