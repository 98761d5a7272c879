import { sql } from 'drizzle-orm'
import { addUnit } from '../../src/people/index.ts'
import type { World } from './world.ts'

/** Telegram id of the first of them. */
export const FIRST_OF_CROWD = 500_000

/** A unit and its people, as they are made. */
export interface Crowd {
  readonly name: string
  readonly parent: string
  readonly people: number
  /** Of whom so many answered both of their lessons, 35 minutes later: the first right. */
  readonly answered: number
  readonly role?: string
  /** Before the number of each of them; the unit's name where it is left out. */
  readonly called?: string
}

/** How many were added to each world: every one has a Telegram id of their own. */
const added = new WeakMap<World, number>()

/** Adds a unit whose people had two lessons in November 2026. @returns the id of the unit */
export async function addCrowd(world: World, crowd: Crowd): Promise<string> {
  const { name, parent, people, answered, role = 'desa', called = name } = crowd
  const unit = await addUnit(world.app.db, { name, parent, now: world.clock.now() })
  const from = FIRST_OF_CROWD + (added.get(world) ?? 0)
  added.set(world, from - FIRST_OF_CROWD + people)
  await world.app.db.execute(sql`
    with people as (
      insert into people (id, telegram_id, chat_id, name, job_role, locale, timezone,
        lesson_minute, unit_id, last_seen_at, created_at, joined_at)
      select gen_random_uuid(), ${from}::int + n, ${from}::int + n, ${called} || ' ' || n, ${role},
        'id', 'Asia/Makassar', 540, ${unit.id}::uuid, '2026-11-09T01:00Z', '2026-11-09T01:00Z',
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
    select person_id, question_id, question_hash, 'lesson:' || id, id, 'a',
      due_at < '2026-11-20', due_at + interval '35 minutes' from brought where state = 'answered'`)
  return unit.id
}

export type AddUnit = (
  name: string,
  parent: string,
  people: number,
  answered: number,
  role?: string,
) => Promise<string>

/** The same for a test that has many, of people whose names must not be seen. */
export function statsCrowd(world: World): AddUnit {
  return (name, parent, people, answered, role = 'desa') =>
    addCrowd(world, { name, parent, people, answered, role, called: 'Rahasia' })
}
