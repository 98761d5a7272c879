import { describe, expect, it } from 'vitest'
import { checkLessons } from './check-lessons.ts'
import {
  ASSESSMENT,
  assessmentYaml,
  goodAssessment,
  goodFiles,
  itemYaml,
  lessonFile,
  problemsOf,
  TODAY,
  TRACK,
  trackYaml,
  withLessons,
  type Files,
} from './fixture.ts'
import { loadCatalogue } from './load-catalogue.ts'

const twoLessons: Files = {
  [TRACK]: trackYaml('fondasi', ['satu', 'dua']),
  'fondasi/02-dua.md': lessonFile('fondasi-dua').replace('Siapa yang', 'Siapakah yang'),
}
const first = (id: string) => itemYaml(id)
const second = (id: string) => itemYaml(id, { lesson: 'fondasi-dua' })

function edited(from: string | RegExp, to: string): Files {
  const yaml = goodAssessment.replace(from, to)
  if (yaml === goodAssessment) throw new Error(`${from} is not in the assessment`)
  return { [ASSESSMENT]: yaml }
}

describe('a good assessment', () => {
  const files = { ...goodFiles, [ASSESSMENT]: goodAssessment }

  it('has no problem', async () => {
    expect(await problemsOf(files)).toEqual([])
    const forms = assessmentYaml(
      [first('a1'), second('a2')],
      [first('b1'), second('b2')],
      [second('d1'), first('d2')],
    )
    expect(await problemsOf({ ...twoLessons, [ASSESSMENT]: forms })).toEqual([])
  })

  it('belongs to its track; its items are questions, and none is one of a lesson', async () => {
    const loaded = await withLessons(files, loadCatalogue)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const { tracks, lessons, questions, surveys } = loaded.catalogue
    const assessment = tracks[0]?.assessment
    expect(assessment?.forms.a.map(({ id }) => id)).toEqual(['fondasi-a1'])
    expect(assessment?.forms.b.map(({ id }) => id)).toEqual(['fondasi-b1'])
    expect(assessment?.delayed.map(({ id }) => id)).toEqual(['fondasi-d1'])
    expect(questions.get('fondasi-a1')).toEqual({
      id: 'fondasi-a1',
      hash: expect.stringMatching(/^[\da-f]{16}$/) as unknown,
      lessonId: 'fondasi-satu',
      answer: 'b',
      tags: ['data'],
      texts: {
        id: {
          objective: 'Tanggung jawab',
          text: 'Surat fondasi-a1 keliru. Siapa yang menjawab?',
          options: [
            { key: 'a', text: 'Mesin' },
            { key: 'b', text: 'Petugas' },
            { key: 'c', text: 'Pembaca' },
          ],
          explanation: 'Manusia yang memeriksa.',
        },
        en: {
          objective: 'Accountability',
          text: 'Letter fondasi-a1 is wrong. Who answers for it?',
          options: [
            { key: 'a', text: '1 Mesin' },
            { key: 'b', text: '2 Petugas' },
            { key: 'c', text: '3 Pembaca' },
          ],
          explanation: 'A person checks.',
        },
      },
    })
    expect([...questions.keys()]).toEqual([
      'fondasi-satu-q1',
      'fondasi-a1',
      'fondasi-b1',
      'fondasi-d1',
    ])
    expect(lessons.get('fondasi-satu')?.questions.map(({ id }) => id)).toEqual(['fondasi-satu-q1'])
    expect(surveys).toBeUndefined()
    expect(Object.isFrozen(assessment?.forms.a)).toBe(true)
    expect(Object.isFrozen(questions.get('fondasi-d1')?.texts.en?.options[0])).toBe(true)
  })

  it('is counted by itself, and changes no count or measure of the lessons', async () => {
    const check = (of: Files) => withLessons(of, (folder) => checkLessons(folder, TODAY))
    const [without, counted] = [await check(goodFiles), await check(files)]
    expect(without.assessmentItems).toBe(0)
    const { warnings } = counted
    expect(counted).toEqual({ ...without, warnings, assessmentItems: 3 })
    expect(counted).toMatchObject({ questions: 1, surveys: null })
  })
})

describe('what is wrong with the fields of an item', () => {
  it.each<[string, Files, string[]]>([
    [
      'no English',
      edited(/ +en: "Letter fondasi-a1.*\n/, ''),
      [
        `${ASSESSMENT}:6: \`en\` is missing: add the question as { id: "...", en: "..." }, at most 300 characters each`,
      ],
    ],
    [
      'no English of an option',
      edited(', en: "1 Mesin"', ''),
      [
        `${ASSESSMENT}:10: \`en\` is missing: add three options as \`a: { id: "...", en: "..." }\`, each key a letter`,
      ],
    ],
    [
      'a long question',
      edited('Letter fondasi-a1', 'x'.repeat(300)),
      [`${ASSESSMENT}:8: \`en\` has 330 characters, and the limit is 300: shorten it by 30`],
    ],
    [
      'a long option',
      edited('"Petugas"', `"${'x'.repeat(101)}"`),
      [`${ASSESSMENT}:13: \`id\` has 101 characters, and the limit is 100: shorten it by 1`],
    ],
    [
      'a long explanation',
      edited('A person checks.', 'x'.repeat(201)),
      [`${ASSESSMENT}:19: \`en\` has 201 characters, and the limit is 200: shorten it by 1`],
    ],
    [
      'a key that is no option',
      edited('answer: b', 'answer: d'),
      [`${ASSESSMENT}:16: \`answer\` is "d", but options are a, b, c: name one of them`],
    ],
    [
      'two options',
      edited(/ +c:\n.*Pembaca.*\n/, ''),
      [`${ASSESSMENT}:9: \`options\` has 2: write three options`],
    ],
    [
      'two options alike in English alone',
      edited('en: "1 Mesin"', 'en: "2 petugas"'),
      [`${ASSESSMENT}:9: two options have the same text: make every option say something else`],
    ],
    [
      'an unknown tag',
      edited('tags: [data]', 'tags: [datum]'),
      [`${ASSESSMENT}:20: tag "datum" is not known: write one of data, validitas, or leave it out`],
    ],
    [
      'an unknown key',
      edited('  tags: [data]', '  tag: [data]'),
      [
        `${ASSESSMENT}:20: \`tag\` is not known here: remove it, or write one of id, lesson, objective, text, options, answer, explanation, tags`,
      ],
    ],
    [
      'an id in capitals',
      edited('id: fondasi-a1', 'id: A1'),
      [
        `${ASSESSMENT}:3: \`id\` is "A1": write an id in small letters, digits and hyphens, at most 60`,
      ],
    ],
    [
      'a phone number',
      edited('Manusia yang memeriksa.', 'Hubungi 081234567890.'),
      [
        `${ASSESSMENT}:18: possible personal data: this looks like a phone number: take it out, or write it masked, such as 7309xxxx`,
      ],
    ],
    [
      'no delayed check',
      edited(/delayed:[^]*/, ''),
      [`${ASSESSMENT}:1: \`delayed\` is missing: add a list of at least one item`],
    ],
    [
      'broken YAML',
      edited('  a:', '  a: ['),
      [expect.stringMatching(new RegExp(`^${ASSESSMENT}:\\d+: broken YAML`))],
    ],
  ])('%s', async (_, files, problems) => {
    expect((await problemsOf(files)).slice(0, problems.length)).toEqual(problems)
  })

  it('a folder in its place is not read', async () => {
    expect(await problemsOf({ [`${ASSESSMENT}/a.md`]: '' })).toEqual([
      `${ASSESSMENT}:1: this is not a file: keep the files of lessons alone here, and no links or folders`,
    ])
  })
})

describe('what keeps the forms from being parallel', () => {
  it('another length', async () => {
    const forms = assessmentYaml([first('a1'), first('a2')], [first('b1')], [first('d1')])
    expect(await problemsOf({ [ASSESSMENT]: forms })).toEqual([
      `${ASSESSMENT}:39: form a has 2 items, and form b 1: write as many in each, the two at one place about the same lesson`,
    ])
  })

  it('other lessons in one place', async () => {
    const forms = assessmentYaml([first('a1')], [second('b1')], [first('d1')])
    expect(await problemsOf({ ...twoLessons, [ASSESSMENT]: forms })).toEqual([
      `${ASSESSMENT}:23: item b1 tests fondasi-dua, but item a1 in the same place of form a tests fondasi-satu: test the same lesson in both`,
    ])
  })

  it('a lesson that is not in the track, also where another field is wrong', async () => {
    const lost = (id: string) => itemYaml(id, { lesson: 'guru-satu', answer: 'x' })
    const forms = assessmentYaml([first('a1')], [first('b1')], [lost('d1')])
    expect(await problemsOf({ [ASSESSMENT]: forms })).toEqual([
      `${ASSESSMENT}:42: lesson guru-satu is not in this track: name a lesson of the track by its id`,
      `${ASSESSMENT}:54: \`answer\` is "x", but options are a, b, c: name one of them`,
    ])
  })

  it('nothing is said of lessons while one of them cannot be read', async () => {
    const lost = assessmentYaml([second('a1')], [second('b1')], [second('d1')])
    const files = { ...twoLessons, 'fondasi/02-dua.md': 'Tanpa apa-apa', [ASSESSMENT]: lost }
    const problems = await problemsOf(files)
    expect(problems.filter((problem) => problem.startsWith(ASSESSMENT))).toEqual([])
  })

  it('an order that is not that of the lessons', async () => {
    const forms = assessmentYaml(
      [second('a1'), first('a2')],
      [second('b1'), first('b2')],
      [second('d1'), first('d2')],
    )
    expect(await problemsOf({ ...twoLessons, [ASSESSMENT]: forms })).toEqual([
      `${ASSESSMENT}:22: item a2 tests a lesson that comes before that of item a1: put the items in the order of the lessons`,
      `${ASSESSMENT}:59: item b2 tests a lesson that comes before that of item b1: put the items in the order of the lessons`,
    ])
  })
})

it('an id that is taken, in the file or by a lesson', async () => {
  const forms = assessmentYaml([first('a1')], [first('a1')], [first('fondasi-satu-q1')])
  expect(await problemsOf({ [ASSESSMENT]: forms })).toEqual([
    `${ASSESSMENT}:22: question id a1 is taken by ${ASSESSMENT}:3: give this one another id`,
    `${ASSESSMENT}:41: question id fondasi-satu-q1 is taken by fondasi/01-satu.md:14: give this one another id`,
  ])
})
