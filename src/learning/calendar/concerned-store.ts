import { sql, type SQL } from 'drizzle-orm'
import { arrayOf } from '../../platform/db/index.ts'
import { calendarIdColumn } from './rhythm-store.ts'

/** Whom a change of the calendar concerns. */
export type Concerned =
  | { readonly everybody: true }
  | { readonly calendarIds: readonly string[] }
  | { readonly personIds: readonly string[] }

/** As a condition on people `p` that are joined to `placed`. */
export function isConcerned(concerned: Concerned): SQL {
  if ('calendarIds' in concerned) {
    return sql`${calendarIdColumn} = any(${arrayOf(concerned.calendarIds, 'text')})`
  }
  if ('personIds' in concerned) return sql`p.id = any(${arrayOf(concerned.personIds, 'uuid')})`
  return sql`true`
}
