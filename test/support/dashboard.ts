import { sql } from 'drizzle-orm'
import { createHmac } from 'node:crypto'
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
