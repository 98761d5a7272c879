import { sql } from 'drizzle-orm'
import type { Db } from '../../src/platform/db/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'

export interface FinishersOptions {
  readonly count: number
  readonly unitId: string | null
  readonly doneAt: Date
  readonly names?: readonly string[]
  readonly trackId?: string
  readonly firstId?: number
}

/** People who finished a track without tapping through it. @returns their ids, in order */
export async function addFinishers(db: Db, options: FinishersOptions): Promise<string[]> {
  const { count, unitId, names = [], trackId = 'fondasi', firstId = 7000 } = options
  const at = options.doneAt.toISOString()
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const name = names[i] ?? `Peserta ${i + 1}`
    const id = crypto.randomUUID()
    await db.execute(sql`
      insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
        lesson_minute, unit_id, last_seen_at, created_at, joined_at)
      values (${id}, ${firstId + i}, ${firstId + i}, ${name}, 'none', 'guru', 'id', 'Asia/Makassar',
        540, ${unitId}, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)`)
    await db.execute(sql`
      insert into enrolments (person_id, track_id, state, started_at, done_at)
      values (${id}, ${trackId}, 'done', ${at}::timestamptz, ${at}::timestamptz)`)
    ids.push(id)
  }
  return ids
}

/** Numbers of the year in the register, in order. */
export async function serialsOf(db: Db): Promise<number[]> {
  const rows = await rowsOf<{ serial: number }>(
    db,
    sql`select serial from certificates order by year, serial`,
  )
  return rows.map(({ serial }) => serial)
}
