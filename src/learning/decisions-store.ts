import { sql, type SQL } from 'drizzle-orm'
import { arrayOf } from '../platform/db/index.ts'
import type { Plan, Work } from './plan.ts'

/** The rule's answer for a class and what there is to do. */
export interface Decision {
  readonly class: string
  readonly work: Work
  readonly plan: Plan
  /** When a lesson that is opened now is first followed by a reminder. */
  readonly nextNudgeAt: Date | null
  /** Lessons at once, and reviews in the measure of them; more than one are all of one track. */
  readonly lessons: number
}

/** Decisions as rows: class, work, delivers, cause, day, not_after, next_due_at, next_nudge_at, lessons. */
export function decisionRows(decisions: readonly Decision[]): SQL {
  const delivered = (decision: Decision) =>
    decision.plan.kind === 'deliver' ? decision.plan : undefined
  const moment = (date: Date | null | undefined): string | null => date?.toISOString() ?? null
  return sql`
    select * from unnest(
      ${column(decisions, (d) => d.class, 'text')},
      ${column(decisions, (d) => d.work, 'text')},
      ${column(decisions, (d) => d.plan.kind === 'deliver', 'boolean')},
      ${column(decisions, (d) => delivered(d)?.cause ?? null, 'text')},
      ${column(decisions, (d) => delivered(d)?.day ?? null, 'date')},
      ${column(decisions, (d) => moment(delivered(d)?.notAfter), 'timestamptz')},
      ${column(decisions, (d) => moment(d.plan.nextDueAt), 'timestamptz')},
      ${column(decisions, (d) => moment(d.nextNudgeAt), 'timestamptz')},
      ${column(decisions, (d) => d.lessons, 'smallint')}
    ) as x(class, work, delivers, cause, day, not_after, next_due_at, next_nudge_at, lessons)`
}

function column<T>(
  rows: readonly T[],
  pick: (row: T) => string | number | boolean | null,
  type: string,
): SQL {
  return arrayOf(rows.map(pick), type)
}
