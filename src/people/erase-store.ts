import { sql } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../platform/db/index.ts'

/** What is to go with a person beyond the row itself. */
export interface ErasedPerson {
  /** Hers, and places that she closed when she went on with another account. */
  readonly personIds: readonly string[]
  /** Telegram's numbers: of her accounts, and of her chats where they differ. */
  readonly accounts: readonly number[]
  /** As she is called, here and on the list of the organisation. */
  readonly names: readonly string[]
  readonly placeIds: readonly number[]
}

/** All that is to go with a person. @returns undefined where there is none (any more) */
export async function findErased(tx: Db, personId: string): Promise<ErasedPerson | undefined> {
  const own = await rowsOf<{ id: string; account: string; chat: string; name: string }>(
    tx,
    sql`
    select id, telegram_id as account, chat_id as chat, name from people
    where id = ${personId} or (telegram_id < 0 and id in (
      select t.newcomer_id from takeovers t
      where t.person_id = ${personId} and t.state = 'confirmed'))
    order by id`,
  )
  if (!own.some(({ id }) => id === personId)) return undefined
  const personIds = own.map(({ id }) => id)
  const hers = sql`person_id = any(${arrayOf(personIds, 'uuid')})`
  const moved = await rowsOf<{ accounts: string[] }>(
    tx,
    sql`
    select array_remove(array[new_telegram_id, new_chat_id, old_telegram_id, old_chat_id], null)::text[]
      as accounts
    from takeovers where state = 'confirmed' and ${hers}`,
  )
  const places = await rowsOf<{ id: number; name: string }>(
    tx,
    sql`select id::int, name from roster_places where ${hers}`,
  )
  const accounts = [
    ...own.flatMap(({ account, chat }) => [account, chat]),
    ...moved.flatMap((one) => one.accounts),
  ].map(Number)
  return {
    personIds,
    // A number below zero is no person's: it marks a closed place.
    accounts: [...new Set(accounts)].filter((number) => number > 0),
    names: [...new Set([...own, ...places].flatMap(({ name }) => (name ? [name] : [])))],
    placeIds: places.map(({ id }) => id),
  }
}

/**
 * The rows of people and of the roster, and all that hangs on them. Of a place that was taken off the
 * list by hand nobody knows whose it was: those of her unit with her name go.
 *
 * @returns false where the person was gone already
 */
export async function erasePeople(tx: Db, erased: ErasedPerson): Promise<boolean> {
  const { personIds, accounts, names } = erased
  const ids = arrayOf(personIds, 'uuid')
  const numbers = arrayOf(accounts, 'bigint')
  await tx.execute(sql`
    delete from roster_removals r using people p
    where p.id = any(${ids}) and (p.unit_id is null or r.unit_id = p.unit_id)
      and lower(r.name) in (select lower(n) from unnest(${arrayOf(names, 'text')}) n)`)
  await tx.execute(sql`delete from roster_places where person_id = any(${ids})`)
  await tx.execute(sql`
    delete from takeovers where newcomer_id = any(${ids}) or person_id = any(${ids})
      or new_telegram_id = any(${numbers}) or old_telegram_id = any(${numbers})`)
  await tx.execute(sql`delete from invite_guesses where telegram_id = any(${numbers})`)
  const gone = await rowsOf(tx, sql`delete from people where id = any(${ids}) returning id`)
  return gone.length > 0
}
