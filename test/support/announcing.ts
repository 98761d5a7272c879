import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { addUnit } from '../../src/people/index.ts'
import { press, row, say } from './journey-chat.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

/** The author's: the one message that tells how far it is. */
export function progressOf(author: SimulatedPerson): PhoneMessage {
  const found = author.messages().findLast(({ text }) => text.startsWith('📢'))
  if (found === undefined) throw new Error('no progress on the phone')
  return found
}

/** Moves civil time on, and sees out what that brings about. */
export async function later(world: World, ms: number): Promise<void> {
  // What the announcer is about to say belongs to the time before.
  await world.app.tick()
  await world.idle()
  world.clock.moveTo(new Date(world.clock.now().getTime() + ms))
  await world.app.tick()
  await world.idle()
}

/** From the command to the preview; `send` puts the message into the chat. */
export async function preview(
  world: World,
  author: SimulatedPerson,
  send: () => unknown,
): Promise<void> {
  await say(world, author, '/pengumuman')
  send()
  await world.idle()
  await press(world, author, 'Lihat pratinjau')
}

/** Waits until the newest announcement is in that state. */
export async function inState(world: World, state: string): Promise<void> {
  await until(async () => {
    const [row] = await rowsOf<{ state: string; unsettled: boolean }>(
      world.app.db,
      sql`select state, unsettled from announcements order by id desc limit 1`,
    )
    return row?.state === state && !row.unsettled
  }, `an announcement that is ${state}`)
  await world.idle()
}

/** Waits until the author's message says so. */
export async function told(world: World, author: SimulatedPerson, words: string): Promise<void> {
  await until(() => progressOf(author).text.includes(words), `word that: ${words}`)
  await world.idle()
}

/** Ends the undo time, and sees everything out. */
export async function pastUndo(world: World): Promise<void> {
  await until(async () => {
    const [row] = await rowsOf<{ queued: boolean }>(
      world.app.db,
      sql`select queued_at is not null as queued from announcements order by id desc limit 1`,
    )
    return row?.queued === true
  }, 'recipients written')
  await later(world, 11_000)
}

/** Sends what is previewed now, and waits until it is done. */
export async function sendNow(world: World, author: SimulatedPerson): Promise<void> {
  await press(world, author, 'Kirim sekarang')
  await pastUndo(world)
  await inState(world, 'done')
  await settled(world)
}

/** Gathered edits of the progress message are due within ten seconds. */
export async function settled(world: World): Promise<void> {
  await later(world, 11_000)
}

export interface OutcomeRow extends Record<string, unknown> {
  readonly telegram_id: string
  readonly outcome: string | null
  readonly acknowledged: boolean
}

/** Every recipient of the newest announcement with the outcome. */
export function outcomes(world: World): Promise<OutcomeRow[]> {
  return rowsOf<OutcomeRow>(
    world.app.db,
    sql`
    select p.telegram_id, r.outcome, r.acknowledged_at is not null as acknowledged
    from announcement_recipients r join people p on p.id = r.person_id
    where r.announcement_id = (select max(id) from announcements) order by p.telegram_id`,
  )
}

/** Makes somebody coordinate the organisation, or a unit of that name, which is added. */
export async function coordinate(
  world: World,
  person: SimulatedPerson,
  unit?: string,
): Promise<void> {
  const db = world.app.db
  const now = world.clock.now()
  const { id } =
    unit === undefined
      ? await row<{ id: string }>(world, sql`select id from units where parent_id is null`)
      : await addUnit(db, { name: unit, now })
  await db.execute(sql`
    insert into roles (person_id, role, unit_id, granted_at)
    select id, 'coordinator', ${id}, ${now.toISOString()}::timestamptz from people
    where telegram_id = ${person.id}`)
}

/** Moves somebody into a unit. */
export async function moveInto(world: World, person: SimulatedPerson, unit: string): Promise<void> {
  await world.app.db.execute(sql`
    update people set unit_id = (select id from units where name = ${unit})
    where telegram_id = ${person.id}`)
}

/** What was kept of announcements in the audit trail: each kind of deed once. */
export async function audited(world: World): Promise<string[]> {
  const rows = await rowsOf<{ action: string }>(
    world.app.db,
    sql`select distinct action from audit where action like 'announcement.%' order by 1`,
  )
  return rows.map(({ action }) => action.replace('announcement.', ''))
}
