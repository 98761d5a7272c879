import { sql } from 'drizzle-orm'
import { shortId } from '../../src/bot/short-id.ts'
import { createDraft, EVERYBODY } from '../../src/announcements/index.ts'
import {
  addUnit,
  createInvite,
  createPosterInvite,
  grantAdmin,
  grantRole,
  importRoster,
} from '../../src/people/index.ts'
import { askQuestion, keepReply, shareReply } from '../../src/practice/index.ts'
import { rowsOf, type Db } from '../../src/platform/db/index.ts'
import { bareHandler } from './bare-handler.ts'
import { row } from './journey-chat.ts'
import type { World } from './world.ts'

/** Who presses, in the order of the table's columns. */
export const actors = [
  'stranger',
  'participant',
  'elsewhere',
  'coordinator',
  'above',
  'admin',
] as const
export type Actor = (typeof actors)[number]

/** Telegram ids; the stranger has not joined. */
export const telegramIds: Readonly<Record<Actor, number>> = {
  stranger: 9100,
  participant: 9101,
  elsewhere: 9102,
  coordinator: 9103,
  above: 9104,
  admin: 9105,
}

/** Everything of one participant that a button can name, as buttons name it. */
export interface Target {
  readonly personId: string
  /** A draft of the target's own. */
  readonly announcement: number
  readonly person: string
  readonly place: number
  /** Of a place that was taken off the roster. */
  readonly removal: number
  readonly unit: string
  readonly unitShort: string
  readonly otherShort: string
  readonly lesson: string
  /** The question of its day. */
  readonly asked: string
  readonly track: string
  readonly delivery: number
  readonly leave: number
  readonly question: number
  readonly reply: number
  readonly takeover: number
  readonly doubt: number
  /** Of whom it is. */
  readonly doubted: string
  readonly link: string
  readonly poster: string
  readonly invite: number
  readonly revoked: number
  readonly roleChange: number
  readonly newcomer: string
  readonly away: string
}

export interface Answer {
  /** Kinds of messages, a note with its key. */
  readonly said: readonly string[]
  /** Whether anything about the target's unit is otherwise than before. */
  readonly changed: boolean
  /** What was kept of it in the audit trail. */
  readonly audited: readonly string[]
}

export interface RoleScene {
  readonly target: Target
  /** What comes of a command or a button, for nobody to see: it is taken back at once. */
  act(actor: Actor, what: { readonly text: string } | { readonly data: string }): Promise<Answer>
}

/** What the press of another may never change: all that is known of the target, and roles and invites. */
const standing = sql`
  select md5(concat(
    (select json_agg(p order by p.id) from (
      select id, unit_id, name, paused, moved_away_at, unconfirmed_since, lesson_minute, locale
      from people where telegram_id between 9200 and 9300) p),
    (select json_agg(d order by d.id) from (select id, state from deliveries) d),
    (select json_agg(l) from leaves l where l.id = 1), (select json_agg(a) from announcements a where a.id = 1), (select json_agg(q) from practice_questions q),
    (select json_agg(r) from practice_replies r), (select json_agg(t) from takeovers t),
    (select json_agg(d) from roster_doubts d), (select json_agg(r order by r.id) from roster_places r),
    (select json_agg(i order by i.id) from invites i), (select json_agg(c) from role_changes c),
    (select json_agg(r order by r.person_id, r.unit_id) from roles r))) as digest`

export async function roleScene(world: World): Promise<RoleScene> {
  const target = await lay(world)
  const handle = await bareHandler(world.clock)
  const back = new Error('taken back')
  let updateId = 1
  return {
    target,
    async act(actor, what) {
      let answer: Answer | undefined
      const body = updateOf(telegramIds[actor], updateId++, what)
      await world.app.db
        .transaction(async (tx) => {
          const digest = async (): Promise<unknown> => (await rowsOf(tx, standing))[0]?.['digest']
          const [last] = await rowsOf<{ id: number }>(
            tx,
            sql`select coalesce(max(id), 0)::int as id from outbox`,
          )
          const [trail] = await rowsOf<{ id: number }>(
            tx,
            sql`select coalesce(max(id), 0)::int as id from audit`,
          )
          const before = await digest()
          const receivedAt = world.clock.now()
          await handle(tx, [{ id: 1, updateId, kind: 'message', body, tries: 0, receivedAt }])
          const said = await rowsOf<{ said: string }>(
            tx,
            sql`select case when kind = 'note' then 'note ' || (args ->> 'key') else kind end as said
              from outbox where id > ${last?.id ?? 0} and chat_id = ${telegramIds[actor]} and kind <> 'menu' order by id`,
          )
          const kept = await rowsOf<{ action: string }>(
            tx,
            sql`select action from audit where id > ${trail?.id ?? 0} order by id`,
          )
          answer = {
            said: said.map((one) => one.said),
            changed: (await digest()) !== before,
            audited: kept.map(({ action }) => action),
          }
          throw back
        })
        .catch((error: unknown) => {
          if (error !== back) throw error
        })
      if (answer === undefined) throw new Error('The handler gave no answer')
      return answer
    },
  }
}

function updateOf(
  id: number,
  updateId: number,
  what: { readonly text: string } | { readonly data: string },
): unknown {
  const from = { id, is_bot: false, first_name: 'Uji' }
  const chat = { id, type: 'private', first_name: 'Uji' }
  const message = { message_id: 1, date: 1, chat }
  if ('data' in what) {
    const press = { id: '1', from, chat_instance: '1', data: what.data }
    return { update_id: updateId, callback_query: { ...press, message: { ...message, text: 'x' } } }
  }
  const length = /^\/\w+/.exec(what.text)?.[0].length ?? 0
  const entities = [{ type: 'bot_command', offset: 0, length }]
  return { update_id: updateId, message: { ...message, from, text: what.text, entities } }
}

/** Three units, somebody for each role, and one participant with one of everything. */
async function lay(world: World): Promise<Target> {
  const { db } = world.app
  const now = world.clock.now()
  const unit = await addUnit(db, { name: 'Dinas Contoh', now })
  const other = await addUnit(db, { name: 'Dinas Lain', now })
  const root = (await one<{ id: string }>(db, sql`select id from units where parent_id is null`)).id
  for (const actor of actors) {
    if (actor !== 'stranger') await world.joined(telegramIds[actor], `Uji ${actor}`)
  }
  const names = ['Sasaran', 'Tamu', 'Pindah', 'Ragu Rahman', 'Akun Lama']
  for (const [i, name] of names.entries()) await world.joined(9200 + i, name)
  const idOf = async (telegramId: number): Promise<string> =>
    (await one<{ id: string }>(db, sql`select id from people where telegram_id = ${telegramId}`)).id
  await db.execute(
    sql`update people set unit_id = ${unit.id} where telegram_id >= 9200 or telegram_id in (9101, 9103)`,
  )
  await db.execute(sql`update people set unit_id = ${other.id} where telegram_id = 9102`)
  await grantAdmin(db, await idOf(telegramIds.admin), now)
  for (const [actor, unitId] of [
    ['coordinator', unit.id],
    ['elsewhere', other.id],
    ['above', root],
  ] as const) {
    const personId = await idOf(telegramIds[actor])
    await db.transaction((tx) =>
      grantRole(tx, null, { personId, role: 'coordinator', unitId }, now),
    )
  }
  const at = now.toISOString()
  const person = await idOf(9200)
  const line = (name: string) => ({ line: 2, name, unitId: unit.id, jobRole: null, phone: null })
  await db.transaction((tx) => importRoster(tx, [line('Sasaran'), line('Ragu')], now))
  await db.execute(
    sql`update people set unconfirmed_since = ${at}::timestamptz where telegram_id = 9201`,
  )
  await db.execute(
    sql`update people set moved_away_at = ${at}::timestamptz where telegram_id = 9202`,
  )
  const number = (query: ReturnType<typeof sql>): Promise<number> =>
    one<{ id: number }>(db, query).then(({ id }) => id)
  const lesson = await one<{ lesson_id: string; question_id: string; id: number }>(
    db,
    sql`select lesson_id, question_id, id::int from deliveries where person_id = ${person} limit 1`,
  )
  const reply = await keepReply(
    db,
    { personId: person, lessonId: lesson.lesson_id, text: 'x' },
    now,
  )
  await shareReply(db, { id: reply.id, personId: person }, true, now)
  const change = { personId: await idOf(9204), role: 'coordinator', unitId: unit.id } as const
  const changed = await db.transaction((tx) => grantRole(tx, null, change, now))
  const expiresAt = new Date(now.getTime() + 24 * 3600_000)
  const wish = { unitId: unit.id, maxUses: 9, expiresAt, createdBy: null }
  const link = await createInvite(db, { grants: 'unit', ...wish }, now)
  const doubted = await idOf(9203)
  const question = { personId: person, lessonId: null, text: 'x', askedIn: null, messageId: null }
  const asked = await db.transaction((tx) => askQuestion(tx, question, now))
  return {
    personId: person,
    announcement: await createDraft(db, { authorId: person, chatId: 9200 }, EVERYBODY, now),
    person: shortId(person),
    place: await number(sql`select id::int from roster_places where name = 'Ragu'`),
    removal: await number(sql`
      insert into roster_removals (place_id, unit_id, name, imported_at, removed_at)
      values (999999, ${unit.id}, 'Keliru', ${at}::timestamptz, ${at}::timestamptz)
      returning id::int`),
    unit: unit.id,
    unitShort: shortId(unit.id),
    otherShort: shortId(other.id),
    lesson: lesson.lesson_id,
    asked: lesson.question_id,
    track: 'fondasi',
    delivery: lesson.id,
    leave: await number(sql`
      insert into leaves (person_id, kind, first_day, last_day, created_at)
      values (${person}, 'leave', '2027-01-04', '2027-01-05', ${at}::timestamptz) returning id::int`),
    question: asked.questionId,
    reply: reply.id,
    takeover: await number(sql`
      insert into takeovers (newcomer_id, new_telegram_id, new_chat_id, unit_id, candidates, state, asked_at)
      values (${doubted}, 9203, 9203, ${unit.id}, ${JSON.stringify([person])}::jsonb, 'asked', ${at}::timestamptz)
      returning id::int`),
    doubt: await number(sql`
      insert into roster_doubts (person_id, candidates, state, asked_at)
      select ${doubted}, json_build_array(id)::jsonb, 'asked', ${at}::timestamptz
      from roster_places where name = 'Ragu' returning id::int`),
    doubted: shortId(doubted),
    link,
    poster: await createPosterInvite(db, wish, now),
    invite: await number(sql`select min(id)::int as id from invites where unit_id = ${unit.id}`),
    revoked: await number(sql`
      insert into invites (code_hash, grants, unit_id, max_uses, expires_at, revoked_at, created_at)
      values ('x', 'unit', ${unit.id}, 9, ${expiresAt.toISOString()}::timestamptz, ${at}::timestamptz, ${at}::timestamptz)
      returning id::int`),
    roleChange: changed.kind === 'changed' ? changed.change.id : 0,
    newcomer: shortId(await idOf(9201)),
    away: shortId(await idOf(9202)),
  }

  async function one<T extends Record<string, unknown>>(
    _: Db,
    query: ReturnType<typeof sql>,
  ): Promise<T> {
    return row<T>(world, query)
  }
}
