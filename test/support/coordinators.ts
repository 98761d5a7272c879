import { sql } from 'drizzle-orm'
import type { World } from './world.ts'

/** Makes somebody a coordinator of a unit by its name; by default of the organisation itself. */
export async function makeCoordinator(
  world: World,
  telegramId: number,
  unit = 'Pemerintah Kabupaten Contoh',
): Promise<void> {
  await world.app.db.execute(sql`
    insert into roles (person_id, role, unit_id, granted_at)
    select p.id, 'coordinator', u.id, p.created_at from people p, units u
    where p.telegram_id = ${telegramId} and u.name = ${unit}`)
}

export async function makeAdmin(world: World, telegramId: number): Promise<void> {
  await world.app.db.execute(sql`
    insert into roles (person_id, role, granted_at)
    select id, 'admin', created_at from people where telegram_id = ${telegramId}`)
}

/** Puts somebody into a unit by its name. */
export async function placeIn(world: World, telegramId: number, unit: string): Promise<void> {
  await world.app.db.execute(sql`
    update people p set unit_id = u.id from units u
    where u.name = ${unit} and p.telegram_id = ${telegramId}`)
}
