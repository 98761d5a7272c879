import type { AddressForm, JobRole } from '../../people/index.ts'
import type { PersonProfile } from '../../simulator/index.ts'
import { createChance } from './chance.ts'
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
  /** Number of the morning, and the minutes after 08.00, at which the invitation is opened. */
  readonly joins: { readonly morning: number; readonly minute: number }
}

/** Telegram ids of the cast; far from those of the gallery. */
export const FIRST_ID = 700_000_001

/** Every twelfth person reads English. */
const ENGLISH = 1 / 12

const FIRST_MORNING = 0.4

/** Minutes after 08.00: from 08.05 to 09.00. */
const AFTER_APEL = [5, 60] as const

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
  /** Mornings on which people join: four of ten on the first, the others on any. */
  readonly mornings: number
}

/** Invents the cast: the same seed gives the same people. */
export function inventCast(options: CastOptions): Member[] {
  return Array.from({ length: options.people }, (_, index) => inventMember(index, options))
}

function inventMember(index: number, { seed, units, mornings }: CastOptions): Member {
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
    joins: {
      morning: chance.happens(FIRST_MORNING) ? 0 : chance.between(0, mornings - 1),
      minute: chance.between(...AFTER_APEL),
    },
  }
}
