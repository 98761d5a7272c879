import { expect, it } from 'vitest'
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
import { formatWarning } from '../problem.ts'

const LONG = `\n${'Satu kalimat pendek saja. '.repeat(50)}`
const ENGLISH = 'fondasi/01-satu.en.md'

async function warningsOf(files: Files, today = TODAY): Promise<string[]> {
  return await withLessons({ ...goodFiles, ...files }, async (folder) => {
    const { errors, warnings } = await checkLessons(folder, today)
    expect(errors).toEqual([])
    return warnings.map(formatWarning)
  })
}

it('a lesson of the right length has none', async () => {
  expect(await warningsOf({ [LESSON]: lessonFile() + LONG })).toEqual([])
})

it('both languages are measured, by file and line', async () => {
  const english = lessonFile().replace('AI adalah', `${'word '.repeat(300)}\n\nAI adalah`)
  const found = await warningsOf({ [ENGLISH]: english })
  expect(found.map((warning) => warning.replace(/warning: (.*?), and.*/, '$1'))).toEqual([
    `${ENGLISH}:25: a sentence has 77 words on average`,
    `${LESSON}:25: the body has 8 words`,
  ])
})

it('an English review is looked at where it is another one', async () => {
  const files = { [LESSON]: lessonFile() + LONG, [ENGLISH]: lessonFile() + LONG }
  const old = { ...files, [ENGLISH]: files[ENGLISH].replace('2026-11-20', '2024-11-20') }
  expect(await warningsOf(files, '2027-11-21')).toEqual([
    expect.stringContaining(`${LESSON}:7: warning: the last review, 2026-11-20, is 366 days ago`),
  ])
  expect(await warningsOf(old)).toEqual([
    expect.stringContaining(`${ENGLISH}:7: warning: the last review, 2024-11-20, is 734 days ago`),
  ])
})

it('what has errors is measured as far as it can be read', async () => {
  const files = {
    ...goodFiles,
    [TRACK]: trackYaml('fondasi', ['satu', 'dua']),
    'fondasi/02-dua.md': lessonFile('fondasi-dua').replace('title: AI alat bantu', 'title:'),
    'guru/track.yaml': 'id: guru',
    'guru/01-satu.md': 'Tanpa apa-apa',
  }
  const { errors, warnings, measures } = await withLessons(files, (folder) =>
    checkLessons(folder, TODAY),
  )
  expect(errors.map(({ file }) => file)).toContain('fondasi/02-dua.md')
  expect(warnings.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
    `few-words ${LESSON}`,
    'few-words fondasi/02-dua.md',
  ])
  expect(measures).toMatchObject([
    { track: 'fondasi', lessons: 2, questions: 2, keys: [0, 1, 0] },
    { track: 'guru', lessons: 1, questions: 0, keys: [0, 0, 0] },
  ])
})

it('shares of a track are measured once all of it can be read', async () => {
  const second = lessonFile('fondasi-dua')
    .replace('Siapa yang', 'Menurut aturan kantor, siapa kiranya yang')
    .replaceAll(/(?<=[abc]: )"(\w+)"/g, '"Para $1 kantor kecamatan"')
    .replace('Para Petugas kantor', 'Para Petugas di kantor')
  const files = {
    [TRACK]: trackYaml('fondasi', ['satu', 'dua']),
    [LESSON]: lessonFile() + LONG,
    'fondasi/02-dua.md': second + LONG,
  }
  expect(await warningsOf(files)).toEqual([
    expect.stringContaining(`${TRACK}:1: warning: the right option is the longest in 2 of 2`),
    expect.stringContaining(`${TRACK}:1: warning: the right option stands in place 1 in 0 of 2`),
    expect.stringContaining(`${TRACK}:1: warning: the right option stands in place 2 in 2 of 2`),
    expect.stringContaining(`${TRACK}:1: warning: the right option stands in place 3 in 0 of 2`),
  ])
  const broken = { ...files, 'fondasi/03-tiga.md': 'Tanpa apa-apa' }
  const { warnings } = await withLessons(broken, (folder) => checkLessons(folder, TODAY))
  expect(warnings).toEqual([])
})
