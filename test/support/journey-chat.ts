import { sql, type SQL } from 'drizzle-orm'
import { rowsOf } from '../../src/platform/db/index.ts'
import { describeUpdate, storeUpdates } from '../../src/messaging/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { tap } from './phone.ts'
import type { World } from './world.ts'

/** A moment in Makassar (UTC+8) in 2026, as people there would write it. */
export function makassar(month: number, day: number, hour: number, minute = 0): Date {
  return new Date(Date.UTC(2026, month - 1, day, hour - 8, minute))
}

/** What the bot showed anew while something happened: new messages, and old ones that changed. */
export async function during(
  world: World,
  person: SimulatedPerson,
  act: () => unknown,
): Promise<PhoneMessage[]> {
  const before = new Map(person.messages().map((message) => [message.id, shape(message)]))
  act()
  await world.idle()
  return person.messages().filter((m) => m.fromBot && before.get(m.id) !== shape(m))
}

function shape({ text, buttons, poll }: PhoneMessage): string {
  return JSON.stringify([text, buttons, poll?.id])
}

/** The texts that the bot answered with; the question where it is a quiz. */
export async function say(
  world: World,
  person: SimulatedPerson,
  text: string,
): Promise<readonly string[]> {
  return textsOf(await during(world, person, () => person.sendText(text)))
}

/** Presses the newest button with that text. @returns the texts that the bot answered with */
export async function press(
  world: World,
  person: SimulatedPerson,
  button: string,
): Promise<readonly string[]> {
  return textsOf(await during(world, person, () => tap(person, button)))
}

export function textsOf(messages: readonly PhoneMessage[]): string[] {
  return messages.map((message) => message.poll?.question ?? message.text)
}

/** Opens the bot by a link. @returns the texts that it answered with */
export async function open(
  world: World,
  person: SimulatedPerson,
  code?: string,
): Promise<readonly string[]> {
  return textsOf(await during(world, person, () => person.start(code)))
}

export function newcomer(world: World, id: number, firstName = 'Siti'): SimulatedPerson {
  return world.simulator.person({ id, firstName, languageCode: 'id' })
}

/** The last button with that text, wherever it stands; undefined when there is none. */
export function findButton(person: SimulatedPerson, button: string): PhoneMessage | undefined {
  return person
    .messages()
    .findLast((m) => m.buttons?.flat().some((one) => one.text === button) === true)
}

/** One row of the database, for what no phone can show. */
export async function row<T extends Record<string, unknown>>(world: World, query: SQL): Promise<T> {
  const [found] = await rowsOf<T>(world.app.db, query)
  if (found === undefined) throw new Error('The query found no row')
  return found
}

/** How many rows each of the tables holds that joining writes to. */
export function countJoined(world: World): Promise<Record<string, number>> {
  return row(
    world,
    sql`select (select count(*)::int from people) as people,
      (select count(*)::int from consents) as consents,
      (select count(*)::int from enrolments) as enrolments,
      (select count(*)::int from deliveries) as deliveries,
      (select count(*)::int from roles) as roles`,
  )
}

let forged = 900_000_000

/** Puts an update into the inbox that no app of Telegram would send. */
export async function forge(world: World, update: Record<string, unknown>): Promise<void> {
  const described = describeUpdate({ update_id: forged++, ...update })
  if (described === undefined) throw new Error('No update')
  await storeUpdates(world.app.db, 123_456, [described], world.clock.now())
  await world.idle()
}

/** A press of a button that the bot never offered. */
export function forgePress(world: World, person: SimulatedPerson, data: string): Promise<void> {
  const from = { id: person.id, is_bot: false, first_name: person.firstName }
  return forge(world, {
    callback_query: {
      id: String(forged),
      from,
      chat_instance: '1',
      data,
      message: {
        message_id: person.messages().findLast((m) => m.fromBot)?.id ?? 1,
        date: Math.floor(world.clock.now().getTime() / 1000),
        chat: { id: person.id, type: 'private', first_name: person.firstName },
        text: 'forged',
      },
    },
  })
}

/** Updates that a handler failed on at least once; none is expected, ever. */
export async function failedUpdates(world: World): Promise<readonly unknown[]> {
  return rowsOf(
    world.app.db,
    sql`select kind, state, tries, error from inbox where tries > 0 or state = 'parked'`,
  )
}
