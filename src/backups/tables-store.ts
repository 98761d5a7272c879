import type { Session } from '../platform/db/index.ts'
import type { Head } from './manifest.ts'

/**
 * Our tables with the columns that are written; what Postgres reckons itself is not. What belongs to an
 * extension is none of ours.
 */
export async function tablesIn(session: Session): Promise<Head['tables']> {
  return session.rows<{ name: string; columns: string[] }>(`
    select c.relname as name,
      array(
        select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (
        select from pg_depend d
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname`)
}
