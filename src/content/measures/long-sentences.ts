import { MOST_SENTENCE_WORDS } from '../limits.ts'
import type { WrittenText } from '../read-lesson.ts'
import { sentenceLengths } from './sentence-lengths.ts'
import type { Warning } from './warning.ts'

/** A body whose sentences are too long on average. */
export function longSentences({ file, bodyLine, body }: WrittenText): Warning[] {
  const lengths = sentenceLengths(body)
  const words = lengths.reduce((sum, length) => sum + length, 0)
  if (words <= MOST_SENTENCE_WORDS * lengths.length) return []
  const mean = Math.round((words / lengths.length) * 10) / 10
  return [
    {
      rule: 'long-sentences',
      file,
      line: bodyLine,
      what: `a sentence has ${mean} words on average, and ${MOST_SENTENCE_WORDS} is the most`,
      mend: `make two of the longest, which has ${Math.max(...lengths)} words, and of others like it`,
      measured: mean,
      limit: MOST_SENTENCE_WORDS,
    },
  ]
}
