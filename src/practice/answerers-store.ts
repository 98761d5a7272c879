import { sql, type SQL } from 'drizzle-orm'
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
  /** The unit whose coordinators they are; null: admins, or nobody. */
  readonly unitId: string | null
  readonly people: readonly Answerer[]
}

/**
 * Who is asked what this person asks: the coordinators of her unit, or of the nearest unit above that
 * has one who can be reached; without any, the admins. Nobody is asked her own question.
 */
export function answerersFor(db: Db, personId: string): Promise<Answerers> {
  return nearest(db, personId, { above: null, keyPrefix: undefined })
}

/**
 * Who is asked next what waits at `standsAt`: the coordinators of the nearest unit above it that has
 * some whom nobody has asked yet; the admins where there is none. A unit that is not above the person
 * any more counts as none: whoever moved is looked after from the new unit on.
 */
export function answerersAbove(
  db: Db,
  {
    id,
    personId,
    standsAt,
  }: {
    readonly id: number
    readonly personId: string
    readonly standsAt: string | null
  },
): Promise<Answerers> {
  return nearest(db, personId, { above: standsAt, keyPrefix: questionPrefix(id) })
}

async function nearest(
  db: Db,
  personId: string,
  { above, keyPrefix }: { readonly above: string | null; readonly keyPrefix: string | undefined },
): Promise<Answerers> {
  const rows = await rowsOf<{ unit_id: string; person_id: string; chat_id: string }>(
    db,
    sql`
    with recursive above as (
      select u.id, u.parent_id, 0 as steps
      from people p join units u on u.id = p.unit_id where p.id = ${personId}
      union all
      select u.id, u.parent_id, a.steps + 1 from units u join above a on u.id = a.parent_id
    ), reachable as (
      select a.id as unit_id, a.steps, c.id as person_id, c.chat_id
      from above a
      join roles r on r.unit_id = a.id and r.role = 'coordinator'
      join people c on c.id = r.person_id
      where c.id <> ${personId} and c.join_step is null and c.unreachable_since is null
        and a.steps > coalesce((select steps from above where id = ${above}::uuid), -1)
        and ${notAsked(keyPrefix, sql`c.id`)})
    select unit_id, person_id, chat_id from reachable
    where steps = (select min(steps) from reachable) order by person_id`,
  )
  const [first] = rows
  if (first !== undefined) {
    const people = rows.map((row) => ({ personId: row.person_id, chatId: Number(row.chat_id) }))
    return { as: 'coordinator', unitId: first.unit_id, people }
  }
  const asked = keyPrefix === undefined ? [] : await askedPeople(db, keyPrefix)
  const admins = (await adminsToTell(db)).filter(
    ({ id }) => id !== personId && !asked.some((one) => one.personId === id),
  )
  return {
    as: admins.length > 0 ? 'admin' : 'nobody',
    unitId: null,
    people: admins.map(({ id, chatId }) => ({ personId: id, chatId })),
  }
}

function notAsked(keyPrefix: string | undefined, personId: SQL): SQL {
  if (keyPrefix === undefined) return sql`true`
  return sql`not exists (select 1 from outbox o where o.dedupe_key = ${keyPrefix} || ${personId})`
}

/** Begins the key of the message that brings a question to somebody; the person's id ends it. */
export function questionPrefix(questionId: number): string {
  return `question:${questionId}:`
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
