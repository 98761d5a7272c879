import postgres from 'postgres'
import { UserError } from '../errors.ts'
import { codeOf } from './failure.ts'
import type { Secrets } from './secrets.ts'

export const databaseName = 'sedikit'
export const ownerRole = 'sedikit_owner'
export const appRole = 'sedikit_app'

/**
 * Brings roles, database and rights to what they must be. Safe to repeat, and repeated at every
 * start: the process that began it may have been killed half-way.
 */
export async function provision(port: number, secrets: Secrets): Promise<void> {
  await withClient(port, 'postgres', secrets.superuser, 'postgres', async (sql) => {
    const roles = await sql<{ rolname: string }[]>`select rolname from pg_roles`
    const names = new Set(roles.map((role) => role.rolname))
    // CREATEDB: tests clone their databases from a template.
    if (!names.has(ownerRole)) {
      await sql.unsafe(`create role ${ownerRole} login createdb password '${secrets.owner}'`)
    }
    if (!names.has(appRole)) {
      await sql.unsafe(`create role ${appRole} login password '${secrets.app}'`)
    }
    // The owner may do what the app may: end its sessions, and drop the queue library's schema.
    await sql.unsafe(`grant ${appRole} to ${ownerRole}`)
    const [database] = await sql`select from pg_database where datname = ${databaseName}`
    if (database === undefined) {
      await sql.unsafe(`create database ${databaseName} owner ${ownerRole}`)
    }
  })
  await withClient(port, ownerRole, secrets.owner, databaseName, async (sql) => {
    // CREATE: the queue library makes its own schema as the app. It gives no right in `public`.
    await sql.unsafe(`
      begin;
      revoke all on database ${databaseName} from public;
      grant connect, temporary, create on database ${databaseName} to ${appRole};
      alter default privileges in schema public
        grant select, insert, update, delete on tables to ${appRole};
      alter default privileges in schema public
        grant usage, select on sequences to ${appRole};
      commit`)
  })
}

async function withClient(
  port: number,
  user: string,
  password: string,
  database: string,
  work: (sql: postgres.Sql) => Promise<void>,
): Promise<void> {
  const sql = postgres({
    host: '127.0.0.1',
    port,
    user,
    password,
    database,
    ssl: false,
    max: 1,
    connect_timeout: 30,
    fetch_types: false,
    onnotice: () => undefined,
  })
  try {
    await work(sql)
  } catch (error) {
    // 28P01: invalid_password
    if (codeOf(error) !== '28P01') throw error
    throw new UserError(`The embedded Postgres does not accept the stored password of ${user}`, {
      hint: 'Restore secrets.json in its folder from the backup that the database came from.',
      cause: error,
    })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
