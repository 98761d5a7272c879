import type { Fault } from '../problem.ts'
import { lessonPhrases, type PhraseKey } from './phrases.ts'
import { lessonProblems, type LessonFaultKey } from './problems.ts'

/** Words inside a fault, which every reader gets in the own language. */
export interface Phrase {
  readonly phrase: PhraseKey
  readonly values?: FaultValues
}

export type FaultValues = Readonly<Record<string, string | number | Phrase>>

/** Something wrong in a file of lessons: `what` and `mend` in English, as the shell says them. */
export interface LessonFault extends Fault {
  /** The same for people, by its key in the locales, with what it is about. */
  readonly key: LessonFaultKey
  readonly values: FaultValues
}

/** A fault with its file: a path below the lessons' folder, with forward slashes. */
export interface LessonProblem extends LessonFault {
  readonly file: string
}

export function lessonFault(
  line: number,
  key: LessonFaultKey,
  values: FaultValues = {},
): LessonFault {
  const [what, mend] = lessonProblems[key]
  return { line, what: filled(what, values), mend: filled(mend, values), key, values }
}

export function phrase(key: PhraseKey, values?: FaultValues): Phrase {
  return values === undefined ? { phrase: key } : { phrase: key, values }
}

function filled(text: string, values: FaultValues): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole
    return typeof value === 'object'
      ? filled(lessonPhrases[value.phrase], value.values ?? {})
      : String(value)
  })
}
