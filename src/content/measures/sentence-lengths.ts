import { countWords } from '../check-markdown.ts'

/**
 * The words of each sentence of a text as Telegram shows it, in order. A line is a sentence of its
 * own even without a full stop (an item of a list), and one that ends in the middle of a number
 * ("08.30") or after a quotation goes on: Unicode's rules (UAX 29) decide.
 */
export function sentenceLengths(text: string): number[] {
  return text
    .split('\n')
    .flatMap((line) => [...SENTENCES.segment(line)].map(({ segment }) => countWords(segment)))
    .filter((words) => words > 0)
}

/** The rules are the same for Indonesian and English. */
const SENTENCES = new Intl.Segmenter('id', { granularity: 'sentence' })
