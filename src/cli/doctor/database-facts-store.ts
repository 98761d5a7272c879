import { sql } from 'drizzle-orm'
import { schemaState } from '../../app.ts'
import { connectDatabase, elapsedNow, rowsOf, type Db } from '../../platform/db/index.ts'
import { messageOf } from '../../platform/errors.ts'
import type { DatabaseFacts, DatabaseSight } from './judge-database.ts'

/** Elapsed milliseconds for any one of the questions. */
const PATIENCE_MS = 7000

export interface DatabaseQuestion {
  readonly url: string
  /** The organisation's time zone. */
  readonly zone: string
  /** Undefined without a token. */
  readonly botId: number | undefined
}

/** Looks at a database as the app's role, and changes nothing. Never rejects for what it is like. */
export async function lookAtDatabase(question: DatabaseQuestion): Promise<DatabaseSight> {
  const { hostname, port, pathname } = new URL(question.url)
  const where = `${hostname}:${port || '5432'}${pathname}`
  const database = connectDatabase(question.url, {
    max: 1,
    name: 'sedikit-doctor',
    patienceMs: PATIENCE_MS,
  })
  try {
    return { kind: 'open', where, facts: await readFacts(database.db, question) }
  } catch (error) {
    return { kind: 'shut', where, code: codeOf(error), said: messageOf(error) }
  } finally {
    await database.close()
  }
}

async function readFacts(db: Db, { zone, botId }: DatabaseQuestion): Promise<DatabaseFacts> {
  return {
    ...(await readServer(db)),
    ...(await readRights(db)),
    knowsZone: await knowsZone(db, zone),
    isOursPolling: botId !== undefined && (await isHeld(db, `poller-${botId}`)),
    schema: await schemaState(db).catch(undefinedWhenForbidden),
  }
}

type ServerFacts = Pick<
  DatabaseFacts,
  | 'versionNumber'
  | 'version'
  | 'isSuperuser'
  | 'trigrams'
  | 'timezone'
  | 'mostConnections'
  | 'connections'
  | 'ownConnections'
  | 'clockMs'
>

/** Connections are counted over the whole server, as its limit is. */
async function readServer(db: Db): Promise<ServerFacts> {
  const [row] = await rowsOf<{
    number: number
    version: string
    superuser: boolean
    trigrams: DatabaseFacts['trigrams']
    zone: string
    most: number
    used: number
    own: number
    clock: string
  }>(
    db,
    sql`select current_setting('server_version_num')::int as number,
      current_setting('server_version') as version,
      coalesce((select rolsuper from pg_roles where rolname = current_user), false) as superuser,
      case when exists (select from pg_extension where extname = 'pg_trgm') then 'there'
        when exists (select from pg_available_extensions where name = 'pg_trgm') then 'available'
        else 'unavailable' end as trigrams,
      current_setting('TimeZone') as zone,
      current_setting('max_connections')::int
        - current_setting('superuser_reserved_connections')::int
        - coalesce(current_setting('reserved_connections', true)::int, 0) as most,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as used,
      (select count(*)::int from pg_stat_activity where datname = current_database()
        and application_name like 'sedikit-%' and application_name <> 'sedikit-doctor') as own,
      extract(epoch from ${elapsedNow})::float8 * 1000 as clock`,
  )
  if (row === undefined) throw new Error('a select without from has a row')
  return {
    versionNumber: row.number,
    version: row.version,
    isSuperuser: row.superuser,
    trigrams: row.trigrams,
    timezone: row.zone,
    mostConnections: row.most,
    connections: row.used,
    ownConnections: row.own,
    clockMs: Number(row.clock),
  }
}

type RightsFacts = Pick<DatabaseFacts, 'tables' | 'closedTables' | 'changesTrail' | 'isQueueClosed'>

async function readRights(db: Db): Promise<RightsFacts> {
  const tables = await rowsOf<{ name: string; open: boolean; changes: boolean }>(
    db,
    sql`select relname as name,
      has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert') as open,
      has_table_privilege(oid, 'update') and has_table_privilege(oid, 'delete') as changes
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    order by relname`,
  )
  const [queue] = await rowsOf<{ closed: boolean }>(
    db,
    sql`select coalesce(not has_schema_privilege(to_regnamespace('bullmq')::oid, 'usage'), false) as closed`,
  )
  return {
    tables: tables.length,
    closedTables: tables
      .filter(({ name, open, changes }) => !open || (name !== TRAIL && !changes))
      .map(({ name }) => name),
    changesTrail: tables.some(({ name, changes }) => name === TRAIL && changes),
    isQueueClosed: queue?.closed === true,
  }
}

/** What the app's role only adds to. */
const TRAIL = 'audit'

/** 22023: invalid_parameter_value */
async function knowsZone(db: Db, zone: string): Promise<boolean> {
  try {
    await rowsOf(db, sql`select timestamptz 'epoch' at time zone ${zone}::text`)
    return true
  } catch (error) {
    if (codeOf(error) === '22023') return false
    throw error
  }
}

/** Whether some session has the place of that name; see holdAlone. */
async function isHeld(db: Db, name: string): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql`select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
      and database = (select oid from pg_database where datname = current_database())
      and ((classid::bigint << 32) | objid::bigint) = hashtextextended(${name}, 0)`,
  )
  return rows.length > 0
}

/** 42501: insufficient_privilege */
function undefinedWhenForbidden(error: unknown): undefined {
  if (codeOf(error) !== '42501') throw error
}

/** Of the innermost error: the database layer wraps the server's. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  const inner = error.cause === undefined ? '' : codeOf(error.cause)
  if (inner !== '') return inner
  if ('code' in error && typeof error.code === 'string') return error.code
  return /time(?:d )?out/i.test(error.message) ? 'ETIMEDOUT' : ''
}
