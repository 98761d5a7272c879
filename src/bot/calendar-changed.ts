import { noteChange, type Concerned } from '../learning/index.ts'
import type { Scope } from './scope.ts'

/**
 * Working days, or somebody's own, have been changed in this transaction: what waits is moved once it is
 * committed. The note of it goes with the change, so that a crash in between loses neither.
 */
export async function calendarChanged(scope: Scope, concerned: Concerned): Promise<void> {
  await noteChange(scope.tx, concerned, scope.now)
  scope.after.push(scope.deps.replan)
}
