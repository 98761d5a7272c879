import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { checkLessons } from './check-lessons.ts'
import { formatProblem } from './problem.ts'

const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))

/** A day within a year of every review: on another one, what is due is a warning and not a defect. */
const TODAY = '2026-11-24'

it('the curriculum that is shipped has no error and no warning, and every id is watched over', async () => {
  const { errors, warnings, published, lessons } = await checkLessons(LESSONS, TODAY)
  expect([...errors, ...warnings].map(formatProblem)).toEqual([])
  expect(lessons).toBeGreaterThan(60)
  expect(published).toMatchObject({ unlisted: 0 })
})
