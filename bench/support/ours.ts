import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { connectDatabase, type Database, rowsOf } from '../../src/platform/db/index.ts'
import { elapsedMs, pause } from '../../src/platform/elapsed.ts'
import { openContender, type Contender } from './contender.ts'
import type { Stand } from './stand.ts'

export type Backend = 'redis' | 'postgres'
export const backends: readonly Backend[] = ['redis', 'postgres']

/** Node's flags in `npm start`, read where they stand. */
export const START_FLAGS: readonly string[] = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')))
  .scripts.start.split(' ')
  .filter((word) => word.startsWith('--'))

/** The shipped ones. */
export const LESSONS = fileURLToPath(new URL('../../lessons', import.meta.url))

/** Monday, half past nine in Makassar: within everybody's hours. */
export const CIVIL_START = '2026-11-23T01:30:00Z'

/** More than any machine sends: limits off. */
export const UNLIMITED = 1_000_000

/** Longest wait for an outbox to be empty: a row that hangs must not hold up a bench for ever. */
const PATIENCE_MS = 600_000

export interface Ours {
  readonly backend: Backend
  readonly process: Contender
  readonly database: Database
  /** Puts a message to each of so many chats into the outbox, as an announcement would. */
  insert(first: number, count: number): Promise<void>
  /** Waits until no row is pending or in flight; fails when one ended otherwise than sent. */
  drained(): Promise<void>
  close(): Promise<void>
}

export interface OursOptions {
  readonly backend: Backend
  readonly token: string
  readonly apiRoot: string
  readonly sendRate: number
  readonly chatGapMs?: number
  /** A folder for a CPU profile of it. */
  readonly profile?: string | undefined
}

/** The app on a database of its own of the stand, with a connection of the bench's beside it. */
export async function openOurs(stand: Stand, options: OursOptions): Promise<Ours> {
  const { backend, profile, ...settings } = options
  const cloned = await stand.database()
  const database = connectDatabase(cloned.appUrl, { max: 2, name: 'sedikit-bench' })
  const { db } = database
  const child = await openContender(
    'app.ts',
    {
      ...settings,
      appUrl: cloned.appUrl,
      ownerUrl: cloned.ownerUrl,
      ...(backend === 'redis' ? { redisUrl: stand.redisUrl } : {}),
      lessonsDir: LESSONS,
      civilStart: CIVIL_START,
    },
    profile === undefined
      ? START_FLAGS
      : [...START_FLAGS, '--cpu-prof', `--cpu-prof-dir=${profile}`],
  )
  return {
    backend,
    process: child,
    database,
    async insert(first, count) {
      await insertBacklog(database, first, count)
    },
    async drained() {
      const started = elapsedMs()
      for (;;) {
        if (elapsedMs() - started > PATIENCE_MS) throw new Error('the outbox was never drained')
        const [row] = await rowsOf<{ busy: boolean }>(
          db,
          sql`select exists (
            select 1 from outbox where state = 'pending' or state = 'sending') as busy`,
        )
        if (row?.busy === false) break
        await pause(20)
      }
      const [row] = await rowsOf<{ unsent: number }>(
        db,
        sql`select count(*)::int as unsent from outbox where state <> 'sent'`,
      )
      if (row?.unsent !== 0) throw new Error(`${row?.unsent} messages were not sent`)
    },
    async close() {
      await child.close()
      await database.close()
    },
  }
}

/** One announcement to each of the chats, as rows that wait. */
export async function insertBacklog(
  { db }: Pick<Database, 'db'>,
  first: number,
  count: number,
): Promise<void> {
  const args = JSON.stringify({
    key: 'name-too-long',
    variables: { most: 100 },
    locale: 'id',
  })
  await db.execute(sql`
    insert into outbox (lane, kind, args, chat_id, not_after, created_at)
    select 'announcement', 'note', ${args}::jsonb, n,
      ${CIVIL_START}::timestamptz + interval '30 days', ${CIVIL_START}::timestamptz
    from generate_series(${first}::bigint, ${first + count - 1}::bigint) n`)
}
