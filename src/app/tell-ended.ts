import { announcementsEnded } from '../announcements/index.ts'
import { answered, typedRemovalsEnded } from '../bot/index.ts'
import type { Catalogue } from '../content/index.ts'
import { lessonsEnded, previewsEnded } from '../learning/index.ts'
import { forgetRows, type Ended, type OnEnded } from '../messaging/index.ts'
import { nudgesEnded } from '../nudges/index.ts'
import { markUnreachable } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'

/** The references without which nobody can be told what became of a row of that kind. */
const references: Readonly<Record<string, readonly string[]>> = {
  lesson: ['deliveryId'],
  quiz: ['deliveryId'],
  review: ['reviewId'],
  'assessment-item': ['itemId'],
  nudge: ['deliveryId', 'step'],
}

/** Whether a row of another version still says what it was about. */
function saysWhat({ kind, args }: Ended): boolean {
  return (references[kind] ?? []).every((name) => Number.isSafeInteger(args[name]))
}

/** What the ledger's word means to the others, in the ledger's own transaction. */
export function tellEnded(catalogue: () => Catalogue, clock: Clock): OnEnded {
  return async (tx, ended) => {
    const now = clock.now()
    const gone = ended.flatMap((row) =>
      row.unreachable && row.personId !== null ? [row.personId] : [],
    )
    const reason = ended.find((row) => row.unreachable)?.reason ?? 'unreachable'
    await markUnreachable(tx, gone, reason, now)
    const known = ended.filter(saysWhat)
    const graded = await lessonsEnded(tx, catalogue(), known, now)
    for (const answer of graded) await answered(tx, [answer], { now })
    await previewsEnded(tx, known)
    await nudgesEnded(tx, known)
    await announcementsEnded(tx, known, now)
    await typedRemovalsEnded(tx, known, now)
    // The word that all is erased is to leave nothing behind.
    await forgetRows(
      tx,
      ended.filter(({ kind }) => kind === 'erased'),
    )
  }
}
