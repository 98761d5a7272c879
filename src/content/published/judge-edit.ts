import type { Locale, QuestionOption } from '../catalogue.ts'
import { tidy } from '../hash.ts'
import { compareTexts, type TextChange } from './compare-texts.ts'
import type { IsOrdinary } from './is-misspelling.ts'
import type { Wording } from './wording.ts'

/**
 * What an edit of a question is, from the least to the most:
 * - `same`: nothing that anybody sees.
 * - `explanation`: only the explanation, which is shown once the answer is given.
 * - `order`: only the order of the options; answers are kept by key, and each phone shuffles them.
 * - `translation`: a language was added or taken away; the others ask what they asked.
 * - `spelling`: case, punctuation, spaces, or words that were misspelt.
 * - `meaning`: something else is asked now, or it cannot be told.
 */
export type EditKind = 'same' | 'explanation' | 'order' | 'translation' | 'spelling' | 'meaning'

export interface Edit {
  readonly kind: EditKind
  /** Why, in words; empty for `same`. */
  readonly reason: string
}

/** Whether the statistics of the question go on: only another meaning ends them. */
export function goesOn(kind: EditKind): boolean {
  return kind !== 'meaning'
}

/**
 * What lies between two wordings of one question, in all their languages. In doubt it is another
 * meaning: statistics that begin anew cost some weeks, statistics over two questions are wrong.
 * @param isOrdinary the words of the curriculum; see vocabulary.ts
 */
export function judgeEdit(before: Wording, after: Wording, isOrdinary: IsOrdinary): Edit {
  if (before.answer !== after.answer) {
    return meaning(`the right answer was ${before.answer} and is ${after.answer}`)
  }
  const edits: Edit[] = []
  for (const locale of ['id', 'en'] as const) {
    const [was, is] = [before.texts[locale], after.texts[locale]]
    if (was === undefined && is === undefined) continue
    if (was === undefined || is === undefined) {
      const what = was === undefined ? 'was added' : 'was taken away'
      edits.push({ kind: 'translation', reason: `${NAMES[locale]} ${what}` })
      continue
    }
    edits.push(
      ...optionEdits(was.options, is.options, isOrdinary),
      ofText('the question', compareTexts(was.text, is.text, isOrdinary)),
    )
    // It is shown after the answer, so it moves none: to explain better costs no statistics.
    if (tidy(was.explanation) !== tidy(is.explanation)) {
      edits.push({ kind: 'explanation', reason: 'the explanation' })
    }
  }
  return gravest(edits)
}

const NAMES: Readonly<Record<Locale, string>> = { id: 'Indonesian', en: 'English' }

function meaning(reason: string): Edit {
  return { kind: 'meaning', reason }
}

function optionEdits(
  before: readonly QuestionOption[],
  after: readonly QuestionOption[],
  isOrdinary: IsOrdinary,
): Edit[] {
  const [was, is] = [keysOf(before), keysOf(after)]
  const gone = was.filter((key) => !is.includes(key))
  const come = is.filter((key) => !was.includes(key))
  if (gone.length > 0 || come.length > 0) {
    const words = [
      ...gone.map((key) => `option ${key} is gone`),
      ...come.map((key) => `option ${key} is new`),
    ]
    return [meaning(words.join(', '))]
  }
  const edits = before.map(({ key, text }) => {
    const now = after.find((option) => option.key === key)?.text ?? ''
    return ofText(`option ${key}`, compareTexts(text, now, isOrdinary))
  })
  return was.join(' ') === is.join(' ')
    ? edits
    : [...edits, { kind: 'order', reason: 'the order of the options' }]
}

function keysOf(options: readonly QuestionOption[]): string[] {
  return options.map(({ key }) => key)
}

function ofText(place: string, change: TextChange): Edit {
  if (change.kind === 'same') return { kind: 'same', reason: '' }
  return { kind: change.kind, reason: `${place}: ${change.how}` }
}

const GRAVITY: Readonly<Record<EditKind, number>> = {
  same: 0,
  explanation: 1,
  order: 2,
  translation: 3,
  spelling: 4,
  meaning: 5,
}

function gravest(edits: readonly Edit[]): Edit {
  return edits.reduce((worst, edit) => (GRAVITY[edit.kind] > GRAVITY[worst.kind] ? edit : worst), {
    kind: 'same',
    reason: '',
  })
}
