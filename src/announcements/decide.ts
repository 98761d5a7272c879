import type { Roles } from '../people/index.ts'
import type { AudienceCount } from './audience-store.ts'
import type { NeededApproval } from './words.ts'

/** The time in which a confirmed announcement can be undone before its first copy goes. */
export const UNDO_MS = 10_000

/** Who has to agree: an admin where somebody would get a third one today, a second where it is large. */
export function approvalFor(
  { reached, full }: Pick<AudienceCount, 'reached' | 'full'>,
  { admin }: Pick<Roles, 'admin'>,
  approvalAbove: number,
): NeededApproval {
  if (full > 0 && !admin) return 'admin'
  return reached > approvalAbove ? 'second' : 'none'
}

export interface Forecast {
  /** People to be reached. */
  readonly reached: number
  /** Messages that each of them gets. */
  readonly messages: number
  /** Bulk messages that wait before it. */
  readonly ahead: number
  /** Bulk messages a second. */
  readonly sendRate: number
}

/** Seconds until the last copy is out, at the present pace; a whole number, at least 1. */
export function secondsFor({ reached, messages, ahead, sendRate }: Forecast): number {
  return Math.max(1, Math.ceil((reached * messages + ahead) / sendRate))
}
