import type { Db } from '../../platform/db/index.ts'
import type { Member } from './cast.ts'
import type { Cohort } from './cohort.ts'
import { addUnits, invite } from './organisation.ts'

export interface GatherOptions {
  /** Each unit invites its own; `member.unit` counts the kecamatan. */
  readonly members: readonly Member[]
  /** 08.00 of the days on which people join. */
  readonly mornings: readonly Date[]
  /** Telegram ids of those who joined in an earlier demo. */
  readonly known: ReadonlySet<number>
  readonly now: Date
}

/** Makes the organisation, and puts an invitation into everybody's hands. */
export async function gather(db: Db, cohort: Cohort, options: GatherOptions): Promise<void> {
  const { members, mornings, known, now } = options
  const units = await addUnits(db, now)
  const codes: string[] = []
  for (const unit of units) codes.push(await invite(db, { unitId: unit.id }, now))
  for (const member of members) {
    const { morning, minute } = member.joins
    const day = mornings[morning] ?? now
    cohort.add(member, {
      code: known.has(member.profile.id) ? undefined : codes[member.unit % codes.length],
      joinsAt: new Date(day.getTime() + minute * 60_000),
    })
  }
}
