import { compareProblems } from '../problem.ts'
import type { ReadLesson } from '../read-lesson.ts'
import type { ReadTrack } from '../read-track.ts'
import { fewWords } from './few-words.ts'
import { longSentences } from './long-sentences.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { reviewAge } from './review-age.ts'
import { warnKeyBalance } from './warn-key-balance.ts'
import { warnRightLongest } from './warn-right-longest.ts'
import type { Warning } from './warning.ts'

/**
 * Everything that is measured and not within its limit, by file and line. What has errors is
 * measured as far as it could be read.
 * @param today YYYY-MM-DD
 */
export function findWarnings(tracks: readonly ReadTrack[], today: string): Warning[] {
  const warnings = tracks.flatMap((track) => [
    // Shares of a part would be warned of, and be in order again once the rest can be read.
    ...(isWhole(track) ? [...warnRightLongest(track), ...warnKeyBalance(track)] : []),
    ...track.lessons.flatMap((lesson) => [
      ...lesson.written.flatMap((text) => [...fewWords(text), ...longSentences(text)]),
      ...reviews(lesson, today),
    ]),
  ])
  return [...warnings, ...nearDuplicates(tracks)].sort(compareProblems)
}

function isWhole({ lessons }: ReadTrack): boolean {
  return lessons.every(({ lesson }) => lesson !== undefined)
}

/** An English lesson that names no review of its own has that of the Indonesian one. */
function reviews({ lesson, written }: ReadLesson, today: string): Warning[] {
  return written.flatMap((text) => {
    const fields = lesson?.texts[text.locale]
    if (fields === undefined) return []
    const inherited = text.locale !== 'id' && fields.reviewed === lesson?.texts.id.reviewed
    return inherited ? [] : reviewAge(text, fields, today)
  })
}
