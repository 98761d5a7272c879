import { sql } from 'drizzle-orm'
import { adminsToTell } from '../people/index.ts'
import { arrayOf, rowsOf, type Db } from '../platform/db/index.ts'
import type { AnswererRole } from './schema.ts'

export interface Answerer {
  readonly personId: string
  readonly chatId: number
}

export interface Answerers {
  /** In which role they are asked; none: there is nobody yet. */
  readonly as: AnswererRole | 'nobody'
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

/** Who was sent a question: by the keys of the messages. */
export async function askedPeople(db: Db, keys: readonly string[]): Promise<Answerer[]> {
  const rows = await rowsOf<{ person_id: string; chat_id: string }>(
    db,
    sql`
    select person_id, chat_id from outbox
    where dedupe_key = any(${arrayOf(keys, 'text')}) and person_id is not null`,
  )
  return rows.map((row) => ({ personId: row.person_id, chatId: Number(row.chat_id) }))
}
