import postgres from 'postgres'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { movableClock, systemClock } from '../../src/platform/clock.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import {
  callInProcess,
  end,
  runCommand,
  startCommand,
  type Running,
} from '../support/journey-process.ts'
import { until } from '../support/until.ts'

const stack = /^\s+at /m

let database: ClonedDatabase
let owner: postgres.Sql
let simulators: Simulator[]
let running: Running[]

beforeEach(async () => {
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => undefined })
  simulators = []
  running = []
})
afterEach(async () => {
  for (const one of running) await end(one)
  for (const one of simulators) await one.close()
  await owner.end({ timeout: 2 })
  await database.drop()
})

async function telegram(clock = systemClock): Promise<Simulator> {
  const simulator = await startSimulator({ clock })
  simulators.push(simulator)
  return simulator
}

function settings(simulator: Simulator): Record<string, string> {
  return {
    BOT_TOKEN: '123456:demo',
    TELEGRAM_API_ROOT: simulator.url,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PORT: '0',
  }
}

/** Every table with its number of rows, and every column: what a start could have changed. */
async function standing(): Promise<unknown> {
  const columns = await owner`
    select table_schema, table_name, column_name, data_type from information_schema.columns
    where table_schema in ('public', 'drizzle', 'bullmq') order by 1, 2, ordinal_position`
  const tables = new Set(columns.map((row) => `${row['table_schema']}.${row['table_name']}`))
  const rows = await owner.unsafe(
    [...tables]
      .map((name) => `select '${name}' as name, count(*)::int as n from ${name}`)
      .join(' union all '),
  )
  return { columns: [...columns], rows: [...rows] }
}

describe('a database that a newer version has migrated', () => {
  beforeEach(async () => {
    await owner`insert into drizzle.__drizzle_migrations (hash, created_at)
      values ('of a newer version', ${String(Date.parse('2030-01-01'))})`
    await owner`alter table people add column shoe_size int`
  })

  it.each([[['start']], [['migrate']], [['unit', 'add', 'Dinas Baru']]])(
    '%j refuses in words, and leaves it as it stands',
    async (args) => {
      const simulator = await telegram()
      const before = await standing()
      // Starting listens for signals, which a test's own process must not.
      const run = args[0] === 'start' ? runCommand : callInProcess
      const { code, stdout, stderr } = await run(args, settings(simulator))
      expect(stderr).toContain('The database is newer than this program: it holds 1 migration(s)')
      expect(stderr).toContain('Start the version that brought the database there')
      expect(stderr).not.toMatch(stack)
      expect([code, stdout]).toEqual([1, ''])
      expect(await standing()).toEqual(before)
      // Nobody received anything, so nothing was confirmed to Telegram.
      expect(simulator.ledger.counts()).toEqual({})
    },
  )
})

describe('a clock years off', () => {
  it('start refuses with both times, and plans, sends and deletes nothing', async () => {
    const simulator = await telegram(movableClock(new Date('2019-06-01T00:00:00Z')))
    await owner`insert into people (id, telegram_id, chat_id, name, locale, timezone, lesson_minute, last_seen_at, created_at)
      values (gen_random_uuid(), 1, 1, 'Rina', 'id', 'Asia/Makassar', 540, '2026-01-01', '2026-01-01')`
    const before = await standing()
    const { code, stdout, stderr } = await runCommand(['start'], settings(simulator))
    expect(stderr).toContain("This machine's clock is wrong: it says 20")
    expect(stderr).toContain("Telegram's says 2019-06-01 00:00 UTC")
    expect(stderr).toContain('Set the clock')
    expect(stderr).not.toMatch(stack)
    expect([code, stdout]).toEqual([1, ''])
    expect(await standing()).toEqual(before)
    expect(simulator.isPolling()).toBe(false)
  })
})

describe('two bots on one token', () => {
  it('each says what it is and how to mend it, and no update is lost between them', async () => {
    const simulator = await telegram()
    const other = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    try {
      const first = startCommand(['start'], settings(simulator))
      running.push(first)
      await first.says(/is running/)
      const second = startCommand(['start'], {
        ...settings(simulator),
        DATABASE_URL: other.appUrl,
        DATABASE_OWNER_URL: other.ownerUrl,
      })
      running.push(second)
      await Promise.all(
        [first, second].map((one) => one.says(/Somebody else receives this bot.s updates \(409\)/)),
      )
      await end(second)
      const person = simulator.person({ id: 4711, firstName: 'Rina', languageCode: 'id' })
      const before = person.messages().length
      person.start()
      await until(
        () => person.messages().length > before + 1,
        'an answer from the one that is left',
      )
      expect(first.process.exitCode).toBeNull()
      expect(first.stderr()).toContain('Stop one of the two')
      expect(first.stdout() + first.stderr()).not.toContain('123456:demo')
    } finally {
      for (const one of running) await end(one)
      await other.drop()
    }
  })
})
