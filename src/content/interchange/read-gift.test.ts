import { describe, expect, it } from 'vitest'
import { readGift } from './read-gift.ts'

const question = (text: string) => {
  const { categories, ...rest } = readGift(text)
  return { questions: categories.flatMap(({ questions }) => questions), ...rest }
}

/** The text of a single question that is taken. */
const taken = (text: string) => {
  const { questions, broken, unsupported } = question(text)
  expect([broken, unsupported]).toEqual([[], []])
  expect(questions).toHaveLength(1)
  return questions[0]
}

describe("Moodle's own examples", () => {
  it('a question on one line', () => {
    expect(taken("Who's buried in Grant's tomb?{~Grant ~Jefferson =no one}")).toMatchObject({
      text: "Who's buried in Grant's tomb?",
      options: ['Grant', 'Jefferson', 'no one'],
      right: 2,
      id: '',
      explanation: '',
    })
  })

  it('a missing word', () => {
    expect(taken("Grant is {~buried =entombed ~living} in Grant's tomb.")).toMatchObject({
      text: "Grant is _____ in Grant's tomb.",
      right: 1,
    })
  })

  it('control characters with a backslash, and feedback over two lines', () => {
    const text = String.raw`::GIFT Control Characters::
Which of the following is NOT a control character? {
   ~ \~     # \~ is a control character.
   ~ \{     # \{ is a control character.
   = \\     # Correct! \\ (backslash) is not a control character. BUT,
              it is used to escape the control characters.
}`
    const { questions, losses } = question(text)
    expect(questions).toMatchObject([
      {
        id: 'GIFT Control Characters',
        options: ['~', '{', '\\'],
        explanation:
          'Correct! \\ (backslash) is not a control character. BUT, it is used to escape the control characters.',
      },
    ])
    expect(losses.map(({ what }) => what)).toEqual(['the feedback of wrong options is lost'])
  })

  it('weights: half a mark is lost, and said to be', () => {
    const { questions, losses } = question(
      'Difficult question.{~wrong answer ~%50%half credit answer =full credit answer}',
    )
    expect(questions).toMatchObject([
      { options: ['wrong answer', 'half credit answer', 'full credit answer'], right: 2 },
    ])
    expect(losses).toMatchObject([{ line: 1, what: 'partial marks are lost' }])
  })

  it('an id number and tags in comments, and HTML', () => {
    const text = [
      '// question: 12  name: Ibu kota',
      '// [id:geo-1] [tag:ibu kota] [tag:a\\]b]',
      '::Ibu kota::[html]<p>Ibu kota <b>Sulsel</b>&nbsp;\\:</p>{',
      '\t=<p>Makassar</p>#<p>Benar</p>',
      '\t~<p>Maros</p>',
      '}',
    ].join('\n')
    const { questions, losses } = question(text)
    expect(questions).toMatchObject([
      {
        line: 3,
        id: 'geo-1',
        tags: ['ibu kota', 'a]b'],
        text: 'Ibu kota Sulsel :',
        options: ['Makassar', 'Maros'],
        explanation: 'Benar',
      },
    ])
    expect(losses).toMatchObject([{ line: 3, what: expect.stringContaining('HTML') }])
  })
})

describe('categories', () => {
  it('hold the questions after them, and are gone back to', () => {
    const text =
      '$CATEGORY: a\n\nX?{=1 ~2}\n\n$CATEGORY: b/c\n\nY?{=1 ~2}\n\n$CATEGORY: a\n\nZ?{=1 ~2}\n'
    expect(
      readGift(text).categories.map(({ path, questions }) => [path, questions.map((q) => q.text)]),
    ).toEqual([
      ['b/c', ['Y?']],
      ['a', ['X?', 'Z?']],
    ])
  })

  it('end with their line', () => {
    expect(readGift('$CATEGORY: a\nX?{=1 ~2}').broken).toMatchObject([
      { line: 2, mend: 'leave a blank line after $CATEGORY' },
    ])
  })
})

describe('what is nothing that this project can ask', () => {
  it.each([
    ['Tulis.{}', 'an essay'],
    ['Terbit di timur.{T}', 'true-false'],
    ['Terbit di timur.{FALSE#Salah#Benar}', 'true-false'],
    ['Dua tambah dua?{=empat =4}', 'short answer'],
    ['Kapan?{#1822:5}', 'a number'],
    ['Kapan?{#\n=1822:0\n=%50%1822:2\n~#Bukan}', 'a number'],
    ['Pasangkan.{=Kanada -> Ottawa =Italia -> Roma}', 'matching'],
    ['Siapa saja?{~%50%A ~%50%B ~C}', 'several right options'],
    ['Siapa saja?{=A =B ~C}', 'several right options'],
    ['Bacalah ini dulu.', 'description'],
  ])('%j', (text, words) => {
    const { questions, broken, unsupported } = question(`\n\n${text}`)
    expect([questions, broken]).toEqual([[], []])
    expect(unsupported).toMatchObject([{ line: 3, what: expect.stringContaining(words) }])
  })
})

describe('what is broken', () => {
  it.each([
    ['::Nama\nApa?{=a ~b}', 3, 'name of the question is not closed'],
    ['Apa?{=a ~b', 3, 'the `{` is not closed'],
    ['Apa?\n{=a {~b}', 4, 'the `{` is not closed'],
    ['Apa? =a\n~b}', 4, 'a `}` closes nothing'],
    ['Apa?{=a ~b}\nApa lagi?{=c ~d}', 4, 'brackets after the answers'],
    ['{=a ~b}', 3, 'no text'],
    ['Apa?{\n~a\n~b}', 3, 'no option is right'],
    ['Apa?{\n=a\n~\n~b}', 5, 'an option has no text'],
    ['Apa?{a =b ~c}', 3, 'the first option has no mark'],
    ['Apa?{~%100%a}', 3, 'one option'],
    ['Apa?{~%900%a =b}', 3, 'no percentage'],
  ])('%j', (text, line, words) => {
    const { questions, broken, unsupported } = question(`\n\n${text}\n\nLain?{=a ~b}`)
    expect(unsupported).toEqual([])
    expect(broken).toMatchObject([{ line, what: expect.stringContaining(words) }])
    expect(questions).toMatchObject([{ text: 'Lain?' }])
  })
})

describe('a text without blank lines', () => {
  it('is no question, and says how long one may be', () => {
    const text = `${'Apa '.repeat(6000)}?{=a ~b}`
    expect(question(text).broken.map(({ what }) => what)).toEqual([
      `the question has ${text.length} characters, and 20000 is the limit`,
    ])
  })
})

describe('text over several lines', () => {
  it('is joined by a space, but for what is broken with \\n', () => {
    const text = 'Baris satu\n   baris dua\\n\n  baris tiga {\n= a\n  b\n~ c }'
    expect(taken(text)).toMatchObject({
      text: 'Baris satu baris dua\nbaris tiga',
      options: ['a b', 'c'],
    })
  })

  it('has no comments in it', () => {
    expect(taken('Satu\n// bukan ini\ndua{=a\n  // nor this\n~b}')).toMatchObject({
      text: 'Satu dua',
      options: ['a', 'b'],
    })
  })
})
