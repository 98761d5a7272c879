import { describe, expect, it } from 'vitest'
import { checkLessons } from '../check-lessons.ts'
import {
  LESSON,
  TODAY,
  TRACK,
  goodFiles,
  lessonFile,
  trackYaml,
  withLessons,
  type Files,
} from '../fixture.ts'
import { MOST_BYTES } from '../limits.ts'
import { formatProblem } from '../problem.ts'

const published = [
  'lessons:', // 1
  '  fondasi-satu:', // 2
  '    fondasi-satu-q1: "Tanggung jawab"', // 3
  '',
].join('\n')

async function check(files: Files) {
  return await withLessons({ ...goodFiles, ...files }, async (folder) => {
    const { errors, published: count } = await checkLessons(folder, TODAY)
    return { errors: errors.map(formatProblem), count }
  })
}

async function errorsOf(list: string, files: Files = {}): Promise<string[]> {
  return (await check({ 'published.yaml': list, ...files })).errors
}

describe('ids that were published', () => {
  it('are there, and mean what they meant', async () => {
    expect(await check({ 'published.yaml': published })).toEqual({
      errors: [],
      count: { listed: 1, unlisted: 0 },
    })
  })

  it('without a list nothing is compared', async () => {
    expect(await check({})).toEqual({ errors: [], count: null })
  })

  it('a list that lacks a question is no error', async () => {
    expect(await check({ 'published.yaml': 'lessons: {}\n' })).toEqual({
      errors: [],
      count: { listed: 0, unlisted: 1 },
    })
  })

  it('a lesson and its question are gone', async () => {
    const gone = `${published}  fondasi-dua:\n    fondasi-dua-q1: "Data"\n`
    expect(await errorsOf(gone)).toEqual([
      'published.yaml:4: lesson id fondasi-dua was published and is gone: bring it back under this id, or move the id from `lessons` to `retired`',
      'published.yaml:5: question id fondasi-dua-q1 was published and is gone: bring it back under this id, or move the id from `lessons` to `retired`',
    ])
    expect(await errorsOf(`${gone}retired: [fondasi-dua, fondasi-dua-q1]\n`)).toEqual([])
  })

  it('a track is gone, or its id is used again', async () => {
    const gone = `tracks:\n  - fondasi\n  - guru\n${published}`
    expect(await errorsOf(gone)).toEqual([
      'published.yaml:3: track id guru was published and is gone: bring it back under this id, or move the id from `tracks` to `retired`',
    ])
    expect(await errorsOf(`${gone}retired: [guru]\n`)).toEqual([])
    expect(await errorsOf(`${published}retired: [fondasi]\n`)).toEqual([
      expect.stringContaining(`${TRACK}:1: id fondasi was retired: give another id`),
    ])
    const unread = await errorsOf(gone, { 'desa/track.yaml': 'id: [', 'desa/01-a.md': '' })
    expect(unread.filter((error) => error.includes('guru'))).toEqual([])
  })

  it('a question alone is gone: its id was changed', async () => {
    const files = { [LESSON]: lessonFile().replace('id: fondasi-satu-q1', 'id: fondasi-satu-q9') }
    expect(await errorsOf(published, files)).toEqual([
      'published.yaml:3: question id fondasi-satu-q1 was published and is gone: bring it back under this id, or move the id from `lessons` to `retired`',
    ])
  })

  it('a question stands in another lesson', async () => {
    const files = {
      [TRACK]: trackYaml('fondasi', ['satu', 'dua']),
      [LESSON]: lessonFile().replace('id: fondasi-satu-q1', 'id: fondasi-dua-q1'),
      'fondasi/02-dua.md': lessonFile('fondasi-dua').replace('fondasi-dua-q1', 'fondasi-satu-q1'),
    }
    expect(await errorsOf(published, files)).toEqual([
      'fondasi/02-dua.md:14: question id fondasi-satu-q1 was published in lesson fondasi-satu, and stands in fondasi-dua: bring it back there, or give the question here another id',
    ])
  })

  it('a question tests something else', async () => {
    const files = { [LESSON]: lessonFile().replace('objective: Tanggung jawab', 'objective: Data') }
    expect(await errorsOf(published, files)).toEqual([
      `${LESSON}:14: question fondasi-satu-q1 was published with another objective ("Tanggung jawab"): give a question that tests something else another id; if it tests the same, write the new wording in published.yaml too`,
    ])
    const spaced = { [LESSON]: lessonFile().replace('Tanggung jawab', '"Tanggung  jawab "') }
    expect(await errorsOf(published, spaced)).toEqual([])
  })

  it('a retired id is used again', async () => {
    const again = 'lessons: {}\nretired: [fondasi-satu, fondasi-satu-q1]\n'
    expect(await errorsOf(again)).toEqual(
      [
        ['2', 'fondasi-satu'],
        ['14', 'fondasi-satu-q1'],
      ].map(
        ([line, id]) =>
          `${LESSON}:${line}: id ${id} was retired: give another id, since old answers are kept under this one, or take it off \`retired\` in published.yaml if it is the same thing again`,
      ),
    )
  })

  it('a lesson that cannot be read may hold any id: none is called gone', async () => {
    expect(await errorsOf(published, { [LESSON]: 'Tanpa apa-apa' })).toEqual([
      `${LESSON}:1: the file does not begin with \`---\`: put the front matter (id, title, …) between two lines of \`---\` at the top`,
    ])
  })

  it('a lesson that is wrong elsewhere still holds its ids', async () => {
    const files = { [LESSON]: lessonFile().replace('title: AI alat bantu', 'title:') }
    expect(await errorsOf(published, files)).toEqual([
      `${LESSON}:3: \`title\` is empty: write the title, on one line`,
    ])
  })
})

describe('the list itself', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['broken YAML', 'lessons: {\n', 'published.yaml:1: broken YAML'],
    ['no map', 'lessons: [a]\n', 'published.yaml:1: `lessons` is a list: write ids of lessons'],
    ['an unknown key', 'lessons: {}\nold: []\n', 'published.yaml:2: `old` is not known here'],
    ['an empty objective', 'lessons:\n  a:\n    b:\n', 'published.yaml:3: `b` is empty'],
    ['binary', Buffer.from('lessons: {}\n\0'), 'published.yaml:2: the file is binary'],
    ['huge', 'a'.repeat(16 * MOST_BYTES + 1), 'published.yaml:1: the file has 4194305 bytes'],
  ])('%s', async (_, list, error) => {
    const { errors } = await check({ 'published.yaml': list })
    expect(errors).toEqual([expect.stringContaining(error)])
  })

  it('a folder of its name', async () => {
    const { errors } = await check({ 'published.yaml/a.md': '' })
    expect(errors).toContain(
      'published.yaml:1: this is not a file: keep the files of lessons alone here, and no links or folders',
    )
  })
})
