import { Queue } from 'bullmq'
import { sql } from 'drizzle-orm'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { insertMessages } from '../../src/messaging/index.ts'
import { rowsOf, type Database } from '../../src/platform/db/index.ts'
import { postgresBackend, redisBackend } from '../../src/platform/queue/index.ts'
import type { Simulator } from '../../src/simulator/index.ts'
import { emptyDatabase, type ClonedDatabase } from '../support/database.ts'
import { accepted, note } from '../support/ledger-notes.ts'
import { ended, NINE, openProcesses, type ProcessesScene } from '../support/processes-scene.ts'
import { until } from '../support/until.ts'
import { backends, type Backend } from '../support/world.ts'

const MIGRATIONS = (
  JSON.parse(
    readFileSync(new URL('../../drizzle/meta/_journal.json', import.meta.url), 'utf8'),
  ) as { entries: unknown[] }
).entries.length

let scene: ProcessesScene
let database: ClonedDatabase
let own: Database
let simulator: Simulator
let start: ProcessesScene['start']

beforeEach(async () => {
  scene = await openProcesses(emptyDatabase)
  ;({ database, own, simulator, start } = scene)
})
afterEach(() => scene.close())

/** How often somebody who writes to the bot for the first time hears from it. */
const answers = (id: number): number => simulator.ledger.entries({ chatId: id, sent: true }).length
const write = (id: number): void => {
  simulator.person({ id, firstName: 'Siti' }).start()
}

describe.each(backends)('several processes, queues on %s', (backend) => {
  it('start at once on an empty database: one migration, one schedule, one that polls', async () => {
    await Promise.all(
      (['bot', 'bot', 'worker', 'worker', 'web'] as const).map((role) => start(backend, [role])),
    )
    expect(
      await rowsOf(own.db, sql`select count(*)::int as n from drizzle.__drizzle_migrations`),
    ).toEqual([{ n: MIGRATIONS }])
    expect(await schedulers(backend)).toEqual(['tick'])
    await until(() => simulator.isPolling(), 'one that polls')
    write(700)
    await until(() => answers(700) === 1, 'an answer')
  })

  it('stop in the middle of a broadcast: what was received is what the ledger says, nothing is in doubt', async () => {
    simulator.faults.add({ fault: { kind: 'delay', ms: 40 } })
    const bot = await start(backend, ['bot'])
    const workers = await Promise.all([start(backend, ['worker']), start(backend, ['worker'])])
    const chats = Array.from({ length: 400 }, (_, i) => 7000 + i)
    for (const id of chats) write(id)
    await insertMessages(
      own.db,
      chats.map((id) => note('announcement', id, `m-${id}`)),
      { now: new Date(NINE) },
    )
    await until(() => accepted(simulator).length > 100, 'the middle of it')
    const began = performance.now()
    for (const child of [...workers, bot]) child.kill('SIGTERM')
    expect(await Promise.all([...workers, bot].map(ended))).toEqual([0, 0, 0])
    expect(performance.now() - began).toBeLessThan(10_000)
    const states = await rowsOf<{ state: string; n: number }>(
      own.db,
      sql`select state, count(*)::int as n from outbox where lane = 'announcement' group by 1 order by 1`,
    )
    const received = accepted(simulator).length
    expect(received).toBeLessThan(400)
    expect(states).toEqual([
      { state: 'pending', n: 400 - received },
      { state: 'sent', n: received },
    ])
    const [all] = await rowsOf(
      own.db,
      sql`
      select count(*) filter (where state = 'sent')::int as sent,
        count(*) filter (where state in ('sending', 'uncertain'))::int as doubtful from outbox`,
    )
    expect(all).toEqual({ sent: simulator.ledger.entries({ sent: true }).length, doubtful: 0 })
    await start(backend, ['worker'])
    await until(() => accepted(simulator).length === 400, 'the rest after the next start')
    expect(new Set(accepted(simulator).map(({ mark }) => mark)).size).toBe(400)
  })
})

describe.each(backends)('one part alone, queues on %s', (backend) => {
  it('a bot without a worker answers all the same, at once', async () => {
    await start(backend, ['bot'])
    await until(() => simulator.isPolling(), 'that it polls')
    const began = performance.now()
    write(710)
    await until(() => answers(710) === 1, 'an answer')
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('the one that polls', () => {
  it('is followed by one that stood by, whether it is killed or frozen; a frozen one thaws without harm', async () => {
    const first = await start('postgres', ['bot'])
    await until(() => simulator.isPolling(), 'that it polls')
    const second = await start('postgres', ['bot'])
    first.kill('SIGKILL')
    await ended(first)
    write(720)
    await until(() => answers(720) === 1, 'an answer of the second')

    const third = await start('postgres', ['bot'])
    second.kill('SIGSTOP')
    write(721)
    await until(() => answers(721) === 1, 'an answer of the third while the second is frozen')
    second.kill('SIGCONT')
    write(722)
    await until(() => answers(722) === 1, 'an answer after the thaw')
    for (const child of [second, third]) child.kill('SIGTERM')
    expect(await Promise.all([second, third].map(ended))).toEqual([0, 0])
    expect([720, 721, 722].map(answers)).toEqual([1, 1, 1])
  })
})

/** What the queue's own client finds scheduled. */
async function schedulers(kind: Backend): Promise<string[]> {
  const prefix = new URL(database.appUrl).pathname.slice(1)
  const backend =
    kind === 'postgres'
      ? postgresBackend(database.appUrl, 1)
      : redisBackend(inject('redisUrl') ?? '', prefix)
  const queue = backend.queue('ticks')
  if (!(queue instanceof Queue)) throw new Error('not a queue of BullMQ')
  const found = await queue.getJobSchedulers()
  await queue.close()
  await backend.close()
  return found.map(({ key }) => key)
}
