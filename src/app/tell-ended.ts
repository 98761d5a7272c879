import { announcementsEnded } from '../announcements/index.ts'
import { answered, typedRemovalsEnded } from '../bot/index.ts'
import type { Catalogue } from '../content/index.ts'
import { lessonsEnded, previewsEnded } from '../learning/index.ts'
import type { OnEnded } from '../messaging/index.ts'
import { nudgesEnded } from '../nudges/index.ts'
import { markUnreachable } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'

/** What the ledger's word means to the others, in the ledger's own transaction. */
export function tellEnded(catalogue: () => Catalogue, clock: Clock): OnEnded {
  return async (tx, ended) => {
    const now = clock.now()
    const gone = ended.flatMap((row) =>
      row.unreachable && row.personId !== null ? [row.personId] : [],
    )
    const reason = ended.find((row) => row.unreachable)?.reason ?? 'unreachable'
    await markUnreachable(tx, gone, reason, now)
    const graded = await lessonsEnded(tx, catalogue(), ended, now)
    for (const answer of graded) await answered(tx, answer, { now })
    await previewsEnded(tx, ended)
    await nudgesEnded(tx, ended)
    await announcementsEnded(tx, ended, now)
    await typedRemovalsEnded(tx, ended, now)
  }
}
