import { sql } from 'drizzle-orm'
import { arrayOf, at, elapsedIn, type Db, rowsOf } from '../platform/db/index.ts'
import type { Lane } from './lanes.ts'
import type { Ended } from './message.ts'

interface BundlePlace {
  readonly bundleId: string | null
  readonly bundlePosition: number
}

/** The next message of each bundle may go, after the gap that a chat needs. */
export async function readyNext(
  tx: Db,
  done: readonly BundlePlace[],
  chatGapMs: number,
): Promise<number[]> {
  const places = done.filter((row) => row.bundleId !== null)
  if (places.length === 0) return []
  const ready = await rowsOf<{ id: string }>(
    tx,
    sql`
    update outbox o set ready = true, retry_at = ${elapsedIn(chatGapMs)}
    from unnest(
      ${arrayOf(
        places.map((p) => p.bundleId),
        'uuid',
      )},
      ${arrayOf(
        places.map((p) => p.bundlePosition + 1),
        'int',
      )}
    ) as r(bundle_id, position)
    where o.bundle_id = r.bundle_id and o.bundle_position = r.position and o.state = 'pending'
    returning o.id`,
  )
  return ready.map((row) => Number(row.id))
}

/** In bundles of which a part was withdrawn: the first message that is left may go. */
export async function readyRest(tx: Db, bundleIds: readonly string[]): Promise<void> {
  if (bundleIds.length === 0) return
  await tx.execute(sql`
    update outbox o set ready = true
    where o.bundle_id = any(${arrayOf(bundleIds, 'uuid')}) and o.state = 'pending' and not o.ready
      and not exists (
        select 1 from outbox before where before.bundle_id = o.bundle_id
          and before.bundle_position < o.bundle_position and before.state in ('pending', 'sending'))`)
}

/** What comes after a message that failed or was cancelled is cancelled too. */
export async function cancelRest(
  tx: Db,
  broken: readonly BundlePlace[],
  now: Date,
): Promise<Ended[]> {
  const places = broken.filter((row) => row.bundleId !== null)
  if (places.length === 0) return []
  return endedRows(
    await rowsOf<EndedRecord>(
      tx,
      sql`
      update outbox o
      set state = 'cancelled', reason = 'the message before it was not sent', finished_at = ${at(now)}
      from unnest(
        ${arrayOf(
          places.map((p) => p.bundleId),
          'uuid',
        )},
        ${arrayOf(
          places.map((p) => p.bundlePosition),
          'int',
        )}
      ) as r(bundle_id, position)
      where o.bundle_id = r.bundle_id and o.bundle_position > r.position and o.state = 'pending'
      returning o.id, o.kind, o.lane, o.args, o.person_id, o.chat_id, o.state, o.reason`,
    ),
  )
}

export type EndedRecord = {
  id: string
  kind: string
  lane: Lane
  args: Record<string, unknown>
  person_id: string | null
  chat_id: string
  state: Ended['state']
  reason: string | null
}

/** Rows that ended without a call. */
export function endedRows(records: readonly EndedRecord[]): Ended[] {
  return records.map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    lane: row.lane,
    args: row.args,
    personId: row.person_id,
    chatId: Number(row.chat_id),
    state: row.state,
    reason: row.reason,
    unreachable: false,
    messageId: null,
    result: null,
  }))
}
