import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { RosterImported } from '../../people/index.ts'
import { at, elapsedIn, elapsedNow, type Db, rowsOf } from '../../platform/db/index.ts'
import { rosterImportChanges, rosterImports } from '../schema.ts'
import type { ImportSummary, Line, Refusal } from './words.ts'

export type RosterImport = typeof rosterImports.$inferSelect

/** Elapsed time after which another worker takes up what one has begun and does not get on with. */
const LEASE_MS = 240_000

/** Civil time for which a dry run can be carried out, and an import be taken back. */
const DRY_RUN_MS = 24 * 3600_000
const KEPT_MS = 7 * 24 * 3600_000

/** Rows of one statement. */
const CHUNK = 5000

/** A file that somebody sent; what they sent before and did not carry out is dropped. */
export async function askImport(
  tx: Db,
  file: { readonly personId: string; readonly fileId: string; readonly kind: 'csv' | 'xlsx' },
  now: Date,
): Promise<number> {
  await tx
    .update(rosterImports)
    .set({ state: 'dropped', fileId: null, lines: null })
    .where(
      and(
        eq(rosterImports.personId, file.personId),
        inArray(rosterImports.state, ['asked', 'checked', 'refused']),
      ),
    )
  const [row] = await tx
    .insert(rosterImports)
    .values({ ...file, state: 'asked', askedAt: now })
    .returning({ id: rosterImports.id })
  if (row === undefined) throw new Error('The import was not stored')
  return row.id
}

export async function findImport(db: Db, id: number): Promise<RosterImport | undefined> {
  const [row] = await db.select().from(rosterImports).where(eq(rosterImports.id, id))
  return row
}

/** The same, held until the transaction ends: of two taps one comes second. */
export async function lockImport(tx: Db, id: number): Promise<RosterImport | undefined> {
  const [row] = await tx.select().from(rosterImports).where(eq(rosterImports.id, id)).for('update')
  return row
}

/** Ids of imports that nobody works on. */
export async function waitingImports(db: Db): Promise<number[]> {
  const rows = await rowsOf<{ id: number }>(
    db,
    sql`
    select id::int from roster_imports
    where state in ('asked', 'wished') and (lease_until is null or lease_until < ${elapsedNow})
    order by id limit 20`,
  )
  return rows.map(({ id }) => id)
}

/** Takes an import up, unless another works on it. */
export async function leaseImport(db: Db, id: number): Promise<RosterImport | undefined> {
  const [row] = await db
    .update(rosterImports)
    .set({ attempt: sql`${rosterImports.attempt} + 1`, leaseUntil: sql`${elapsedIn(LEASE_MS)}` })
    .where(
      and(
        eq(rosterImports.id, id),
        inArray(rosterImports.state, ['asked', 'wished']),
        sql`(${rosterImports.leaseUntil} is null or ${rosterImports.leaseUntil} < ${elapsedNow})`,
      ),
    )
    .returning()
  return row
}

type Leased = Pick<RosterImport, 'id' | 'attempt' | 'state'>

const held = ({ id, attempt, state }: Leased) =>
  and(eq(rosterImports.id, id), eq(rosterImports.attempt, attempt), eq(rosterImports.state, state))

/** What the dry run found. @returns whether it was still this worker's */
export async function noteChecked(
  tx: Db,
  leased: Leased,
  found: {
    readonly digest: string
    readonly summary: ImportSummary
    readonly lines: readonly Line[]
  },
): Promise<boolean> {
  return change(tx, leased, { ...found, state: 'checked' })
}

export async function noteRefused(tx: Db, leased: Leased, refusal: Refusal): Promise<boolean> {
  return change(tx, leased, { state: 'refused', refusal, fileId: null, lines: null })
}

/** It was carried out; in the same transaction, with what takes it back. */
export async function noteApplied(
  tx: Db,
  leased: Leased,
  summary: ImportSummary,
  made: RosterImported['made'],
  now: Date,
): Promise<boolean> {
  const applied = await change(tx, leased, {
    state: 'applied',
    summary,
    appliedAt: now,
    fileId: null,
  })
  for (let from = 0; applied && from < made.length; from += CHUNK) {
    await tx
      .insert(rosterImportChanges)
      .values(made.slice(from, from + CHUNK).map((one) => ({ importId: leased.id, ...one })))
  }
  return applied
}

async function change(
  tx: Db,
  leased: Leased,
  to: Partial<typeof rosterImports.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(rosterImports)
    .set({ ...to, attempt: 0, leaseUntil: null })
    .where(held(leased))
    .returning({ id: rosterImports.id })
  return changed.length > 0
}

/** What broke waits for the next look. */
export async function handBackImport(db: Db, leased: Leased): Promise<void> {
  await db.update(rosterImports).set({ leaseUntil: null }).where(held(leased))
}

export type Wished = 'wished' | 'stale'

/** To be carried out, as its dry run says. */
export async function wishImport(
  tx: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
  now: Date,
): Promise<Wished> {
  const found = await lockImport(tx, id)
  const stands =
    found?.personId === personId &&
    found.state === 'checked' &&
    found.summary?.faults === 0 &&
    found.askedAt.getTime() > now.getTime() - DRY_RUN_MS
  if (!stands) return 'stale'
  await tx.update(rosterImports).set({ state: 'wished' }).where(eq(rosterImports.id, id))
  return 'wished'
}

/** @returns whether there was a dry run to drop */
export async function dropImport(
  tx: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
): Promise<boolean> {
  const dropped = await tx
    .update(rosterImports)
    .set({ state: 'dropped', fileId: null, lines: null })
    .where(
      and(
        eq(rosterImports.id, id),
        eq(rosterImports.personId, personId),
        eq(rosterImports.state, 'checked'),
      ),
    )
    .returning({ id: rosterImports.id })
  return dropped.length > 0
}

/** What an import did, so that it can be taken back; undefined when it cannot any more. */
export async function takenUp(tx: Db, id: number): Promise<RosterImported['made'] | undefined> {
  const found = await lockImport(tx, id)
  if (found?.state !== 'applied') return undefined
  const rows = await tx
    .select({ placeId: rosterImportChanges.placeId, before: rosterImportChanges.before })
    .from(rosterImportChanges)
    .where(eq(rosterImportChanges.importId, id))
  return rows.length === 0 ? undefined : rows
}

export async function noteUndone(tx: Db, id: number, now: Date): Promise<void> {
  await tx.delete(rosterImportChanges).where(eq(rosterImportChanges.importId, id))
  await tx
    .update(rosterImports)
    .set({ state: 'undone', undoneAt: now, lines: null })
    .where(eq(rosterImports.id, id))
}

/** Clears what imports say of people once it is of no use; their numbers stay. */
export async function forgetImports(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MS)
  await db
    .update(rosterImports)
    .set({ state: 'dropped', fileId: null, lines: null })
    .where(
      and(
        eq(rosterImports.state, 'checked'),
        lt(rosterImports.askedAt, new Date(now.getTime() - DRY_RUN_MS)),
      ),
    )
  await db
    .update(rosterImports)
    .set({ fileId: null, lines: null })
    .where(and(isNotNull(rosterImports.lines), lt(rosterImports.askedAt, before)))
  await db.execute(sql`
    delete from roster_import_changes c using roster_imports i
    where i.id = c.import_id and i.asked_at < ${at(before)}`)
}
