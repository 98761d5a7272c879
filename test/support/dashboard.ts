import { sql } from 'drizzle-orm'
import { createHmac } from 'node:crypto'
import { addUnit } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { row } from './journey-chat.ts'
import type { World } from './world.ts'

const TOKEN = '123456:demo'

/** What Telegram gives to a Mini App that somebody opened so many seconds ago. */
export function initDataOf(world: Pick<World, 'clock'>, telegramId: number, age = 5): string {
  const fields = {
    auth_date: String(Math.floor(world.clock.now().getTime() / 1000) - age),
    user: JSON.stringify({ id: telegramId, first_name: 'Uji' }),
  }
  const key = createHmac('sha256', 'WebAppData').update(TOKEN).digest()
  const text = `auth_date=${fields.auth_date}\nuser=${fields.user}`
  const hash = createHmac('sha256', key).update(text).digest('hex')
  return new URLSearchParams({ ...fields, hash }).toString()
}

/** Asks the dashboard as somebody; undefined: as nobody. */
export function askDashboard(
  world: World,
  as: SimulatedPerson | number | undefined,
  path: string,
  init: { readonly method?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const id = typeof as === 'object' ? as.id : as
  return fetch(`http://127.0.0.1:${world.app.webPort}/dasbor/${path}`, {
    redirect: 'manual',
    ...init,
    headers: {
      ...(id === undefined ? {} : { authorization: `tma ${initDataOf(world, id)}` }),
      ...init.headers,
    },
  })
}

/** The id of the person behind a phone. */
export async function personIdOf(world: World, person: SimulatedPerson): Promise<string> {
  const found = await row<{ id: string }>(
    world,
    sql`select id from people where telegram_id = ${person.id}`,
  )
  return found.id
}

let added = 0

/**
 * A unit whose people had two lessons in November, of which `answered` of them answered both: the first
 * right, the second wrong.
 *
 * @returns its id
 */
export async function unitWithPeople(
  world: World,
  {
    name,
    parent,
    people,
    answered,
  }: { name: string; parent: string; people: number; answered: number },
): Promise<string> {
  const unit = await addUnit(world.app.db, { name, parent, now: world.clock.now() })
  const from = 500_000 + added
  added += people
  await world.app.db.execute(sql`
    with people as (
      insert into people (id, telegram_id, chat_id, name, job_role, locale, timezone,
        lesson_minute, unit_id, last_seen_at, created_at, joined_at)
      select gen_random_uuid(), ${from}::int + n, ${from}::int + n, ${name} || ' ' || n, 'desa', 'id',
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
    select person_id, question_id, question_hash, 'lesson:' || id, id, 'a',
      due_at < '2026-11-20', due_at + interval '35 minutes' from brought where state = 'answered'`)
  return unit.id
}

/** Gives somebody a unit to coordinate. */
export async function coordinate(
  world: World,
  person: SimulatedPerson,
  unitId: string,
): Promise<void> {
  await world.app.db.execute(sql`
    insert into roles (person_id, role, unit_id, granted_at)
    values (${await personIdOf(world, person)}, 'coordinator', ${unitId},
      ${world.clock.now().toISOString()})`)
}
