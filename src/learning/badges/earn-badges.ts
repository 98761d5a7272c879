import type { Db } from '../../platform/db/index.ts'
import { readSettings } from '../settings-store.ts'
import { readStreak } from '../streak/read-streak.ts'
import { badgeNames, badgesOf, FORTNIGHT, type Badge } from './badge-rule.ts'
import { addBadges, readBadgeFacts, readBadges, type CountedFacts } from './badges-store.ts'

/**
 * Gives people the badges that are earned by now. For after their answers, in the same transaction.
 *
 * @returns those that are new, by the people's ids, to be told once; none while the organisation
 *   shows no badges
 */
export async function earnBadges(
  tx: Db,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Badge[]>> {
  if (personIds.length === 0) return new Map()
  const settings = await readSettings(tx)
  if (!settings['badges.shown']) return new Map()
  const all = await readBadges(tx, personIds)
  const missing = (personId: string): Badge[] =>
    badgeNames.filter((badge) => all.get(personId)?.has(badge) !== true)
  const wanting = personIds.filter((personId) => missing(personId).length > 0)
  if (wanting.length === 0) return new Map()
  const earned = []
  for (const [personId, facts] of await readBadgeFacts(tx, wanting)) {
    const open = missing(personId)
    const longestWithoutGap = open.includes('steady') ? await gapless(tx, personId, facts, now) : 0
    const badges = badgesOf({ ...facts, longestWithoutGap }).filter((badge) => open.includes(badge))
    earned.push(...badges.map((badge) => ({ personId, badge })))
  }
  const fresh = await addBadges(tx, earned, now)
  return new Map(
    [...Map.groupBy(fresh, ({ personId }) => personId)].map(([personId, some]) => [
      personId,
      inOrder(some.map(({ badge }) => badge)),
    ]),
  )
}

/** The most working days without a gap; reckoned only where there could be enough of them. */
async function gapless(
  tx: Db,
  personId: string,
  { lessonsAnswered, reviewsAnswered }: CountedFacts,
  now: Date,
): Promise<number> {
  if (lessonsAnswered + reviewsAnswered < FORTNIGHT) return 0
  return (await readStreak(tx, personId, now)).longestWithoutGap
}

/** The badges that a person has; none while the organisation shows none. */
export async function listBadges(db: Db, personId: string): Promise<Badge[]> {
  const settings = await readSettings(db)
  if (!settings['badges.shown']) return []
  return inOrder([...((await readBadges(db, [personId])).get(personId) ?? [])])
}

function inOrder(some: readonly Badge[]): Badge[] {
  return badgeNames.filter((badge) => some.includes(badge))
}
