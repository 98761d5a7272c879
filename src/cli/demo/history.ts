import { momentOf } from '../../learning/index.ts'
import { findPerson, findUnitByName, grantAdmin } from '../../people/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/index.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import { TIMEZONE } from './bot-config.ts'
import type { Clockwork } from './clockwork.ts'
import type { Cohort } from './cohort.ts'
import { gallery } from './gallery.ts'
import type { InteractiveParts } from './interactive-parts.ts'
import { grantCoordinator } from './ledger-store.ts'
import { KECAMATAN } from './organisation.ts'
import type { Telegram } from './stage.ts'

/** The visitor's Monday begins. */
const TODAY = momentOf(TIMEZONE, '2026-11-23', 8 * 60)

const DAY_MS = 24 * 3600_000

/** 08.00 of the day from Monday to Friday so many of them before the visitor's. */
export function historyBegins(days: number): Date {
  let begins = TODAY
  for (let left = days; left > 0;) {
    begins = new Date(begins.getTime() - DAY_MS)
    if (!['Saturday', 'Sunday'].includes(weekdayOf(begins))) left -= 1
  }
  return begins
}

function weekdayOf(day: Date): string {
  return day.toLocaleDateString('en-GB', { weekday: 'long', timeZone: TIMEZONE })
}

/** Whoever joins on a morning has joined so long after it began. */
const JOINED_WITHIN_MS = 3600_000

/** Lets the days before the visitor's Monday pass, while the page shows how. */
export async function liveHistory(
  { tell, signal }: InteractiveParts,
  {
    clockwork,
    people,
    mornings,
  }: {
    readonly clockwork: Clockwork
    readonly people: Cohort
    /** The mornings on which somebody of the gallery joins who helps to run things. */
    readonly mornings: readonly Date[]
  },
  { clock }: Telegram,
  db: Db,
): Promise<void> {
  const began = elapsedMs()
  // Whoever helps to run things may do so from the day of joining: a visitor need not wait.
  const stops = mornings.map((morning) => new Date(morning.getTime() + JOINED_WITHIN_MS))
  for (const to of [...stops.filter((stop) => stop < TODAY), TODAY]) {
    await pass(clockwork, clock, to, signal)
    if (signal.aborted) return
    await giveRoles(db, clock.now())
  }
  for (const { id } of gallery) people.release(id)
  tell(
    `The history is lived, in ${((elapsedMs() - began) / 1000).toFixed(1)} s: ` +
      `${people.tally.messages} messages. From now on time moves when you move it.`,
  )
}

/** A visitor may have set the clock off already, but not beyond `to`: then the rest follows. */
async function pass(
  clockwork: Clockwork,
  clock: Clock,
  to: Date,
  signal: AbortSignal,
): Promise<void> {
  for (let from = Number.NaN; !signal.aborted && clock.now() < to;) {
    // A jump that fails has been logged: it is not tried for ever.
    if (from === clock.now().getTime()) return
    from = clock.now().getTime()
    clockwork.jump(to)
    await clockwork.arrived()
  }
}

/** The rights of those in the gallery who have joined by now and do not have them yet. */
async function giveRoles(db: Db, now: Date): Promise<void> {
  for (const { id, role, life } of gallery) {
    const person = life === undefined ? undefined : await findPerson(db, id)
    if (person === undefined || life === undefined) continue
    if (role === 'admin') await grantAdmin(db, person.id, now)
    if (role === 'coordinator') {
      const unit = await findUnitByName(db, `Kecamatan ${KECAMATAN[life.unit] ?? ''}`)
      if (unit !== undefined) await grantCoordinator(db, id, unit.id, now)
    }
  }
}
