import type { Db } from '../../platform/db/index.ts'
import { readUnitLessons } from './group-lessons-store.ts'
import type { LessonFigures } from './lesson-figures.ts'
import type { Period } from './period.ts'
import type { Seen } from './seen.ts'
import { EVERYBODY, readSums } from './sums-store.ts'
import { UNPLACED } from './unit-groups.ts'

/** @param role of people of this role alone. @returns lessons that arrived, in no order */
export async function readLessonFigures(
  db: Db,
  period: Period,
  role?: string,
): Promise<LessonFigures[]> {
  const group = role === undefined ? EVERYBODY : { id: 'role', scopes: [`role:${role}`] }
  const sums = await readSums(db, {
    groups: [group],
    measures: ['lesson-right', 'lesson-wrong', 'lesson-skipped', 'lesson-open'],
    period,
  })
  return [...Map.groupBy(sums, ({ key }) => key)].map(([lessonId, own]) => {
    const of = (measure: string): number =>
      own.reduce((all, sum) => all + (sum.measure === measure ? sum.n : 0), 0)
    const [right, skipped] = [of('lesson-right'), of('lesson-skipped')]
    const answered = right + of('lesson-wrong')
    return { lessonId, arrived: answered + skipped + of('lesson-open'), answered, right, skipped }
  })
}

/** The same of whom somebody looks at. */
export async function readSeenLessons(
  db: Db,
  seen: Seen,
  period: Period,
): Promise<LessonFigures[]> {
  if (seen.everybody) return readLessonFigures(db, period)
  if (seen.unit?.parentId !== null) return readUnitLessons(db, seen.group, period)
  // All units: everybody but those who belong to none, who are few.
  const unplaced = { id: UNPLACED, scopes: [UNPLACED] }
  const less = new Map(
    (await readUnitLessons(db, unplaced, period)).map((one) => [one.lessonId, one]),
  )
  return (await readLessonFigures(db, period)).flatMap((all) => {
    const none = less.get(all.lessonId)
    const rest = {
      lessonId: all.lessonId,
      arrived: all.arrived - (none?.arrived ?? 0),
      answered: all.answered - (none?.answered ?? 0),
      right: all.right - (none?.right ?? 0),
      skipped: all.skipped - (none?.skipped ?? 0),
    }
    return rest.arrived === 0 ? [] : [rest]
  })
}
