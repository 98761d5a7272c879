import { describe, expect, it } from 'vitest'
import { LESSON, changed, problemsOf } from './fixture.ts'

describe('the body', () => {
  it.each<[string, string | RegExp, string, string[]]>([
    [
      'is missing',
      /^AI adalah[^]*/m,
      '\n',
      [`${LESSON}:25: the lesson has no body: write it under the front matter, 200-300 words`],
    ],
    [
      'is over 350 words',
      'AI adalah',
      `\n\n${'kata '.repeat(345)}`,
      [`${LESSON}:27: the body has 351 words, and the limit is 350: shorten it by 1`],
    ],
    [
      'holds HTML',
      '- Menyusun',
      '<b>a</b>\n\n- Menyusun',
      [
        `${LESSON}:27: HTML is not shown in Telegram: write it in Markdown, or put \`<\` between backticks`,
        `${LESSON}:27: HTML is not shown in Telegram: write it in Markdown, or put \`<\` between backticks`,
      ],
    ],
    [
      'holds a picture',
      'draf',
      '![a](https://b.id/c.png)',
      [`${LESSON}:27: a lesson holds no picture: say it in words, or link to the picture`],
    ],
    [
      'links to nothing',
      'https://digital.gov.au)',
      'panduan.md)',
      [
        `${LESSON}:28: the link to "panduan.md" leads nowhere: write its full address, with https://`,
      ],
    ],
    [
      'links to a host that nobody reaches',
      'https://digital.gov.au)',
      'https://panduan)',
      [
        `${LESSON}:28: the link to "https://panduan" leads nowhere: write its full address, with https://`,
      ],
    ],
    [
      'names a link that is defined nowhere',
      '(https://digital.gov.au)',
      '[panduan-asn]',
      [
        `${LESSON}:28: "[panduan][panduan-asn]" is shown as it stands, since it is no link: write a link as [words](https://address), without spaces in the address`,
      ],
    ],
    [
      'has a space in an address',
      'https://digital.gov.au)',
      'https://digital.gov.au/a b)',
      [
        `${LESSON}:28: "[panduan](https://digital.gov.au/a b)" is shown as it stands, since it is no link: write a link as [words](https://address), without spaces in the address`,
      ],
    ],
    [
      'nests quotes until the parser gives up',
      '- Menyusun',
      `${'>'.repeat(5000)} a`,
      [
        `${LESSON}:27: 5000 quotes or lists stand inside each other, and the limit is 16: write one quote or list, or a line of \`---\``,
      ],
    ],
    [
      'nests lists likewise',
      '- Menyusun',
      '- 1. '.repeat(10),
      [
        `${LESSON}:27: 20 quotes or lists stand inside each other, and the limit is 16: write one quote or list, or a line of \`---\``,
      ],
    ],
    [
      'is longer than anything that is parsed',
      /^AI adalah[^]*/m,
      '*a '.repeat(6000),
      [
        `${LESSON}:25: the Markdown has 18000 characters, and the limit is 16384: write 200-300 words, one idea`,
      ],
    ],
  ])('%s', async (_, from, to, problems) => {
    expect(await problemsOf(changed(from, to))).toEqual(problems)
  })

  it('and the rest must fit into one message, with room for the bot', async () => {
    const [problem, ...more] = await problemsOf(changed('AI adalah', 'katakatakata'.repeat(310)))
    expect(more).toEqual([])
    expect(problem).toBe(
      `${LESSON}:25: the whole lesson has 3833 characters, and 3796 is the limit (300 of Telegram's 4096 are kept for the bot's lines): shorten body, task or sources by 37`,
    )
  })

  it.each([
    ['brackets that are meant as such', String.raw`\[a\]\(b\)`],
    ['a remark in brackets', '[a] (b)'],
    ['a line across', '- '.repeat(16)],
    ['a chat', '[a](tg://resolve?domain=a)'],
  ])('not: %s', async (_, text) => {
    expect(await problemsOf(changed('draf', text))).toEqual([])
  })

  it('a task is not parsed either where it is too deep', async () => {
    expect(await problemsOf(changed('Pilih', '>'.repeat(17)))).toEqual([
      `${LESSON}:12: 17 quotes or lists stand inside each other, and the limit is 16: write one quote or list, or a line of \`---\``,
    ])
  })

  it('a link of the task is looked at too', async () => {
    expect(await problemsOf(changed('**satu**', '[satu](satu.md)'))).toEqual([
      `${LESSON}:12: the link to "satu.md" leads nowhere: write its full address, with https://`,
    ])
  })
})
