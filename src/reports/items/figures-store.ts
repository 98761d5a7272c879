import { sql } from 'drizzle-orm'
import { asDate, type Db, rowsOf } from '../../platform/db/index.ts'
import type { ItemFigures } from './analyse-item.ts'
import type { FormPhase } from './form-phase.ts'
import { formItemFigures, itemFigures, itemRefreshes } from './schema.ts'

/** Any number will do, as long as every process uses the same. */
const REFRESH_LOCK = 7_305_471

/** Whether no other process reckons them now; held until the transaction ends. */
export async function holdRefresh(tx: Db): Promise<boolean> {
  const [row] = await rowsOf<{ held: boolean }>(
    tx,
    sql`select pg_try_advisory_xact_lock(${REFRESH_LOCK}) as held`,
  )
  return row?.held ?? false
}

/** Which of the server's processes this connection speaks to. */
export async function backendOf(tx: Db): Promise<number> {
  const [row] = await rowsOf<{ id: number }>(tx, sql`select pg_backend_pid() as id`)
  if (row === undefined) throw new Error('The server did not name its process')
  return row.id
}

/** Ends the statement of another connection, whose transaction is taken back. */
export async function endRefresh(db: Db, backend: number): Promise<void> {
  await db.execute(sql`select pg_cancel_backend(${backend}::int)`)
}

export interface Refresh {
  readonly refreshedAt: Date
  /** The id of the newest answer that was seen; 0: there was none. */
  readonly lastAnswer: number
}

export async function readRefresh(db: Db): Promise<Refresh | undefined> {
  const [row] = await db.select().from(itemRefreshes)
  return row
}

export async function newestAnswer(db: Db): Promise<number> {
  const [row] = await rowsOf<{ id: string | null }>(db, sql`select max(id) as id from answers`)
  return Number(row?.id ?? 0)
}

/** Rows of one insert. */
const CHUNK = 500

export interface ItemRow {
  readonly questionId: string
  readonly version: number
  readonly figures: ItemFigures
}

export interface FormItemRow extends ItemRow {
  readonly phase: FormPhase
}

/** Puts these in the place of what was there. */
export async function keepFigures(
  tx: Db,
  { rows, forms }: { readonly rows: readonly ItemRow[]; readonly forms: readonly FormItemRow[] },
  { refreshedAt, lastAnswer }: Refresh,
): Promise<void> {
  await tx.delete(itemFigures)
  for (let start = 0; start < rows.length; start += CHUNK) {
    await tx.insert(itemFigures).values(rows.slice(start, start + CHUNK))
  }
  await tx.delete(formItemFigures)
  for (let start = 0; start < forms.length; start += CHUNK) {
    await tx.insert(formItemFigures).values(forms.slice(start, start + CHUNK))
  }
  await tx
    .insert(itemRefreshes)
    .values({ refreshedAt, lastAnswer })
    .onConflictDoUpdate({ target: itemRefreshes.only, set: { refreshedAt, lastAnswer } })
}

/** A question of a lesson that is live, in the version that is live and in those before it. */
export interface LiveItem {
  readonly questionId: string
  readonly trackId: string
  readonly version: number
  /** Since when this version is live. */
  readonly since: Date
  /** Undefined: nobody answered it first. */
  readonly figures: ItemFigures | undefined
  readonly earlier: readonly { readonly version: number; readonly figures: ItemFigures }[]
}

/** Every question of a live lesson; of a track where one is named. */
export async function readLiveItems(db: Db, trackId?: string): Promise<LiveItem[]> {
  const rows = await rowsOf<{
    question_id: string
    track_id: string
    version: number
    since: string
    figures: ItemFigures | null
    earlier: { version: number; figures: ItemFigures }[] | null
  }>(
    db,
    sql`
    select q.question_id, l.track_id, v.version,
      (select min(s.first_seen_at) from question_versions s
        where s.question_id = q.question_id and s.version = v.version) as since,
      (select f.figures from item_figures f
        where f.question_id = q.question_id and f.version = v.version) as figures,
      (select json_agg(json_build_object('version', f.version, 'figures', f.figures)
          order by f.version desc) from item_figures f
        where f.question_id = q.question_id and f.version <> v.version) as earlier
    from live_questions q
    join live_lessons l on l.lesson_id = q.lesson_id
    join question_versions v on v.question_id = q.question_id and v.hash = q.hash
    where (${trackId ?? null}::text is null or l.track_id = ${trackId ?? null})
    order by l.track_id, l.position, q.position`,
  )
  return rows.map((row) => ({
    questionId: row.question_id,
    trackId: row.track_id,
    version: row.version,
    since: asDate(row.since),
    figures: row.figures ?? undefined,
    earlier: row.earlier ?? [],
  }))
}
