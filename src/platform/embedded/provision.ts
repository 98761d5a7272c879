import pg from 'pg'
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
  await withClient(port, 'postgres', secrets.superuser, 'postgres', async (client) => {
    const roles = await client.query<{ rolname: string }>('select rolname from pg_roles')
    const names = new Set(roles.rows.map((role) => role.rolname))
    // CREATEDB: tests clone their databases from a template.
    if (!names.has(ownerRole)) {
      await client.query(`create role ${ownerRole} login createdb password '${secrets.owner}'`)
    }
    if (!names.has(appRole)) {
      await client.query(`create role ${appRole} login password '${secrets.app}'`)
    }
    // The owner may do what the app may: end its sessions, too.
    await client.query(`grant ${appRole} to ${ownerRole}`)
    const databases = await client.query('select from pg_database where datname = $1', [
      databaseName,
    ])
    if (databases.rowCount === 0) {
      await client.query(`create database ${databaseName} owner ${ownerRole}`)
    }
    // Whoever has a role may enter these two, unless told otherwise; the app has nothing to do there.
    await client.query('revoke connect, temporary on database postgres, template1 from public')
    await client.query(`grant connect on database postgres to ${ownerRole}`)
  })
  await withClient(port, ownerRole, secrets.owner, databaseName, async (client) => {
    // TEMPORARY: the queue library gathers a batch in a temporary table.
    await client.query(`
      begin;
      revoke all on database ${databaseName} from public, ${appRole};
      grant connect, temporary on database ${databaseName} to ${appRole};
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
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user,
    password,
    database,
    ssl: false,
    connectionTimeoutMillis: 30_000,
  })
  // The statement says the same; without a listener the error would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await work(client)
  } catch (error) {
    // 28P01: invalid_password
    if (codeOf(error) !== '28P01') throw error
    throw new UserError(`The embedded Postgres does not accept the stored password of ${user}`, {
      hint: 'Restore secrets.json in its folder from the backup that the database came from.',
      cause: error,
    })
  } finally {
    await client.end()
  }
}
