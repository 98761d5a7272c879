import type { Db } from '../../platform/db/index.ts'
import type { Period } from './period.ts'
import { EVERYBODY, readSums } from './sums-store.ts'

/** A lesson in a period: whom it reached of those to whom it was due then, and what came of it. */
export interface LessonFigures {
  readonly lessonId: string
  readonly arrived: number
  readonly answered: number
  readonly right: number
  readonly skipped: number
}

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
