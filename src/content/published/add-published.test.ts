import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '../check-lessons.ts'
import { TODAY, goodFiles, withLessons } from '../fixture.ts'
import { addPublished } from './add-published.ts'
import type { PresentLesson } from './present-lesson.ts'
import { publishIds } from './publish-ids.ts'

const lesson = (id: string | undefined, objective?: string): PresentLesson => ({
  id,
  file: '',
  line: 1,
  questions: [{ id: `${id}-q1`, line: 1, objective }],
})

describe('published.yaml', () => {
  it('is begun with what it is for', () => {
    expect(addPublished(undefined, [lesson('a', 'Tahu: "ya"'), lesson('b', 'Data')])).toMatch(
      /^# The ids[^]*\n\nlessons:\n {2}a:\n {4}a-q1: 'Tahu: "ya"'\n {2}b:\n {4}b-q1: Data\n$/,
    )
  })

  it('gets what is new, and keeps the rest as it stands', () => {
    const text = 'lessons:\n  # dahulu\n  a:\n    a-q1: "Lama"\nretired: [x]\n'
    expect(addPublished(text, [lesson('a', 'Baru'), lesson('b', 'Data')])).toBe(
      'lessons:\n  # dahulu\n  a:\n    a-q1: "Lama"\n  b:\n    b-q1: Data\nretired: [x]\n',
    )
  })

  it('gets nothing of what could not be read', () => {
    expect(addPublished('lessons:\n  a: {}\n', [lesson(undefined), lesson('a')])).toBe(
      'lessons:\n  a: {}\n',
    )
  })

  it('of a folder is written once, and again without a change', async () => {
    await withLessons(goodFiles, async (folder) => {
      await publishIds(folder)
      const first = await readFile(join(folder, 'published.yaml'), 'utf8')
      await publishIds(folder)
      expect(await readFile(join(folder, 'published.yaml'), 'utf8')).toBe(first)
      expect(await readdir(folder)).toEqual(['fondasi', 'published.yaml'])
      expect(await checkLessons(folder, TODAY)).toMatchObject({
        errors: [],
        published: { listed: 1, unlisted: 0 },
      })
    })
  })
})
