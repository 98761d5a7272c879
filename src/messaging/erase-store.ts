import { sql } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../platform/db/index.ts'

/**
 * What an erasure leaves in place of Telegram's number of an account: nobody's, and no chat's.
 * A number of an update stays beside it for as long as Telegram may repeat the update.
 */
const NOBODY = 0

/**
 * Everything of one account that both ledgers hold: what was sent to it or waits, what came from it
 * and is not handled yet. What is in flight arrives, and nobody is told of it any more. Updates keep
 * their numbers, so that none is handled twice.
 *
 * @param accounts Telegram's numbers of the account and its chats
 */
export async function eraseLedgers(
  tx: Db,
  who: { readonly personIds: readonly string[]; readonly accounts: readonly number[] },
): Promise<void> {
  const accounts = arrayOf(who.accounts, 'bigint')
  await tx.execute(sql`
    with gone as (
      delete from outbox
      where person_id = any(${arrayOf(who.personIds, 'uuid')}) or chat_id = any(${accounts})
      returning id)
    delete from outbox_queue_marks m using gone where m.outbox_id = gone.id`)
  await tx.execute(sql`
    update inbox set person_key = ${NOBODY}, body = null, error = null,
      state = case when state in ('new', 'parked') then 'passed' else state end
    where person_key = any(${accounts})`)
  await tx.execute(sql`delete from chat_pace where chat_id = any(${accounts})`)
}

/**
 * Rows to others in which a name stood as it is (a coordinator was told of somebody by name) are
 * emptied of what they were rendered from; one that still waits is not sent.
 */
export async function eraseNames(tx: Db, names: readonly string[], now: Date): Promise<void> {
  for (const name of names.filter((one) => one !== '')) {
    await tx.execute(sql`
      update outbox set args = '{}', state = case when state = 'pending' then 'cancelled' else state end,
        reason = case when state = 'pending' then 'erased' else reason end,
        finished_at = coalesce(finished_at, ${now.toISOString()}::timestamptz)
      where lane = 'reply' and state <> 'sending' and strpos(args::text, ${JSON.stringify(name)}) > 0`)
  }
}

/**
 * What an account left that came once more after it was erased: its oldest update that is not handled
 * is the one that is being handled now, and what comes after it is none of an erasure's.
 */
export async function eraseHandled(tx: Db, account: number): Promise<void> {
  await tx.execute(sql`
    update inbox set person_key = ${NOBODY}, body = null, error = null
    where person_key = ${account} and (state <> 'new' or id = (
      select min(i.id) from inbox i where i.person_key = ${account} and i.state = 'new'))`)
}

/** Messages that leave no row behind once they have ended, nor a trace of their chats. */
export async function forgetRows(
  tx: Db,
  ended: readonly { readonly id: number; readonly chatId: number }[],
): Promise<void> {
  if (ended.length === 0) return
  const ids = arrayOf(
    ended.map(({ id }) => id),
    'bigint',
  )
  await tx.execute(sql`delete from outbox where id = any(${ids})`)
  await tx.execute(sql`delete from outbox_queue_marks where outbox_id = any(${ids})`)
  await tx.execute(sql`
    delete from chat_pace where chat_id = any(${arrayOf(
      ended.map(({ chatId }) => chatId),
      'bigint',
    )})`)
}

/** Which of these rows the ledger still has. */
export async function stillThere(tx: Db, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from outbox where id = any(${arrayOf(ids, 'bigint')}) for key share`,
  )
  return new Set(rows.map(({ id }) => Number(id)))
}
