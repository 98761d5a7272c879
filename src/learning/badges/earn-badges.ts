import type { Db } from '../../platform/db/index.ts'
import { readSettings } from '../settings-store.ts'
import { readStreak } from '../streak/read-streak.ts'
import { badgeNames, badgesOf, FORTNIGHT, type Badge } from './badge-rule.ts'
import { addBadges, readBadgeFacts, readBadges } from './badges-store.ts'

/**
 * Gives a person the badges that are earned by now. For after an answer, in its transaction.
 *
 * @returns those that are new, to be told once; none while the organisation shows no badges
 */
export async function earnBadges(tx: Db, personId: string, now: Date): Promise<Badge[]> {
  const settings = await readSettings(tx)
  if (!settings['badges.shown']) return []
  const had = await readBadges(tx, personId)
  const missing = badgeNames.filter((badge) => !had.has(badge))
  if (missing.length === 0) return []
  const facts = await readBadgeFacts(tx, personId)
  // Days are reckoned only where there could be enough of them.
  const enough = facts.lessonsAnswered + facts.reviewsAnswered >= FORTNIGHT
  const days = missing.includes('steady') && enough ? await readStreak(tx, personId, now) : null
  const longestWithoutGap = days?.longestWithoutGap ?? 0
  const earned = badgesOf({ ...facts, longestWithoutGap }).filter((badge) => !had.has(badge))
  return inOrder(await addBadges(tx, personId, earned, now))
}

/** The badges that a person has; none while the organisation shows none. */
export async function listBadges(db: Db, personId: string): Promise<Badge[]> {
  const settings = await readSettings(db)
  return settings['badges.shown'] ? inOrder([...(await readBadges(db, personId))]) : []
}

function inOrder(some: readonly Badge[]): Badge[] {
  return badgeNames.filter((badge) => some.includes(badge))
}
