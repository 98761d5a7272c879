import { sql } from 'drizzle-orm'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { coordinate, preview } from './announcing.ts'
import { addCrowd, openPhones } from './crowd.ts'
import { row } from './journey-chat.ts'
import { tap } from './phone.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

/** People of the organisation by their first names, and who of them coordinates it. */
export async function announcingPeople<N extends string>(
  world: World,
  {
    names,
    coordinators,
    firstId,
  }: {
    readonly names: readonly N[]
    readonly coordinators: readonly N[]
    /** The first one's Telegram id; the others follow. */
    readonly firstId: number
  },
): Promise<Readonly<Record<N, SimulatedPerson>>> {
  const people: [N, SimulatedPerson][] = []
  for (const [place, name] of names.entries()) {
    const first = name.slice(0, 1).toUpperCase() + name.slice(1)
    const person = await world.joined(firstId + place, first)
    if (coordinators.includes(name)) await coordinate(world, person)
    people.push([name, person])
  }
  return Object.fromEntries(people) as Record<N, SimulatedPerson>
}

/** Many more, who have opened the bot and take no lesson meanwhile. @returns their Telegram ids */
export async function announcingCrowd(world: World, count: number): Promise<readonly number[]> {
  const dueAt = new Date('2027-03-01T01:00:00Z')
  const crowd = await addCrowd(world.app.db, { count, dueAt })
  await world.app.db.execute(sql`update people set unit_id = (select id from units limit 1)`)
  openPhones(world.simulator, crowd)
  await world.idle()
  return crowd
}

/** What came today counts as yesterday's: a third one of a day is asked about. */
export async function asYesterday(world: World): Promise<void> {
  await world.app.db.execute(sql`update announcement_recipients set day = day - 1`)
}

/** On how many of these phones a text stands. */
export function copiesOn(world: World, crowd: readonly number[], text: string): number {
  return crowd.filter((id) =>
    world.simulator
      .person({ id, firstName: 'Peserta' })
      .messages()
      .some((m) => m.text === text),
  ).length
}

/** Confirms a text, and lets its first copies go. */
export async function beginRun(
  world: World,
  author: SimulatedPerson,
  { text, crowd }: { readonly text: string; readonly crowd: readonly number[] },
): Promise<void> {
  await asYesterday(world)
  await preview(world, author, () => author.sendText(text))
  tap(author, 'Kirim sekarang')
  await until(async () => {
    const { queued } = await row<{ queued: boolean }>(
      world,
      sql`select queued_at is not null as queued from announcements order by id desc limit 1`,
    )
    return queued
  }, 'recipients written')
  world.clock.moveTo(new Date(world.clock.now().getTime() + 11_000))
  // The first one of a chat has no message that tells of it yet.
  const told = () => author.messages().findLast(({ text }) => text.startsWith('📢'))
  const mayPause = (): boolean =>
    told()
      ?.buttons?.flat()
      .some(({ text }) => text === 'Jeda') === true
  await until(mayPause, 'word that it runs')
  await until(() => copiesOn(world, crowd, text) > 5, 'the first copies')
}
