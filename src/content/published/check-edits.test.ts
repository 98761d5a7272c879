import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '../check-lessons.ts'
import { changed, goodFiles, LESSON, TODAY, withLessons, type Files } from '../fixture.ts'
import { formatEdit } from './format-edit.ts'
import { publishIds } from './publish-ids.ts'
import type { PublishedWordings } from './wordings-schema.ts'

const ID = 'fondasi-satu-q1'

/** What is said of the good lessons once they were published and then edited, step by step. */
async function editsOf(...steps: readonly Files[]): Promise<string[][]> {
  return withLessons(goodFiles, async (folder) => {
    const said: string[][] = []
    await publishIds(folder)
    for (const files of steps) {
      for (const [path, content] of Object.entries(files)) {
        await writeFile(join(folder, path), content)
      }
      const { errors, edits } = await checkLessons(folder, TODAY)
      expect(errors).toEqual([])
      said.push(edits.map(formatEdit))
    }
    return said
  })
}

const wordingsIn = async (folder: string): Promise<PublishedWordings> =>
  JSON.parse(await readFile(join(folder, 'published-wordings.json'), 'utf8')) as PublishedWordings

describe('an edit of a published question is said to be', () => {
  it.each([
    ['nothing at all', { [LESSON]: goodFiles[LESSON] ?? '' }, []],
    ['none of the question', changed('alat bantu**', 'alat**'), []],
    [
      'a spelling',
      changed('Siapa yang bertanggung jawab?', 'Siapa yang bertangung jawab'),
      [
        `${LESSON}:14: ${ID}: spelling corrected, statistics go on (the question: "bertanggung" is now "bertangung")`,
      ],
    ],
    [
      'another meaning',
      changed('Siapa yang', 'Siapa yang tidak'),
      [
        `${LESSON}:14: ${ID}: meaning changed (the question: the negation: "tidak" was added): statistics begin anew as version 2`,
      ],
    ],
    [
      'another explanation',
      changed('Manusia yang memeriksa', 'Mesin tidak diperiksa'),
      [`${LESSON}:14: ${ID}: explanation rewritten, statistics go on (the explanation)`],
    ],
  ])('%s', async (_what, files, said) => {
    expect(await editsOf(files)).toEqual([said])
  })
})

it('published, an edit is none any more, and a version is counted on', async () => {
  await withLessons(goodFiles, async (folder) => {
    const publish = async (files: Files): Promise<number | undefined> => {
      for (const [path, content] of Object.entries(files)) {
        await writeFile(join(folder, path), content)
      }
      await publishIds(folder)
      expect((await checkLessons(folder, TODAY)).edits).toEqual([])
      return (await wordingsIn(folder))[ID]?.version
    }
    expect(await publish({})).toBe(1)
    expect(await publish(changed('Siapa yang', 'siapa yang'))).toBe(1)
    expect(await publish(changed('Siapa yang', 'Siapa yang tidak'))).toBe(2)
    expect(await publish(changed('answer: b', 'answer: c'))).toBe(3)
  })
})

it('keeps the number of a question that is not here for a while', async () => {
  await withLessons(goodFiles, async (folder) => {
    await publishIds(folder)
    const wordings = { ...(await wordingsIn(folder)) }
    const [one] = Object.values(wordings)
    if (one === undefined) throw new Error('no wording')
    const file = join(folder, 'published-wordings.json')
    await writeFile(file, JSON.stringify({ ...wordings, 'desa-q1': { ...one, version: 4 } }))
    await publishIds(folder)
    const after = await wordingsIn(folder)
    expect(Object.keys(after)).toEqual(['desa-q1', ID])
    expect(after['desa-q1']?.version).toBe(4)
  })
})

it.each([
  ['{"a": ', 'this is not JSON'],
  ['{"a": {"version": 0}}', 'these are not published wordings (a.version)'],
  ['[]', 'these are not published wordings (at the top)'],
])('a file of wordings that reads %s is an error', async (text, what) => {
  await withLessons({ ...goodFiles, 'published-wordings.json': text }, async (folder) => {
    const { errors, edits } = await checkLessons(folder, TODAY)
    expect(errors).toMatchObject([{ file: 'published-wordings.json', line: 1, what }])
    expect(edits).toEqual([])
  })
})

it('without such a file nothing is compared', async () => {
  await withLessons(goodFiles, async (folder) => {
    expect((await checkLessons(folder, TODAY)).edits).toEqual([])
  })
})
