import type { ReadTrack } from '../read-track.ts'
import { keyPositions } from './key-positions.ts'
import { percentOf } from './percent.ts'
import { rightLongest } from './right-longest.ts'
import { sentenceLengths } from './sentence-lengths.ts'
import { lessonsOf, questionsOf } from './track-of.ts'

/** What is counted of one track, in Indonesian, of its lessons that could be read. */
export interface TrackMeasures {
  readonly track: string
  readonly lessons: number
  readonly words: number
  readonly wordsPerSentence: number
  readonly questions: number
  /** Different addresses. */
  readonly sources: number
  /** How many right options stand first, second, third. */
  readonly keys: readonly number[]
  /** Questions whose right option is the longest. */
  readonly rightLongest: number
  readonly rightLongestPercent: number
}

export function measureTrack(track: ReadTrack): TrackMeasures {
  const questions = questionsOf(track)
  const longest = rightLongest(questions, 'id').length
  const urls = lessonsOf(track).flatMap(({ texts }) => texts.id.sources.map(({ url }) => url))
  const bodies = track.lessons.flatMap(({ written }) =>
    written.flatMap(({ locale, body }) => (locale === 'id' ? [body] : [])),
  )
  const lengths = bodies.flatMap(sentenceLengths)
  const inSentences = lengths.reduce((sum, length) => sum + length, 0)
  return {
    track: track.id?.id ?? track.folder,
    lessons: track.lessons.length,
    words: track.lessons.reduce((sum, { words }) => sum + words, 0),
    wordsPerSentence:
      lengths.length === 0 ? 0 : Math.round((inSentences / lengths.length) * 10) / 10,
    questions: track.lessons.reduce((sum, lesson) => sum + lesson.questions, 0),
    sources: new Set(urls).size,
    keys: keyPositions(questions),
    rightLongest: longest,
    rightLongestPercent: percentOf(longest, questions.length),
  }
}
