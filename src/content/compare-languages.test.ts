import { describe, expect, it } from 'vitest'
import { lessonFile, problemsOf } from './fixture.ts'

describe('the English lesson', () => {
  const E = 'fondasi/01-satu.en.md'
  it.each<[string, string | RegExp, string, string[]]>([
    [
      'another id',
      'id: fondasi-satu\n',
      'id: fondasi-one\n',
      [`${E}:2: the id is fondasi-one, but fondasi-satu in Indonesian: write fondasi-satu`],
    ],
    [
      'other minutes',
      'minutes: 3',
      'minutes: 4',
      [`${E}:6: \`minutes\` is 4, but 3 in Indonesian: remove it here`],
    ],
    [
      'another question',
      'fondasi-satu-q1',
      'fondasi-satu-q2',
      [
        `${E}:13: question fondasi-satu-q1 is missing in English: translate it too`,
        `${E}:14: question fondasi-satu-q2 is not in the Indonesian lesson: name one of fondasi-satu-q1`,
      ],
    ],
    [
      'other options',
      'c: "Warga"',
      'd: "Warga"',
      [
        `${E}:17: the options are a, b, d, but a, b, c in Indonesian: give the same keys in the same order`,
      ],
    ],
    [
      'another answer',
      'answer: b',
      'answer: a',
      [`${E}:21: \`answer\` is a, but b in Indonesian: make the two agree`],
    ],
    [
      'a mistake of its own',
      /^task.*\n/m,
      '',
      [`${E}:2: \`task\` is missing: add one practical task of at most five minutes`],
    ],
    [
      'too long',
      'AI adalah',
      'katakatakata'.repeat(310),
      [
        `${E}:25: the whole lesson has 3833 characters, and 3796 is the limit (300 of Telegram's 4096 are kept for the bot's lines): shorten body, task or sources by 37`,
      ],
    ],
  ])('%s', async (_, from, to, problems) => {
    expect(await problemsOf({ [E]: lessonFile().replace(from, to) })).toEqual(problems)
  })

  it('may leave out what is as in Indonesian', async () => {
    const short = lessonFile().replace(/^competence[^]*?(?=task)/m, '')
    expect(await problemsOf({ [E]: short })).toEqual([])
  })
})
