import { describe, expect, it } from 'vitest'
import { checkLessons } from './check-lessons.ts'
import { goodFiles, goodSurveys, problemsOf, TODAY, withLessons, type Files } from './fixture.ts'
import { loadCatalogue } from './load-catalogue.ts'

const FILE = 'surveys.yaml'

function edited(from: string | RegExp, to: string): Files {
  const yaml = goodSurveys.replace(from, to)
  if (yaml === goodSurveys) throw new Error(`${from} is not in the surveys`)
  return { [FILE]: yaml }
}

describe('good surveys', () => {
  const files = { ...goodFiles, [FILE]: goodSurveys }

  it('have no problem, and are counted', async () => {
    expect(await problemsOf(files)).toEqual([])
    const counted = await withLessons(files, (folder) => checkLessons(folder, TODAY))
    expect(counted).toMatchObject({ questions: 1, surveys: { statements: 2, questions: 2 } })
  })

  it('are in the catalogue, frozen, and apart from its questions', async () => {
    const loaded = await withLessons(files, loadCatalogue)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const { surveys, questions } = loaded.catalogue
    expect(surveys?.attitude.statements).toEqual([
      { id: 'sikap-satu', text: { id: 'AI membantu saya.', en: 'AI helps me.' }, reverse: false },
      { id: 'sikap-dua', text: { id: 'AI itu curang.', en: 'AI is cheating.' }, reverse: true },
    ])
    expect(surveys?.attitude.scale[0]).toEqual({
      id: 'Sangat tidak setuju',
      en: 'Strongly disagree',
    })
    expect(surveys?.aiAtWork.frequency.options.map(({ key }) => key)).toEqual([
      'belum',
      'pernah',
      'mingguan',
      'harian',
    ])
    expect(surveys?.aiAtWork.purpose).toEqual({
      id: 'untuk-apa',
      text: { id: 'Untuk apa?', en: 'For what?' },
      options: [
        { key: 'menulis', text: { id: 'Menulis', en: 'Writing' } },
        { key: 'lainnya', text: { id: 'Lainnya', en: 'Else' } },
      ],
    })
    expect([...questions.keys()]).toEqual(['fondasi-satu-q1'])
    expect(Object.isFrozen(surveys?.attitude.statements[0]?.text)).toBe(true)
  })
})

describe('what is wrong with them', () => {
  it.each<[string, Files, string[]]>([
    [
      'four labels',
      edited(/ +- \{ id: "Ragu.*\n/, ''),
      [`${FILE}:3: \`scale\` has 4 labels: write five`],
    ],
    [
      'no English',
      edited(', en: "AI helps me."', ''),
      [
        `${FILE}:11: \`en\` is missing: add the statement as { id: "...", en: "..." }, at most 198 characters each`,
      ],
    ],
    [
      'a long statement',
      edited('AI helps me.', 'x'.repeat(199)),
      [`${FILE}:11: \`en\` has 199 characters, and the limit is 198: shorten it by 1`],
    ],
    [
      'a long line above it',
      edited('Setujukah Anda?', 'x'.repeat(101)),
      [`${FILE}:2: \`id\` has 101 characters, and the limit is 100: shorten it by 1`],
    ],
    [
      'a long option',
      edited('"Menulis"', `"${'x'.repeat(101)}"`),
      [`${FILE}:28: \`id\` has 101 characters, and the limit is 100: shorten it by 1`],
    ],
    [
      'a renamed answer',
      edited('harian:', 'sehari:'),
      [
        `${FILE}:19: option \`harian\` is missing: add belum, pernah, mingguan and harian, as \`key: { id: "...", en: "..." }\`, at most 100 characters each`,
        `${FILE}:23: \`sehari\` is not known here: remove it, or write one of belum, pernah, mingguan, harian`,
      ],
    ],
    [
      'a statement turned by a word',
      edited('reverse: true', 'reverse: ya'),
      [`${FILE}:14: \`reverse\` is "ya": write true where to agree is worse, or leave it out`],
    ],
    [
      'a phone number',
      edited('Untuk apa?', 'Hubungi 081234567890?'),
      [
        `${FILE}:26: possible personal data: this looks like a phone number: take it out, or write it masked, such as 7309xxxx`,
      ],
    ],
    [
      'an id that is there twice',
      edited('sikap-dua', 'sikap-satu'),
      [`${FILE}:12: survey id sikap-satu is taken by ${FILE}:10: give this one another id`],
    ],
    [
      'an id that an option has',
      edited('sikap-dua', 'untuk-apa-menulis'),
      [`${FILE}:28: survey id untuk-apa-menulis is taken by ${FILE}:12: give this one another id`],
    ],
    [
      'nothing but a word',
      { [FILE]: 'attitude: baik\n' },
      [
        `${FILE}:1: \`attitude\` is "baik": write keys with values: text, scale, statements`,
        `${FILE}:1: \`ai-at-work\` is missing: add keys with values: frequency, purpose`,
      ],
    ],
  ])('%s', async (_, files, problems) => {
    expect(await problemsOf(files)).toEqual(problems)
  })
})
