import { sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../platform/db/index.ts'
import { cancel } from './decide-store.ts'

/**
 * Somebody's announcements without their author: what is under way is cancelled, drafts go, and of
 * the others the numbers stay, without chat, messages and words. Copies stay where they were sent.
 *
 * @returns how many were under way
 */
export async function leaveAnnouncements(
  tx: Db,
  personIds: readonly string[],
  now: Date,
): Promise<number> {
  const found = await rowsOf<{ id: number; state: string }>(
    tx,
    sql`
    select id::int, state from announcements
    where author_id in (select unnest(${`{${personIds.join(',')}}`}::uuid[])) order by id`,
  )
  let stopped = 0
  for (const { id, state } of found) {
    if (state === 'draft') {
      await tx.execute(sql`delete from announcements where id = ${id}`)
      continue
    }
    if ((await cancel(tx, id, 'author_erased', now)) !== undefined) stopped++
    await tx.execute(sql`
      update announcements set author_id = null, chat_id = 0, source_ids = '{}', preview_ids = '{}',
        album = null, poll = null, correction = null
      where id = ${id}`)
  }
  return stopped
}
