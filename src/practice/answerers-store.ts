import { sql } from 'drizzle-orm'
import { adminsToTell } from '../people/index.ts'
import { rowsOf, type Db } from '../platform/db/index.ts'
import type { AnswererRole } from './schema.ts'

export interface Answerer {
  readonly personId: string
  readonly chatId: number
}

/** In which role somebody is asked; `nobody`: there is no one yet. */
export type AnsweredBy = AnswererRole | 'nobody'

export interface Answerers {
  readonly as: AnsweredBy
  readonly people: readonly Answerer[]
}

/**
 * Who is asked what this person asks: the coordinators of her unit, or of the nearest unit above that
 * has one who can be reached; without any, the admins. Nobody is asked her own question.
 */
export async function answerersFor(db: Db, personId: string): Promise<Answerers> {
  const rows = await rowsOf<{ person_id: string; chat_id: string }>(
    db,
    sql`
    with recursive above as (
      select u.id, u.parent_id, 0 as steps
      from people p join units u on u.id = p.unit_id where p.id = ${personId}
      union all
      select u.id, u.parent_id, a.steps + 1 from units u join above a on u.id = a.parent_id
    ), reachable as (
      select c.id as person_id, c.chat_id, min(a.steps) as steps
      from above a
      join roles r on r.unit_id = a.id and r.role = 'coordinator'
      join people c on c.id = r.person_id
      where c.id <> ${personId} and c.join_step is null and c.unreachable_since is null
      group by c.id
    )
    select person_id, chat_id from reachable
    where steps = (select min(steps) from reachable) order by person_id`,
  )
  if (rows.length > 0) {
    const people = rows.map((row) => ({ personId: row.person_id, chatId: Number(row.chat_id) }))
    return { as: 'coordinator', people }
  }
  const admins = (await adminsToTell(db)).filter(({ id }) => id !== personId)
  return {
    as: admins.length > 0 ? 'admin' : 'nobody',
    people: admins.map(({ id, chatId }) => ({ personId: id, chatId })),
  }
}

/**
 * Who of those with a role was sent a message, or is about to be; by its key, which ends with the
 * person's id. The key is looked up whole: the ledger is long.
 */
export async function askedPeople(db: Db, keyPrefix: string): Promise<Answerer[]> {
  const rows = await rowsOf<{ person_id: string; chat_id: string }>(
    db,
    sql`
    select person_id, chat_id from outbox
    where dedupe_key in (select distinct ${keyPrefix} || person_id from roles)
      and person_id is not null`,
  )
  return rows.map((row) => ({ personId: row.person_id, chatId: Number(row.chat_id) }))
}
