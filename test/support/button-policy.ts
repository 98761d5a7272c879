import type { AuditAction } from '../../src/audit/index.ts'
import type { Target } from './role-scene.ts'

/**
 * Who may: whoever has joined, coordinators of any unit, those who coordinate the unit that it is
 * about or one above it (`reach`), that unit itself (`holder`) or what stands above both units
 * (`both`), admins, coordinators with units of their own (`ownUnits`); or nobody of these, since it is the matter of one person alone or of somebody who
 * is just joining.
 */
export type Policy =
  | 'joined'
  | 'coordinators'
  | 'reach'
  | 'holder'
  | 'both'
  | 'admins'
  | 'ownUnits'
  | 'owner'
  | 'joining'

export interface ButtonPolicy {
  readonly may: Policy
  /** The argument: one that is about the target, wherever a button is about somebody. */
  readonly of?: (target: Target) => string | number
  /** Whoever may press it, these alone change something of the target; left out: nothing is said. */
  readonly changes?: Policy
  /** There is nothing to do in the scene: nobody is answered, and nothing changes. */
  readonly idle?: true
  /** What is kept in the audit trail of each press that does what it says. */
  readonly audited?: AuditAction
}
