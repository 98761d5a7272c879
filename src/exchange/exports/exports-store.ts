import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import { at, elapsedIn, elapsedNow, type Db, rowsOf } from '../../platform/db/index.ts'
import { exports } from '../schema.ts'
import type { ExportFailure, ExportFilter, ExportFormat, ExportReach } from './words.ts'

export type Export = typeof exports.$inferSelect

/** Elapsed time after which another worker takes up what one has begun and does not get on with. */
const LEASE_MS = 60_000

/** Exports of one person that may be under way: the second waits for nobody's million rows. */
const MOST_AT_ONCE = 2

/** @returns undefined when the person has as many under way as one may */
export async function askExport(
  tx: Db,
  wish: {
    readonly personId: string
    readonly format: ExportFormat
    readonly filter?: ExportFilter | null
  },
  now: Date,
): Promise<number | undefined> {
  const open = await tx
    .select({ id: exports.id })
    .from(exports)
    .where(and(eq(exports.personId, wish.personId), inArray(exports.state, ['asked', 'running'])))
  if (open.length >= MOST_AT_ONCE) return undefined
  const [row] = await tx
    .insert(exports)
    .values({ ...wish, state: 'asked', askedAt: now })
    .returning({ id: exports.id })
  return row?.id
}

export async function findExport(db: Db, id: number): Promise<Export | undefined> {
  const [row] = await db.select().from(exports).where(eq(exports.id, id))
  return row
}

/** Ids of exports that nobody works on. */
export async function waitingExports(db: Db): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`
    select id::int from exports
    where state = 'asked' or (state = 'running' and lease_until < ${elapsedNow}) order by id limit 20`,
  )
  return rows.map(({ id }) => id)
}

/** Takes an export up, unless another works on it. */
export async function leaseExport(db: Db, id: number): Promise<Export | undefined> {
  const [row] = await db
    .update(exports)
    .set({
      state: 'running',
      attempt: sql`${exports.attempt} + 1`,
      leaseUntil: sql`${elapsedIn(LEASE_MS)}`,
      rowsDone: 0,
    })
    .where(
      and(
        eq(exports.id, id),
        sql`(${exports.state} = 'asked' or (${exports.state} = 'running' and ${exports.leaseUntil} < ${elapsedNow}))`,
      ),
    )
    .returning()
  return row
}

type Leased = Pick<Export, 'id' | 'attempt'>

const held = ({ id, attempt }: Leased) =>
  and(eq(exports.id, id), eq(exports.attempt, attempt), eq(exports.state, 'running'))

/** @returns whether the export is still this worker's */
export async function noteProgress(
  db: Db,
  leased: Leased,
  progress: {
    readonly rowsDone?: number
    readonly rowsTotal?: number
    readonly scope?: ExportReach['scope']
  },
): Promise<boolean> {
  const changed = await db
    .update(exports)
    .set({ ...progress, leaseUntil: sql`${elapsedIn(LEASE_MS)}` })
    .where(held(leased))
    .returning({ id: exports.id })
  return changed.length > 0
}

export async function finishExport(
  tx: Db,
  leased: Leased,
  made: { readonly rowsDone: number; readonly bytes: number; readonly expiresAt: Date },
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .update(exports)
    .set({ ...made, state: 'done', finishedAt: now, leaseUntil: null })
    .where(held(leased))
    .returning({ id: exports.id })
  return changed.length > 0
}

export async function failExport(
  tx: Db,
  leased: Leased,
  failure: ExportFailure,
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .update(exports)
    .set({ state: 'failed', failure, finishedAt: now, leaseUntil: null })
    .where(held(leased))
    .returning({ id: exports.id })
  return changed.length > 0
}

/** What broke is tried again at once by whoever comes. */
export async function handBackExport(db: Db, leased: Leased): Promise<void> {
  await db.update(exports).set({ state: 'asked', leaseUntil: null }).where(held(leased))
}

/** The file is there, and not yet out of date. */
export async function standingExport(db: Db, id: number, now: Date): Promise<Export | undefined> {
  const [row] = await db
    .select()
    .from(exports)
    .where(and(eq(exports.id, id), eq(exports.state, 'done'), gt(exports.expiresAt, now)))
  return row
}

/** Deletes files that are out of date, and what dead workers left; their rows stay. */
export async function expireExports(db: Db, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update exports set state = 'expired' where state = 'done' and expires_at <= ${at(now)}`)
    await tx.execute(sql`
      delete from export_pieces p using exports e
      where e.id = p.export_id and (e.state in ('failed', 'expired') or p.attempt < e.attempt)`)
    await tx.execute(sql`
      delete from export_links l using exports e where e.id = l.export_id and e.state = 'expired'
        and l.used_at is null`)
  })
}

/** When the next file is out of date. */
export async function earliestExpiry(db: Db): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: exports.expiresAt })
    .from(exports)
    .where(eq(exports.state, 'done'))
    .orderBy(exports.expiresAt)
    .limit(1)
  return row?.at ?? undefined
}

/** What a person may export at this moment. */
export async function exportReach(db: Db, personId: string): Promise<ExportReach | undefined> {
  const [row] = await rowsOf<{ admin: boolean | null; coordinator: boolean | null }>(
    db,
    sql`
    select bool_or(role = 'admin') as admin, bool_or(role = 'coordinator') as coordinator
    from roles where person_id = ${personId}`,
  )
  if (row?.admin === true) return { viewerId: personId, scope: 'all' }
  return row?.coordinator === true ? { viewerId: personId, scope: 'units' } : undefined
}
