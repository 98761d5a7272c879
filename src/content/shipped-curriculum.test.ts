import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadCatalogue } from './load-catalogue.ts'
import { checkLessons } from './check-lessons.ts'
import { keyPositions } from './measures/key-positions.ts'
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

it('the assessment of the common track is parallel, balanced, and in both languages', async () => {
  const loaded = await loadCatalogue(LESSONS)
  if (!loaded.ok) throw new Error('the lessons are broken')
  const assessment = loaded.catalogue.tracks.find(({ id }) => id === 'fondasi')?.assessment
  const { forms, delayed } = assessment ?? { forms: { a: [], b: [] }, delayed: [] }
  expect(forms.a).toHaveLength(10)
  expect(delayed).toHaveLength(5)
  const tested = (form: typeof delayed) =>
    form.map(({ lessonId, tags, texts }) => [lessonId, texts.id.objective, tags])
  expect(tested(forms.a)).toEqual(tested(forms.b))
  expect(new Set(forms.a.map(({ lessonId }) => lessonId)).size).toBe(10)
  for (const form of [forms.a, forms.b]) {
    expect(keyPositions(form).toSorted((one, other) => one - other)).toEqual([3, 3, 4])
  }
  const items = [...forms.a, ...forms.b, ...delayed]
  expect(items.filter(({ texts }) => texts.en === undefined)).toEqual([])
  // Alike in length: neither the longest nor the shortest gives the answer away.
  const uneven = items.filter(({ texts }) => {
    const lengths = texts.id.options.map(({ text }) => text.length)
    return Math.max(...lengths) - Math.min(...lengths) > 10
  })
  expect(uneven.map(({ id }) => id)).toEqual([])
})

it('the attitude scale has five statements, of which some are turned, and five labels', async () => {
  const loaded = await loadCatalogue(LESSONS)
  const surveys = loaded.ok ? loaded.catalogue.surveys : undefined
  expect(surveys?.attitude.scale).toHaveLength(5)
  expect(surveys?.attitude.statements.map(({ reverse }) => reverse)).toEqual([
    false,
    true,
    false,
    true,
    false,
  ])
  expect(surveys?.aiAtWork.frequency.options.map(({ key }) => key)).toEqual([
    'belum',
    'pernah',
    'mingguan',
    'harian',
  ])
})
