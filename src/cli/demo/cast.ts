import type { AddressForm, JobRole } from '../../people/index.ts'
import type { PersonProfile } from '../../simulator/index.ts'
import { createChance, type Chance } from './chance.ts'
import { habitOf, type HabitName } from './habits.ts'
import { inventName } from './names.ts'

/** A scripted person: who it is, and what it is like. */
export interface Member {
  readonly profile: PersonProfile
  readonly habit: HabitName
  readonly addressForm: AddressForm
  readonly jobRole: JobRole
  /** Reads English: chooses it before anything else. */
  readonly english: boolean
  /** Number of the unit that invites this person. */
  readonly unit: number
  /** The lesson at which the habit's turn comes: pausing, blocking, stopping. */
  readonly turnAt: number
  /** Minutes after the start of the demo at which the person opens the invitation. */
  readonly joinsAfter: number
}

/** Telegram ids of the cast; far from those of the gallery. */
export const FIRST_ID = 700_000_001

/** Every twelfth person reads English. */
const ENGLISH = 1 / 12

const roles = [
  'desa',
  'guru',
  'guru',
  'kesehatan',
  'pelayanan',
  'pelayanan',
  'perencanaan',
  'pimpinan',
] as const

export interface CastOptions {
  readonly people: number
  readonly units: number
  readonly seed: number
  /** Days over which people join: most on the first. */
  readonly joiningDays: number
}

/** Invents the cast: the same seed gives the same people. */
export function inventCast(options: CastOptions): Member[] {
  return Array.from({ length: options.people }, (_, index) => inventMember(index, options))
}

function inventMember(index: number, { seed, units, joiningDays }: CastOptions): Member {
  const chance = createChance(seed, index)
  const { firstName, lastName, woman } = inventName(chance)
  const english = chance.happens(ENGLISH)
  return {
    profile: {
      id: FIRST_ID + index,
      firstName,
      lastName,
      languageCode: english ? 'en' : 'id',
    },
    habit: habitOf(index),
    addressForm: chance.happens(0.08) ? 'none' : woman ? 'ibu' : 'bapak',
    jobRole: chance.pick(roles),
    english,
    unit: index % units,
    turnAt: chance.between(2, 3),
    joinsAfter: joiningMinute(chance, joiningDays),
  }
}

/** In the morning, 08.05 to 09.00, after the apel; seven of ten on the first day. */
function joiningMinute(chance: Chance, joiningDays: number): number {
  const late = chance.happens(0.3)
  const minute = chance.between(5, 60)
  return late && joiningDays > 1 ? chance.between(1, joiningDays - 1) * 24 * 60 + minute : minute
}
