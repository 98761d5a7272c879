import { sql } from 'drizzle-orm'
import { addUnit } from '../../src/people/index.ts'
import type { World } from './world.ts'

/** Telegram id of the first of them. */
export const FIRST_OF_CROWD = 500_000

/**
 * Adds a unit whose `people` had two lessons in November 2026, of whom `answered` answered both, 35
 * minutes later: one of the two right. @returns the id of the unit
 */
export type AddUnit = (
  name: string,
  parent: string,
  people: number,
  answered: number,
  role?: string,
) => Promise<string>

export function statsCrowd(world: World): AddUnit {
  let added = 0
  return async (name, parent, people, answered, role = 'desa') => {
    const unit = await addUnit(world.app.db, { name, parent, now: world.clock.now() })
    const from = FIRST_OF_CROWD + added
    added += people
    await world.app.db.execute(sql`
      with people as (
        insert into people (id, telegram_id, chat_id, name, job_role, locale, timezone,
          lesson_minute, unit_id, last_seen_at, created_at, joined_at)
        select gen_random_uuid(), ${from}::int + n, ${from}::int + n, 'Rahasia ' || n, ${role}, 'id',
          'Asia/Makassar', 540, ${unit.id}::uuid, '2026-11-09T01:00Z', '2026-11-09T01:00Z',
          '2026-11-09T01:00Z' from generate_series(1, ${people}::int) n
        returning id, telegram_id),
      begun as (
        insert into enrolments (person_id, track_id, state, started_at)
        select id, 'fondasi', 'active', '2026-11-09T01:00Z' from people returning id, person_id),
      brought as (
        insert into deliveries (enrolment_id, person_id, lesson_id, lesson_hash, question_id,
          question_hash, position, bundle_place, state, cause, due_at, due_day, sent_at,
          quiz_sent_at)
        select b.id, p.id, l.lesson_id, l.hash, q.question_id, q.hash, l.position, l.position,
          case when p.telegram_id <= ${from + answered} then 'answered' else 'open' end, 'due', d.due,
          d.due::date, d.due, d.due
        from people p join begun b on b.person_id = p.id
        join live_lessons l on l.track_id = 'fondasi' and l.position <= 2
        join live_questions q on q.lesson_id = l.lesson_id and q.position = 1
        cross join lateral (select '2026-11-18T01:00Z'::timestamptz
          + make_interval(days => l.position::int) as due) d
        returning id, person_id, question_id, question_hash, state, due_at)
      insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key,
        correct, answered_at)
      select person_id, question_id, question_hash, 'lesson:' || id, id, 'a', id % 2 = 0,
        due_at + interval '35 minutes' from brought where state = 'answered'`)
    return unit.id
  }
}
