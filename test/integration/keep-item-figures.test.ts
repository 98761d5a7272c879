import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, inject, it } from 'vitest'
import { keepItemFigures, type KeptItemFigures } from '../../src/app/keep-item-figures.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import type { Logger } from '../../src/platform/logger.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { until } from '../support/until.ts'

const clock = movableClock(new Date('2026-11-23T02:00:00Z'))

let cloned: ClonedDatabase
let database: Database
beforeEach(async () => {
  cloned = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  database = connectDatabase(cloned.appUrl)
})
afterEach(async () => {
  await database.close()
  await cloned.drop()
})

function keep(log: Logger = silentLogger): KeptItemFigures {
  return keepItemFigures({ db: database.db, appUrl: cloned.appUrl, clock, log })
}
const refreshes = () => rowsOf(database.db, sql`select refreshed_at from item_refreshes`)

/** Holds the table that it writes, as if reckoning took for ever. */
async function whileHeld(work: () => Promise<void>): Promise<void> {
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table item_figures in share mode`)
    await work()
  })
}
const waiting = async (): Promise<boolean> =>
  (await rowsOf(database.db, sql`select 1 from pg_locks where not granted`)).length > 0

it('reckons beside whoever asks for it, once however often it is asked', async () => {
  const figures = keep()
  await whileHeld(async () => {
    figures.look()
    await until(waiting, 'a reckoning under way')
    figures.look()
    figures.look()
  })
  await until(async () => (await refreshes()).length === 1, 'figures')
  await figures.stop()
  expect(await refreshes()).toHaveLength(1)
})

it('ends what is under way when it stops, keeps nothing of it, and begins nothing more', async () => {
  const figures = keep()
  await whileHeld(async () => {
    figures.look()
    await until(waiting, 'a reckoning under way')
    await figures.stop()
  })
  figures.look()
  expect(await refreshes()).toEqual([])
  const next = keep()
  next.look()
  await until(async () => (await refreshes()).length === 1, 'figures of the next process')
  await next.stop()
})

it('says what went wrong, and tries again', async () => {
  const said: unknown[] = []
  const figures = keep({ ...silentLogger, error: (fields: unknown) => said.push(fields) })
  await database.db.execute(sql`
    insert into item_refreshes (refreshed_at, last_answer) values ('2020-01-01', 0)`)
  // Its connection is lost while it waits.
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`lock table item_figures in share mode`)
    figures.look()
    await until(waiting, 'a reckoning under way')
    await tx.execute(sql`
      select pg_terminate_backend(pid) from pg_locks where not granted`)
    await until(() => said.length > 0, 'an error in the log')
  })
  figures.look()
  await until(
    async () => String((await refreshes())[0]?.['refreshed_at']).startsWith('2026'),
    'figures',
  )
  await figures.stop()
  expect(said).toHaveLength(1)
})
