import { sql } from 'drizzle-orm'
import { copyFile, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { withDatabase, rowsOf, type Db } from '../../src/platform/db/index.ts'
import { cloneDatabase, emptyDatabase, type ClonedDatabase } from '../support/database.ts'
import { callInProcess, runCommand } from '../support/journey-process.ts'
import { row } from '../support/journey-chat.ts'
import { statsCrowd } from '../support/stats-crowd.ts'
import { layWholePerson } from '../support/whole-person.ts'
import { openWorld, type World } from '../support/world.ts'

type Counts = Readonly<Record<string, number>>

/** The rows of every table of ours, counted. */
async function countsOf(db: Db): Promise<Counts> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [found] = await rowsOf<{ count: number }>(
      db,
      sql`select count(*)::int as count from ${sql.identifier(name)}`,
    )
    counts[name] = found?.count ?? 0
  }
  return counts
}

interface Made {
  readonly file: string
  readonly bytes: number
  readonly rows: number
}

/** One organisation that has learned for some days, with somebody who stands in every table. */
describe('backup and restore', () => {
  let world: World
  let folder: string
  let before: Counts
  let made: Made
  let source: Record<string, string>
  const opened: ClonedDatabase[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sedikit-backup-'))
    world = await openWorld()
    await world.joined(7300, 'Andi')
    await world.joined(7301, 'Zulaikha')
    const idOf = async (telegramId: number): Promise<string> =>
      (
        await row<{ id: string }>(
          world,
          sql`select id from people where telegram_id = ${telegramId}`,
        )
      ).id
    const whole = { personId: await idOf(7301), telegramId: 7301, otherId: await idOf(7300) }
    await layWholePerson(world.app.db, { ...whole, name: 'Zulaikha', nip: '198503122010012345' })
    const { name } = await row<{ name: string }>(
      world,
      sql`select name from units where parent_id is null`,
    )
    await statsCrowd(world)('Desa Contoh', name, 400, 250)
    await world.idle()
    source = envOf({
      ...inject2(),
      database: (await row<{ d: string }>(world, sql`select current_database() as d`)).d,
    })
    before = await countsOf(world.app.db)
    made = await backUp(source)
  })
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.drop()
  })
  afterAll(async () => {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  })

  function inject2(): { ownerUrl: string; appUrl: string } {
    return { ownerUrl: inject('ownerUrl'), appUrl: inject('appUrl') }
  }
  function envOf(urls: {
    ownerUrl: string
    appUrl: string
    database?: string
  }): Record<string, string> {
    const named = (text: string): string => {
      const url = new URL(text)
      if (urls.database !== undefined) url.pathname = `/${urls.database}`
      return url.href
    }
    return {
      DATABASE_URL: named(urls.appUrl),
      DATABASE_OWNER_URL: named(urls.ownerUrl),
      LOG_LEVEL: 'silent',
    }
  }
  async function backUp(env: Record<string, string>): Promise<Made> {
    const { code, stdout, stderr } = await callInProcess(['backup', '--to', folder, '--json'], env)
    expect([code, stderr]).toEqual([0, ''])
    return JSON.parse(stdout) as Made
  }
  async function empty(): Promise<ClonedDatabase> {
    const database = await emptyDatabase(inject('ownerUrl'), inject('appUrl'))
    opened.push(database)
    return database
  }

  it('drill: every table has as many rows after as before', async () => {
    const target = await empty()
    const env = envOf(target)
    const { code, stdout, stderr } = await callInProcess(['restore', made.file, '--json'], env)
    expect([code, stderr]).toEqual([0, ''])
    const told = JSON.parse(stdout) as { rows: number; tables: Counts }
    console.log(told, made)
    expect(told.tables).toEqual(before)
    expect(await withDatabase(target.ownerUrl, countsOf)).toEqual(before)
  })
})
