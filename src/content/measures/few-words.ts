import { FEWEST_WORDS } from '../limits.ts'
import type { WrittenText } from '../read-lesson.ts'
import type { Warning } from './warning.ts'

/** A body too short to hold a hook, an idea and a worked example. An empty one is an error already. */
export function fewWords({ file, bodyLine, words }: WrittenText): Warning[] {
  if (words === 0 || words >= FEWEST_WORDS) return []
  return [
    {
      rule: 'few-words',
      file,
      line: bodyLine,
      what: `the body has ${words} words, and ${FEWEST_WORDS} is the least`,
      mend: `add ${FEWEST_WORDS - words} or more: a worked example from the reader's own work`,
      measured: words,
      limit: FEWEST_WORDS,
    },
  ]
}
