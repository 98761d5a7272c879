import { sql } from 'drizzle-orm'
import type { Db } from '../../src/platform/db/index.ts'
import type { Simulator } from '../../src/simulator/index.ts'

export interface CrowdOptions {
  readonly count: number
  /** The first one's Telegram id; the others follow. */
  readonly firstId?: number
  /** Civil moment at which everybody's next lesson is due. */
  readonly dueAt: Date
}

/** People who have joined and are due together, without tapping through the chat one by one. */
export async function addCrowd(db: Db, options: CrowdOptions): Promise<number[]> {
  const first = options.firstId ?? 5000
  const due = options.dueAt.toISOString()
  await db.execute(sql`
    with crowd as (
      insert into people (id, telegram_id, chat_id, name, address_form, job_role, locale, timezone,
        lesson_minute, last_seen_at, created_at, joined_at)
      select gen_random_uuid(), n, n, 'Peserta ' || n, 'none', 'desa', 'id', 'Asia/Makassar', 540,
        ${due}::timestamptz, ${due}::timestamptz, ${due}::timestamptz
      from generate_series(${first}::bigint, ${first + options.count - 1}::bigint) n
      returning id),
    begun as (
      insert into enrolments (person_id, track_id, state, started_at)
      select id, 'fondasi', 'active', ${due}::timestamptz from crowd)
    insert into learners (person_id, next_due_at, started_at)
    select id, ${due}::timestamptz, ${due}::timestamptz from crowd`)
  return Array.from({ length: options.count }, (_, i) => first + i)
}

/** Their phones: each has opened the bot once, or Telegram would not let it write to them. */
export function openPhones(simulator: Simulator, ids: readonly number[]): void {
  for (const id of ids) simulator.person({ id, firstName: `Peserta ${id}` }).start()
}
