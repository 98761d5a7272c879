import { itemsOf } from '../build-assessment.ts'
import type { Question } from '../catalogue.ts'
import type { FoundId } from '../parse-lesson.ts'
import type { ReadTrack } from '../read-track.ts'
import { alikeOver, shinglesOf } from './shared-shingles.ts'
import type { Warning } from './warning.ts'

/**
 * Percent of shared word pairs (text and options, Jaccard) above which two questions are one. A
 * question has about 35 pairs, and a word that is changed takes two of them away: with eight of them
 * changed, a quarter, a copy still shares (35-16)/(35+16) = 37%. Questions that are not copies stay
 * far below: the nearest of the 18,915 pairs of the shipped curriculum shared 10%.
 * A copy in wholly other words is not seen: no count of words sees that.
 */
const MOST_ALIKE = 30

/**
 * Questions that are nearly the same, in one track or two: who takes both is asked the same twice. An
 * item of an assessment is held to the lessons' questions and to all other items.
 */
export function nearDuplicates(tracks: readonly ReadTrack[]): Warning[] {
  const asked = tracks.flatMap(({ lessons, assessment: read }) => [
    ...lessons.flatMap(({ lesson, ids }) => (lesson?.questions ?? []).map(placedIn(ids))),
    ...(read?.assessment === undefined ? [] : itemsOf(read.assessment)).map(
      placedIn(read?.items ?? []),
    ),
  ])
  const alike = alikeOver(
    asked.map(({ shingles }) => shingles),
    MOST_ALIKE,
  )
  return alike.flatMap(({ first, second, percent }): Warning[] => {
    const [earlier, later] = [asked[first], asked[second]]
    if (earlier === undefined || later === undefined) return []
    const rounded = Math.round(percent * 10) / 10
    return [
      {
        rule: 'near-duplicate',
        file: later.file,
        line: later.line,
        what: `question ${later.id} shares ${rounded}% of its word pairs with ${earlier.id} (${earlier.file}:${earlier.line}), and ${MOST_ALIKE}% is the most`,
        mend: 'ask another thing in one of the two, or remove it',
        measured: rounded,
        limit: MOST_ALIKE,
      },
    ]
  })
}

function placedIn(ids: readonly (FoundId & { readonly file: string })[]) {
  return ({ id, texts }: Question) => {
    const place = ids.find((found) => found.kind === 'question' && found.id === id)
    const shingles = shinglesOf([texts.id.text, ...texts.id.options.map(({ text }) => text)])
    return { id, file: place?.file ?? '', line: place?.line ?? 1, shingles }
  }
}
