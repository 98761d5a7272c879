import pg from 'pg'
import { unreachableDatabase } from './connect.ts'
import { copyIn, copyOut } from './copy.ts'

/** One connection, for work that belongs to one: a transaction of many statements, and copies. */
export interface Session {
  /** The rows of one statement. */
  rows<T extends Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>
  /** Statements without parameters, one or many. */
  run(text: string): Promise<void>
  /** See `copyOut` and `copyIn`. */
  copyOut(statement: string, take: (piece: Buffer) => Promise<void>): Promise<number>
  copyIn(statement: string, pieces: AsyncIterable<Buffer>): Promise<number>
}

/**
 * What is written down must not depend on the server's or the role's settings: the same rows give the
 * same bytes, and any server reads them.
 */
const SETTINGS = [
  `datestyle = 'ISO, YMD'`,
  `intervalstyle = 'postgres'`,
  `timezone = 'UTC'`,
  `bytea_output = 'hex'`,
  `extra_float_digits = 3`,
  `standard_conforming_strings = on`,
  `search_path = 'public'`,
  `statement_timeout = 0`,
  `lock_timeout = 0`,
  `idle_in_transaction_session_timeout = 0`,
]

/**
 * Opens a session, does the work and closes it, whatever happens. Nothing in it is given up for want of
 * time: a backup takes what it takes.
 *
 * @throws UserError when the database cannot be reached
 */
export async function withSession<T>(
  url: string,
  name: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 30_000,
    keepAlive: true,
  })
  // The next statement says the same; without a listener the error would end the process.
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw unreachableDatabase(url, error)
  })
  try {
    await client.query(SETTINGS.map((setting) => `set ${setting}`).join(';'))
    return await work({
      rows: async <R extends Record<string, unknown>>(
        text: string,
        values: readonly unknown[] = [],
      ) => (await client.query<R>(text, [...values])).rows,
      run: async (text) => {
        await client.query(text)
      },
      copyOut: (statement, take) => copyOut(client, statement, take),
      copyIn: (statement, pieces) => copyIn(client, statement, pieces),
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** All or nothing. */
export async function inTransaction<T>(
  session: Session,
  how: string,
  work: () => Promise<T>,
): Promise<T> {
  await session.run(`begin ${how}`)
  try {
    const result = await work()
    await session.run('commit')
    return result
  } catch (error) {
    // A connection that is lost has rolled it back already.
    await session.run('rollback').catch(() => undefined)
    throw error
  }
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}
