import { sql } from 'drizzle-orm'
import { arrayOf } from './columns.ts'
import { rowsOf, type Db } from './connect.ts'

const RIGHTS = [
  'superuser',
  'makes roles',
  'makes databases',
  'replicates',
  'reaches files of the server',
  'owns the tables',
  'changes the audit trail',
  'creates in public',
] as const

/** What the role of a connection could do, and the app never does. See docs/hardening.md. */
export type ExcessRight = (typeof RIGHTS)[number]

/** Roles that Postgres has from the start, and that reach beyond a database. */
const FILES = ['pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program']

/** @param table one that the app only adds to; where it is missing, nothing is said of it */
export async function excessRights(db: Db, table = 'audit'): Promise<readonly ExcessRight[]> {
  const [found] = await rowsOf<Record<ExcessRight, boolean | null>>(
    db,
    sql`
    select role.rolsuper as "superuser",
      role.rolcreaterole as "makes roles",
      role.rolcreatedb as "makes databases",
      role.rolreplication as "replicates",
      exists (select from pg_roles file where file.rolname = any(${arrayOf(FILES, 'name')})
        and pg_has_role(role.oid, file.oid, 'member')) as "reaches files of the server",
      pg_has_role(role.oid, kept.relowner, 'member') as "owns the tables",
      has_table_privilege(role.oid, kept.oid, 'update')
        or has_table_privilege(role.oid, kept.oid, 'delete')
        or has_table_privilege(role.oid, kept.oid, 'truncate') as "changes the audit trail",
      has_schema_privilege(role.oid, 'public', 'create') as "creates in public"
    from pg_roles role left join pg_class kept on kept.oid = to_regclass(${table})
    where role.rolname = current_user`,
  )
  return RIGHTS.filter((right) => found?.[right] === true)
}
