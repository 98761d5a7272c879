import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import { withDatabase } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { failedUpdates, row, say } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'

/**
 * What a migration that follows the rules of docs/backup.md does: it adds, and fills by default. And a
 * setting that the newer version has.
 */
const TO_COME = sql`
  alter table people add column to_come text;
  alter table inbox add column to_come integer not null default 0;
  alter table outbox add column to_come integer not null default 0;
  alter table deliveries add column to_come jsonb;
  alter table answers add column to_come boolean not null default false;
  alter table units add column to_come text;
  create table to_come (id integer primary key);
  insert into settings (name, value, changed_at) values ('to.come', '"x"', '2026-11-23Z');
  insert into drizzle.__drizzle_migrations (hash, created_at) values ('to come', 4000000000000)`

describe('a version that runs while a newer one migrates', () => {
  let world: World
  let admin: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    admin = await world.joined(7500, 'Ahmad')
    const who = sql`select id from people where telegram_id = 7500`
    const { id } = await row<{ id: string }>(world, who)
    await grantAdmin(world.app.db, id, world.clock.now())
  })
  afterAll(() => world.close())

  const EVERYTHING = ['/progres', '/materi', '/latihan', '/jadwal', '/peserta', '/statistik']

  it('goes on: what it has prepared is prepared anew, and no update fails', async () => {
    // Often enough that the statements of the chat are prepared by then.
    for (const command of [...EVERYTHING, ...EVERYTHING]) await say(world, admin, command)
    const { name } = await row<{ name: string }>(world, sql`select current_database() as name`)
    const owner = new URL(`/${name}`, inject('ownerUrl')).href
    await withDatabase(owner, (db) => db.execute(TO_COME))
    for (const command of EVERYTHING) {
      expect(await say(world, admin, command)).not.toEqual([])
    }
    await world.joined(7501, 'Siti')
    await world.advance('2026-11-24T01:30:00Z')
    expect(await failedUpdates(world)).toEqual([])
    const failed = sql`select count(*)::int as n from outbox where state in ('failed', 'uncertain')`
    expect(await row(world, failed)).toEqual({ n: 0 })
  })

  it('says so in /status, and one of its kind that starts now is refused', async () => {
    expect((await say(world, admin, '/status'))[0]).toContain('Mulai ulang proses yang lama')
    await expect(world.startApp()).rejects.toThrow('The database is newer than this program')
    expect(await say(world, admin, '/progres')).not.toEqual([])
  })
})
