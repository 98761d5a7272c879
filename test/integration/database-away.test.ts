import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApp, type App } from '../../src/app.ts'
import { insertMessages } from '../../src/messaging/index.ts'
import { movableClock } from '../../src/platform/clock.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { drained, marks, note, openChats } from '../support/ledger-notes.ts'
import { openProxy, type TcpProxy } from '../support/ledger-proxy.ts'
import { until } from '../support/until.ts'
import { backends, LESSONS } from '../support/world.ts'

const SECRET = 'a-secret_of-ours'

/** Postgres goes away under webhooks and in mid-broadcast, and comes back. */
describe.each(backends)('Postgres away, queues on %s', (backend) => {
  let database: ClonedDatabase
  let proxy: TcpProxy
  let simulator: Simulator
  let app: App
  let nextUpdate = 700_000

  beforeAll(async () => {
    const clock = movableClock(new Date('2026-11-23T01:30:00Z'))
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    const behind = new URL(database.appUrl)
    proxy = await openProxy({ host: behind.hostname, port: Number(behind.port) })
    const through = (url: string): string => {
      const changed = new URL(url)
      changed.hostname = '127.0.0.1'
      changed.port = String(proxy.port)
      return changed.href
    }
    simulator = await startSimulator({
      clock,
      limits: { globalPerSecond: null, chatPerSecond: null },
    })
    app = await startApp({
      config: parseConfig({
        BOT_TOKEN: '123456:demo',
        TELEGRAM_API_ROOT: simulator.url,
        DATABASE_URL: through(database.appUrl),
        DATABASE_OWNER_URL: through(database.ownerUrl),
        PORT: '0',
        SEND_RATE: '100',
        PUBLIC_URL: 'http://127.0.0.1:9',
        WEBHOOK_SECRET: SECRET,
        ...(backend === 'redis' ? { REDIS_URL: inject('redisUrl') } : {}),
      }),
      clock,
      log: silentLogger,
      dataDir: '/nonexistent',
      lessonsDir: LESSONS,
      chatGapMs: 0,
      queuePrefix: new URL(database.appUrl).pathname.slice(1),
      tickMs: 3_600_000,
    })
  })
  afterAll(async () => {
    await app.stop()
    await proxy.close()
    await simulator.close()
    await database.drop()
  })

  async function push(from: number): Promise<Response> {
    return fetch(`http://127.0.0.1:${app.webPort}/telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
      body: JSON.stringify({
        update_id: nextUpdate++,
        message: {
          message_id: nextUpdate,
          date: 1_790_000_000,
          chat: { id: from, type: 'private', first_name: 'Siti' },
          from: { id: from, is_bot: false, first_name: 'Siti' },
          text: '/start',
        },
      }),
    })
  }

  it('answers 503 with Retry-After, so that Telegram keeps the update, and loses none', async () => {
    openChats(simulator, 400, 1)
    await proxy.cut()
    const answer = await push(400)
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    const ready = await fetch(`http://127.0.0.1:${app.webPort}/readyz`)
    expect(ready.status).toBe(503)
    await proxy.restore()
    nextUpdate--
    await until(async () => {
      nextUpdate--
      return (await push(400)).status === 200
    }, 'the update taken when Telegram comes again')
    await until(() => simulator.ledger.received(400) > 0, 'its reply')
  })

  it('a broadcast that was cut in the middle arrives whole, with no message twice', async () => {
    await until(() => simulator.ledger.received(400) > 0, 'a database that is back')
    const ids = openChats(simulator, 410, 40)
    const messages = Array.from({ length: 200 }, (_, i) =>
      note('announcement', ids[i % 40] ?? 0, `away${i}`),
    )
    await insertMessages(app.db, messages, { now: new Date('2026-11-23T01:30:00Z') })
    await until(() => marks(simulator).length > 40, 'the broadcast under way')
    await proxy.cut()
    const stopped = marks(simulator).length
    await proxy.restore()
    await until(() => marks(simulator).length > stopped + 64, 'sending again', 40_000)
    await drained(app.db)
    const got = marks(simulator)
    expect(new Set(got).size).toBe(got.length)
    const states = await app.db.execute<{ state: string; n: number }>(sql`
      select state, count(*)::int as n from outbox where args ->> 'key' = 'track-done' group by 1`)
    const count = (state: string): number => states.find((row) => row.state === state)?.n ?? 0
    expect(count('sent') + count('uncertain')).toBe(200)
    expect(got.length).toBe(200)
    // Results were kept in hand until they could be written: nothing needs to be uncertain.
    expect(count('uncertain')).toBe(0)
  }, 90_000)
})
