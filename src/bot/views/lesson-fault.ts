import type { FaultValues, LessonProblem } from '../../content/index.ts'
import { Html, type Translate, type Variables } from '../texts.ts'

/** What is wrong in a file of lessons and how to mend it, in the reader's language, as HTML. */
export function faultText(t: Translate, key: LessonProblem['key'], values: FaultValues): string {
  return t(`lesson-fault-${key}`, inWords(t, values))
}

function inWords(t: Translate, values: FaultValues): Variables {
  const words: Record<string, Variables[string]> = {}
  for (const [name, value] of Object.entries(values)) {
    words[name] =
      typeof value === 'object'
        ? new Html(t(`lesson-phrase-${value.phrase}`, inWords(t, value.values ?? {})))
        : value
  }
  return words
}
