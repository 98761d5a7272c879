import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '../check-lessons.ts'
import {
  ASSESSMENT,
  goodAssessment,
  goodFiles,
  goodSurveys,
  lessonFile,
  TODAY,
  TRACK,
  trackYaml,
  withLessons,
  type Files,
} from '../fixture.ts'
import { formatProblem } from '../problem.ts'
import { publishIds } from './publish-ids.ts'

const SURVEYS = 'surveys.yaml'
const published = [
  'lessons:', // 1
  '  fondasi-satu:', // 2
  '    fondasi-satu-q1: Tanggung jawab', // 3
  '    fondasi-a1: Tanggung jawab', // 4
  '    fondasi-b1: Tanggung jawab', // 5
  '    fondasi-d1: Tanggung jawab', // 6
  'surveys:', // 7
  '  sikap-satu: AI membantu saya.', // 8
  '  sikap-dua: AI itu curang.', // 9
  '  seberapa-sering: Sudah memakai AI?', // 10
  '  seberapa-sering-belum: Belum', // 11
  '  seberapa-sering-pernah: Pernah', // 12
  '  seberapa-sering-mingguan: Tiap minggu', // 13
  '  seberapa-sering-harian: Tiap hari', // 14
  '  untuk-apa: Untuk apa?', // 15
  '  untuk-apa-menulis: Menulis', // 16
  '  untuk-apa-lainnya: Lainnya', // 17
  '',
].join('\n')

const all: Files = {
  ...goodFiles,
  [ASSESSMENT]: goodAssessment,
  [SURVEYS]: goodSurveys,
  'published.yaml': published,
}

async function check(files: Files) {
  return await withLessons({ ...all, ...files }, async (folder) => {
    const { errors, published: count } = await checkLessons(folder, TODAY)
    return { errors: errors.map(formatProblem), count }
  })
}

it('every id of an assessment and of the surveys is listed, and means what it meant', async () => {
  expect(await check({})).toEqual({ errors: [], count: { listed: 14, unlisted: 0 } })
  expect((await check({ 'published.yaml': 'lessons: {}\n' })).count).toEqual({
    listed: 0,
    unlisted: 14,
  })
})

it('they are listed by publishing, the items under the lesson that they test', async () => {
  const files = { ...goodFiles, [ASSESSMENT]: goodAssessment, [SURVEYS]: goodSurveys }
  await withLessons(files, async (folder) => {
    await publishIds(folder)
    const text = await readFile(join(folder, 'published.yaml'), 'utf8')
    expect(text.slice(text.indexOf('lessons:'))).toBe(published)
    await publishIds(folder)
    expect(await readFile(join(folder, 'published.yaml'), 'utf8')).toBe(text)
  })
})

describe('an item that was published', () => {
  const edited = (from: string | RegExp, to: string): Files => ({
    [ASSESSMENT]: goodAssessment.replace(from, to),
  })

  it('and is gone', async () => {
    expect((await check(edited('id: fondasi-a1', 'id: fondasi-a9'))).errors).toEqual([
      'published.yaml:4: question id fondasi-a1 was published and is gone: bring it back under this id, or move the id from `lessons` to `retired`',
    ])
  })

  it('with the whole file', async () => {
    const without = Object.fromEntries(Object.entries(all).filter(([name]) => name !== ASSESSMENT))
    const errors = await withLessons(without, async (folder) => {
      return (await checkLessons(folder, TODAY)).errors.map(({ line }) => line)
    })
    expect(errors).toEqual([4, 5, 6])
  })

  it('and tests another thing, or another lesson', async () => {
    expect((await check(edited('id: "Tanggung jawab"', 'id: "Data"'))).errors).toEqual([
      `${ASSESSMENT}:3: question fondasi-a1 was published with another objective ("Tanggung jawab"): give a question that tests something else another id; if it tests the same, write the new wording in published.yaml too`,
    ])
    const moved = await check({
      ...edited(/lesson: fondasi-satu/g, 'lesson: fondasi-dua'),
      [TRACK]: trackYaml('fondasi', ['satu', 'dua']),
      'fondasi/02-dua.md': lessonFile('fondasi-dua'),
    })
    expect(moved.errors[0]).toBe(
      `${ASSESSMENT}:3: question id fondasi-a1 was published in lesson fondasi-satu, and stands in fondasi-dua: bring it back there, or give the question here another id`,
    )
    expect(moved.errors).toHaveLength(3)
  })

  it('and was retired', async () => {
    const errors = await check({ 'published.yaml': `${published}retired: [fondasi-d1]\n` })
    expect(errors.errors).toEqual([expect.stringMatching(`^${ASSESSMENT}:41: id fondasi-d1 was`)])
  })

  it('is not missed while its file, or its lesson, cannot be read', async () => {
    for (const broken of [
      edited('forms:', 'forms: ['),
      edited('lesson: fondasi-satu', 'lesson: fondasi-tiga'),
      edited('lesson: fondasi-satu', 'lesson: 7'),
      { 'fondasi/01-satu.md': 'Tanpa apa-apa' },
    ]) {
      const { errors } = await check(broken)
      expect(errors.length).toBeGreaterThan(0)
      expect(errors.filter((error) => error.startsWith('published.yaml'))).toEqual([])
    }
  })
})

describe('what a survey asked', () => {
  const edited = (from: string, to: string): Files => ({ [SURVEYS]: goodSurveys.replace(from, to) })

  it('and is gone, an option too', async () => {
    expect((await check(edited('id: sikap-dua', 'id: sikap-tiga'))).errors).toEqual([
      'published.yaml:9: survey id sikap-dua was published and is gone: bring it back under this id, or move the id from `surveys` to `retired`',
    ])
    expect((await check(edited('menulis:', 'merangkum:'))).errors).toEqual([
      'published.yaml:16: survey id untuk-apa-menulis was published and is gone: bring it back under this id, or move the id from `surveys` to `retired`',
    ])
  })

  it('and says something else', async () => {
    expect((await check(edited('AI membantu saya.', 'AI menolong saya.'))).errors).toEqual([
      `${SURVEYS}:10: survey statement sikap-satu was published with another wording ("AI membantu saya."): give what asks something else another id; if it asks the same, write the new wording in published.yaml too`,
    ])
    expect((await check(edited('id: "Tiap hari"', 'id: "Sering"'))).errors).toEqual([
      expect.stringMatching(`^${SURVEYS}:23: survey option seberapa-sering-harian was published`),
    ])
  })

  it('and was retired', async () => {
    const given = { 'published.yaml': `${published}retired: [sikap-dua]\n` }
    expect((await check(given)).errors).toEqual([
      expect.stringMatching(`^${SURVEYS}:12: id sikap-dua was retired`),
    ])
    const taken = published.replace(/ {2}sikap-dua.*\n/, '')
    const replaced = {
      ...edited('id: sikap-dua', 'id: sikap-tiga'),
      'published.yaml': `${taken}retired: [sikap-dua]\n`,
    }
    expect(await check(replaced)).toEqual({ errors: [], count: { listed: 13, unlisted: 1 } })
  })

  it('is not missed while the file cannot be read', async () => {
    const { errors } = await check(edited('reverse: true', 'reverse: [true'))
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.filter((error) => !error.startsWith(SURVEYS))).toEqual([])
  })
})
