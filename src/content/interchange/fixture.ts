import fc from 'fast-check'
import type { Lesson, Question, QuestionText, Texts, Track } from '../catalogue.ts'
import { KNOWN_TAGS } from '../known-tags.ts'
import {
  EXPLANATION_LIMIT,
  EXPLANATION_LINE_FEEDS,
  MOST_OPTIONS,
  OPTION_LIMIT,
  QUESTION_LIMIT,
} from '../limits.ts'

/** For tests. What GIFT, XML, Markdown and Moodle's reader may take for something else than text. */
const ODD = [
  '~|=|#|{|}|:|\\|/|%|[|]|<|>|&|"|\'|-|*|_|`|$'.split('|'),
  [
    '|',
    '\\n',
    '\\\\',
    '\\:',
    '::',
    '//',
    '->',
    '####',
    '\n//',
    '\n$CATEGORY: x',
    '\n::',
    '{T}',
    '{#3}',
  ],
  [
    '%50%',
    '%-25.5%',
    '[html]',
    '[plain]',
    '[markdown]',
    '[id:x]',
    '[tag:x]',
    '<b>',
    '</p>',
    '<br>',
  ],
  ['&lt;', '&#61;', '&nbsp;', ']]>', '<!--', '-->', '<![CDATA[', '\t', '  ', '\u00a0', '\u2028'],
  ['é', 'e\u0301', '😀', '—', '“', '„', '\u200d', '\ufeff', '_____', 'TRUE', 'T', 'F'],
].flat()

const WORDS = [
  ['AI', 'data', 'warga', 'mengapa', 'Jum’at', '“baku”', 'Rp10.000,00', 'ke-2', 'dan/atau'],
  ['memper\u00adtanggung\u00adjawabkan', 'Sulawesi Selatan', 'siri’', 'pukul 09.00', '3 × 24 jam'],
].flat()

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS).map((word) => `${word} `) },
  { weight: 6, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
)

/** Moodle's own codes for escaped characters: a text that holds one cannot be told from them. */
const MOODLE_CODE = /&&0\d\d/

/** Text as a lesson's field holds it: trimmed, not empty; what no format carries is left out. */
export function textArbitrary(limit: number, multiline: boolean): fc.Arbitrary<string> {
  return fc
    .array(piece, { minLength: 1, maxLength: 12 })
    .map((pieces) => pieces.join('').replaceAll(/(?![\t\n])[\p{Cc}\ufffd-\uffff]/gu, ''))
    .map((text) => (multiline ? text : text.replaceAll('\n', ' ')).slice(0, limit))
    .map((text) => text.replaceAll(/\p{Cs}/gu, '').trim())
    .filter((text) => text !== '' && !MOODLE_CODE.test(text))
}

const idArbitrary = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:-[a-z0-9]{1,5}){0,2}$/)

/** Telegram shows them side by side: the schema takes none that differ in case or spaces alone. */
const optionsArbitrary = fc.uniqueArray(textArbitrary(OPTION_LIMIT, false), {
  minLength: 2,
  maxLength: MOST_OPTIONS,
  selector: (text) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim(),
})

const explanationArbitrary = textArbitrary(EXPLANATION_LIMIT, true).filter(
  (text) => text.split('\n').length - 1 <= EXPLANATION_LINE_FEEDS,
)

/** All that the schema takes of a question's wording. */
const questionText: fc.Arbitrary<QuestionText> = fc.record({
  objective: textArbitrary(100, false),
  text: textArbitrary(QUESTION_LIMIT, true),
  options: optionsArbitrary.map((texts) =>
    texts.map((text, index) => ({ key: String.fromCharCode(97 + index), text })),
  ),
  explanation: explanationArbitrary,
})

/** A question with the keys a, b, c …; its hash is of no content. */
export const questionArbitrary: fc.Arbitrary<Question> = fc
  .record({
    id: idArbitrary,
    tags: fc.subarray([...KNOWN_TAGS]),
    text: questionText,
    right: fc.nat(),
  })
  .map(({ id, tags, text, right }) => ({
    id,
    hash: '',
    lessonId: 'satu-dua',
    tags,
    answer: text.options[right % text.options.length]?.key ?? 'a',
    texts: { id: text },
  }))

export function lessonOf(questions: readonly Question[], changes: Partial<Lesson> = {}): Lesson {
  return {
    id: 'satu-dua',
    hash: '',
    trackId: 'satu',
    slug: 'dua',
    position: 1,
    minutes: 3,
    texts: {
      id: {
        title: 'Judul',
        objective: 'Tujuan',
        competence: 'AILit: Engage',
        body: 'Isi.',
        task: 'Tugas.',
        sources: [{ title: 'Sumber', url: 'https://contoh.id/a', date: '2026' }],
        reviewed: '2026-11-20',
      },
    },
    questions,
    ...changes,
  }
}

export function trackOf(lessons: readonly Lesson[]): Track {
  return {
    id: 'satu',
    title: { id: 'Satu', en: 'One' },
    description: { id: 'Dasar', en: 'Basics' },
    for: { kind: 'common' },
    lessons,
  }
}

/** A plain question, for tests of one thing. */
export function questionOf(
  options: readonly string[],
  changes: Partial<QuestionText> = {},
  en?: QuestionText,
): Question {
  const id: QuestionText = {
    objective: 'Tujuan',
    text: 'Mana?',
    options: options.map((text, index) => ({ key: String.fromCharCode(97 + index), text })),
    explanation: 'Sebab.',
    ...changes,
  }
  const texts: Texts<QuestionText> = en === undefined ? { id } : { id, en }
  return { id: 'satu-dua-q1', hash: '', lessonId: 'satu-dua', answer: 'a', tags: [], texts }
}
