import type { FaultValues } from './lesson-fault.ts'
import type { LessonFaultKey } from './problems.ts'

/** What is said when a rule of ours is broken that no type of zod's holds. */
export class OwnRule {
  readonly key: LessonFaultKey
  readonly valuesOf: (input: unknown) => FaultValues

  constructor(key: LessonFaultKey, valuesOf: (input: unknown) => FaultValues) {
    this.key = key
    this.valuesOf = valuesOf
  }
}

/** For the options of `refine`: zod hands its `params` on in the issue, and `explainIssue` reads them. */
export function saying(
  key: LessonFaultKey,
  valuesOf: (input: unknown) => FaultValues = () => ({}),
): { readonly params: { readonly rule: OwnRule } } {
  return { params: { rule: new OwnRule(key, valuesOf) } }
}
