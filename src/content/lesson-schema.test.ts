import { describe, expect, it } from 'vitest'
import { LESSON, changed, problemsOf } from './fixture.ts'

it('a good lesson has none', async () => {
  expect(await problemsOf({})).toEqual([])
})

describe('fields of a lesson', () => {
  it.each<[string, string | RegExp, string, string[]]>([
    [
      'missing',
      /^title.*\n/m,
      '',
      [`${LESSON}:2: \`title\` is missing: add the title, on one line`],
    ],
    [
      'missing in a question',
      /^ +explanation.*\n/m,
      '',
      [`${LESSON}:14: \`explanation\` is missing: add why it is right, at most 200 characters`],
    ],
    [
      'empty',
      'title: AI alat bantu',
      'title:',
      [`${LESSON}:3: \`title\` is empty: write the title, on one line`],
    ],
    [
      'blank',
      'title: AI alat bantu',
      'title: "  "',
      [`${LESSON}:3: \`title\` is empty: write the title, on one line`],
    ],
    [
      'not a text',
      'a: "Mesin"',
      'a: 1',
      [
        `${LESSON}:18: option \`a\` is 1: write options as \`a: "..."\`, \`b: "..."\`, each key a letter (a text that looks like a number goes in quotes)`,
      ],
    ],
    [
      'not a number',
      'minutes: 3',
      'minutes: tiga',
      [
        `${LESSON}:6: \`minutes\` is "tiga": write the minutes it takes, a whole number from 1 to 15`,
      ],
    ],
    [
      'too big a number',
      'minutes: 3',
      'minutes: 16',
      [
        `${LESSON}:6: \`minutes\` is 16, and the most is 15: write the minutes it takes, a whole number from 1 to 15`,
      ],
    ],
    [
      'too small a number',
      'minutes: 3',
      'minutes: 0',
      [`${LESSON}:6: \`minutes\` is 0: write the minutes it takes, a whole number from 1 to 15`],
    ],
    [
      'two lines for one',
      'title: AI alat bantu',
      'title: "AI\\nbantu"',
      [
        `${LESSON}:3: a line break stands where there is room for one line only: write it on one line`,
      ],
    ],
    [
      'a date that does not exist',
      '2026-11-20',
      '2026-02-30',
      [
        `${LESSON}:7: \`reviewed\` is "2026-02-30": write the day of the last review, such as 2026-11-20`,
      ],
    ],
    [
      'an id that is not one',
      'id: fondasi-satu\n',
      'id: Fondasi Satu\n',
      [
        `${LESSON}:2: \`id\` is "Fondasi Satu": write an id in small letters, digits and hyphens, at most 60`,
      ],
    ],
    [
      'an unknown key',
      'minutes: 3',
      'minutes: 3\nmenit: 3',
      [
        `${LESSON}:7: \`menit\` is not known here: remove it, or write one of id, title, objective, task, questions, competence, minutes, reviewed, sources`,
      ],
    ],
    [
      'an unknown key of a question',
      'answer: b',
      'answer: b\n    jawaban: b',
      [
        `${LESSON}:22: \`jawaban\` is not known here: remove it, or write one of id, objective, text, options, answer, explanation, tags`,
      ],
    ],
    [
      'no source',
      /^sources:[^]*?(?=task)/m,
      'sources: []\n',
      [
        `${LESSON}:8: \`sources\` is empty: write at least one source as a list of \`title\`, \`url\` and \`date\``,
      ],
    ],
    [
      'a source without address',
      'https://digital.gov.au/panduan',
      'digital.gov.au',
      [
        `${LESSON}:10: \`url\` is "digital.gov.au": write the full address of the source, with https://`,
      ],
    ],
    [
      'a source without a date',
      /^ +date.*\n/m,
      '',
      [
        `${LESSON}:9: \`date\` is missing: add the date on which the fact held, such as "2026-03-12", "2026-03" or "2026"`,
      ],
    ],
    [
      'no question',
      /^questions:[^]*?(?=---)/m,
      'questions: []\n',
      [`${LESSON}:13: \`questions\` is empty: write at least one question in the list`],
    ],
    [
      'too long a question',
      'Siapa yang',
      `${'a'.repeat(300)}`,
      [`${LESSON}:16: \`text\` has 319 characters, and the limit is 300: shorten it by 19`],
    ],
    [
      'too long an option, counted in UTF-16',
      '"Mesin"',
      `"${'😀'.repeat(51)}"`,
      [`${LESSON}:18: option \`a\` has 102 characters, and the limit is 100: shorten it by 2`],
    ],
    [
      'too long an explanation',
      'Manusia yang',
      'a'.repeat(200),
      [`${LESSON}:22: \`explanation\` has 211 characters, and the limit is 200: shorten it by 11`],
    ],
    [
      'too many lines of explanation',
      'Manusia yang memeriksa.',
      'a\\nb\\nc\\nd',
      [`${LESSON}:22: \`explanation\` has more line breaks than Telegram takes: keep 2 at most`],
    ],
    [
      'one option',
      /^ +[ac]: .*\n/gm,
      '',
      [`${LESSON}:17: \`options\` has 1: write 2 to 10 options; three are best`],
    ],
    [
      'options alike',
      'c: "Warga"',
      'c: "mesin "',
      [`${LESSON}:17: two options have the same text: make every option say something else`],
    ],
    [
      'a key of an option',
      'c: "Warga"',
      '"3 c": "Warga"',
      [
        `${LESSON}:20: option \`3 c\` has a key that cannot be used: write options as \`a: "..."\`, \`b: "..."\`, each key a letter`,
      ],
    ],
    [
      'an answer that is no option',
      'answer: b',
      'answer: d',
      [`${LESSON}:21: \`answer\` is "d", but options are a, b, c: name one of them`],
    ],
    [
      'a list instead of keys',
      /^id: [^]*?(?=---)/m,
      '- a\n',
      [`${LESSON}:2: the front matter is a list: write keys with values, such as \`title: ...\``],
    ],
    [
      'a key without its list',
      /^tags.*|tags: \[data\]/m,
      'tags: data',
      [`${LESSON}:23: \`tags\` is "data": write tags as a list of data, validitas`],
    ],
    [
      'a tag that nobody listed',
      'tags: [data]',
      'tags: [data, validita]',
      [`${LESSON}:23: tag "validita" is not known: write one of data, validitas, or leave it out`],
    ],
    [
      'no source',
      /^sources:\n(?: .*\n){3}/m,
      'sources: []\n',
      [
        `${LESSON}:8: \`sources\` is empty: write at least one source as a list of \`title\`, \`url\` and \`date\``,
      ],
    ],
    [
      'a source at a host that nobody reaches',
      'https://digital.gov.au/panduan',
      'https://panduan',
      [
        `${LESSON}:10: \`url\` is "https://panduan": write the full address of the source, with https://`,
      ],
    ],
  ])('%s', async (_, from, to, problems) => {
    expect(await problemsOf(changed(from, to))).toEqual(problems)
  })
})
