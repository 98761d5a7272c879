import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '../check-lessons.ts'
import { TODAY, goodFiles, withLessons } from '../fixture.ts'
import { addPublished } from './add-published.ts'
import type { PresentIds, PresentLesson } from './present-ids.ts'
import { publishIds } from './publish-ids.ts'

const present = (lessons: readonly PresentLesson[]): PresentIds => ({
  tracks: [
    { id: 'guru', file: '', line: 1 },
    { id: undefined, file: '', line: 1 },
  ],
  lessons,
})
const lesson = (id: string | undefined, objective?: string): PresentLesson => ({
  id,
  file: '',
  line: 1,
  questions: [{ id: `${id}-q1`, line: 1, objective }],
})

describe('published.yaml', () => {
  it('is begun with what it is for', () => {
    const text = addPublished(undefined, present([lesson('a', 'Tahu: "ya"'), lesson('b', 'Data')]))
    expect(text).toMatch(
      /^# The ids[^]*\n\ntracks:\n {2}- guru\nlessons:\n {2}a:\n {4}a-q1: 'Tahu: "ya"'\n {2}b:\n {4}b-q1: Data\n$/,
    )
  })

  it('gets what is new, and keeps the rest as it stands', () => {
    const text =
      'lessons:\n  # dahulu\n  a:\n    a-q1: "Lama"\nretired: [x]\ntracks: [desa, guru]\n'
    expect(addPublished(text, present([lesson('a', 'Baru'), lesson('b', 'Data')]))).toBe(
      'lessons:\n  # dahulu\n  a:\n    a-q1: "Lama"\n  b:\n    b-q1: Data\nretired: [x]\ntracks:\n  - desa\n  - guru\n',
    )
  })

  it('gets the tracks where it had none', () => {
    expect(addPublished('lessons:\n  a: {}\n', present([]))).toBe(
      'lessons:\n  a: {}\ntracks:\n  - guru\n',
    )
  })

  it('gets nothing of what could not be read', () => {
    const text = 'tracks:\n  - guru\nlessons:\n  a: {}\n'
    expect(addPublished(text, present([lesson(undefined), lesson('a')]))).toBe(text)
  })

  it('of a folder is written once, and again without a change', async () => {
    await withLessons(goodFiles, async (folder) => {
      await publishIds(folder)
      const first = await readFile(join(folder, 'published.yaml'), 'utf8')
      await publishIds(folder)
      expect(await readFile(join(folder, 'published.yaml'), 'utf8')).toBe(first)
      expect(await readdir(folder)).toEqual([
        'fondasi',
        'published-wordings.json',
        'published.yaml',
      ])
      expect(await checkLessons(folder, TODAY)).toMatchObject({
        errors: [],
        published: { listed: 1, unlisted: 0 },
      })
    })
  })
})
