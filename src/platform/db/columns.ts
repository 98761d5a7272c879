import { sql, type SQL } from 'drizzle-orm'
import {
  bigint,
  timestamp,
  type PgColumn,
  type PgTimestampBuilderInitial,
} from 'drizzle-orm/pg-core'

/** A moment: timestamptz with milliseconds, a Date in code. */
export function moment(name: string): PgTimestampBuilderInitial<string> {
  return timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
}

/** A Telegram id (user, chat, update, message): under 2^53 by Telegram's own promise. */
export const telegramId = (name: string) => bigint(name, { mode: 'number' })

/** Raw SQL gives timestamps as strings, since Drizzle replaces the driver's parsers. */
export function asDate(value: unknown): Date {
  if (value instanceof Date) return value
  if (typeof value === 'string') return new Date(value)
  throw new TypeError(`Expected a timestamp from the database, got ${typeof value}`)
}

export function asDateOrNull(value: unknown): Date | null {
  return value === null || value === undefined ? null : asDate(value)
}

/** A civil moment as a parameter of raw SQL: the driver takes no Date there. */
export function at(date: Date): SQL {
  return sql`${date.toISOString()}::timestamptz`
}

/**
 * An array parameter of raw SQL, as Postgres' own array literal: Drizzle would spread a plain array
 * into one parameter each, and replaces the driver's serializers for arrays of dates.
 */
export function arrayOf(values: readonly (string | number | boolean | null)[], type: string): SQL {
  return sql`${`{${values.map(arrayElement).join(',')}}`}::${sql.raw(type)}[]`
}

/**
 * That a column has one of many values, as one parameter: the text of the query is the same for any
 * number of them, so that it is prepared once (drizzle's `inArray` has a parameter for each).
 */
export function anyOf(column: PgColumn, values: readonly (string | number)[]): SQL {
  return sql`${column} = any(${arrayOf(values, column.getSQLType())})`
}

function arrayElement(value: string | number | boolean | null): string {
  if (value === null) return 'NULL'
  return `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
