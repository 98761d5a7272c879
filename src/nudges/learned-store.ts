import { sql } from 'drizzle-orm'
import { readSettings } from '../learning/index.ts'
import { arrayOf, at, type Db, rowsOf } from '../platform/db/index.ts'
import { LEARNING_FROM } from './bandit.ts'
import type { Learned, Reminded, Round } from './choose-wording.ts'
import { rungs } from './ladder.ts'

/** What reminders did longer ago says little of today. */
const LOOKED_BACK_MS = 180 * 24 * 3600_000

/** A day that is not over for everybody would count against the reminders of that day. */
const OVER_MS = 24 * 3600_000

/** What reminders of the last half year did; undefined: there are too few people to learn from. */
export async function readLearned(db: Db, now: Date): Promise<Learned | undefined> {
  if ((await countPeople(db)) < LEARNING_FROM) return undefined
  const settings = await readSettings(db)
  return { rounds: await readRounds(db, now), holdOut: settings['nudge.holdout'] }
}

/** Everybody who has joined. */
export async function countPeople(db: Db): Promise<number> {
  const [row] = await rowsOf<{ people: number }>(
    db,
    sql`select count(*)::int as people from people where join_step is null`,
  )
  return row?.people ?? 0
}

/**
 * Reminders of the last half year whose day is over. One that was withdrawn because an answer came
 * first counts too, as it does for those who were held out; one that was refused does not.
 */
export async function readRounds(db: Db, now: Date): Promise<Round[]> {
  const rows = await rowsOf<{
    variant: string | null
    awake: number
    used: number
    answered: number
  }>(
    db,
    sql`
    select variant, awake, count(*)::int as used, count(answered_at)::int as answered
    from nudges
    where created_at between ${at(new Date(now.getTime() - LOOKED_BACK_MS))}
        and ${at(new Date(now.getTime() - OVER_MS))}
      and awake is not null and outcome is distinct from 'failed'
    group by variant, awake`,
  )
  return rows.flatMap((row) => {
    const tone = rungs.find((rung) => row.variant?.startsWith(`${rung}-`) ?? rung === 'gentle')
    return tone === undefined ? [] : [{ ...row, tone }]
  })
}

/** What the choice of words needs to know of people, and whether there is a question to ask them again. */
export interface RemindedFacts extends Pick<Reminded, 'answered' | 'seen'> {
  readonly reviewable: boolean
}

export async function readReminded(
  tx: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, RemindedFacts>> {
  if (personIds.length === 0) return new Map()
  const rows = await rowsOf<{
    id: string
    answered: number
    reviewable: boolean
    seen: RemindedFacts['seen'] | null
  }>(
    tx,
    sql`
    select r.id,
      (select count(*)::int from deliveries d
        where d.person_id = r.id and d.state = 'answered') as answered,
      exists (
        select 1 from review_cards c join live_questions lq on lq.question_id = c.question_id
        where c.person_id = r.id and not exists (
          select 1 from reviews o where o.person_id = c.person_id
            and o.question_id = c.question_id and o.state = 'open')) as reviewable,
      (select json_agg(s) from (
        select n.variant as id, max(n.day)::text as day, count(*)::int as times
        from nudges n where n.person_id = r.id and n.variant is not null
        group by n.variant) s) as seen
    from unnest(${arrayOf([...personIds], 'uuid')}) as r(id)`,
  )
  return new Map(
    rows.map(({ id, answered, reviewable, seen }) => [
      id,
      { answered, reviewable, seen: seen ?? [] },
    ]),
  )
}
