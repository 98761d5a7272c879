import { sql } from 'drizzle-orm'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApp, type App } from '../../src/app.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.ts'
import { until } from '../support/until.ts'
import { LESSONS } from '../support/world.ts'

const SECRET = 'a-secret_of-ours'

/** Telegram itself gives up after a minute, and waits longer and longer; ours is to say no at once. */
const AT_ONCE_MS = 5000

/** A process of pages alone, whose Postgres goes away behind a proxy. */
describe('the webhook without Postgres', () => {
  let database: ClonedDatabase
  let proxy: TcpProxy
  let own: Database
  let simulator: Simulator
  let app: App
  let nextUpdate = 900_000

  beforeAll(async () => {
    database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    proxy = await tcpProxy(database.appUrl)
    own = connectDatabase(database.appUrl, { max: 2 })
    simulator = await startSimulator({ clock: systemClock })
    app = await startApp({
      config: parseConfig({
        BOT_TOKEN: '123456:demo',
        TELEGRAM_API_ROOT: simulator.url,
        DATABASE_URL: proxy.urlThrough(database.appUrl),
        DATABASE_OWNER_URL: database.ownerUrl,
        PORT: '0',
        PUBLIC_URL: 'http://127.0.0.1:9',
        WEBHOOK_SECRET: SECRET,
        UPDATES_PER_MINUTE: 'off',
      }),
      clock: systemClock,
      log: silentLogger,
      dataDir: '/nonexistent',
      lessonsDir: LESSONS,
      only: ['web'],
    })
  })
  afterAll(async () => {
    proxy.flow()
    await app.stop()
    await simulator.close()
    await own.close()
    await proxy.close()
    await database.drop()
  })

  interface Answer {
    readonly status: number
    readonly retryAfter: string | undefined
    readonly ms: number
  }
  function push(updateId: number, from = 400): Promise<Answer> {
    const body = JSON.stringify({
      update_id: updateId,
      message: {
        message_id: 1,
        from: { id: from },
        chat: { id: from, type: 'private' },
        text: 'x',
      },
    })
    const began = performance.now()
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: '127.0.0.1',
          port: app.webPort,
          path: '/telegram',
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-telegram-bot-api-secret-token': SECRET,
          },
        },
        (response) => {
          const retryAfter = response.headers['retry-after']
          const ms = performance.now() - began
          response.resume().on('end', () => {
            resolve({ status: response.statusCode ?? 0, retryAfter, ms })
          })
        },
      )
      call.on('error', reject)
      call.end(body)
    })
  }
  async function stored(from = 400): Promise<number[]> {
    const rows = await rowsOf<{ update_id: string }>(
      own.db,
      sql`select update_id from inbox where person_key = ${from} order by id`,
    )
    return rows.map((row) => Number(row.update_id))
  }
  const back = (): Promise<void> =>
    until(async () => (await push(nextUpdate++, 401)).status === 200, 'that it takes updates again')
  const refused = { status: 503, retryAfter: '2' }

  it('stores many at once, each before its 200, in the order of a chat', async () => {
    const ids = Array.from({ length: 200 }, () => nextUpdate++)
    const answers = await Promise.all(ids.map((id) => push(id)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(await stored())).toEqual(new Set(ids))
    // In one group they stand as they came; a chat's next comes only after the 200 of the one before.
    const chat = []
    for (let n = 0; n < 5; n++) {
      const id = nextUpdate++
      await Promise.all([
        push(id, 402),
        ...[1, 2, 3].map((other) => push(nextUpdate++, 402 + other)),
      ])
      chat.push(id)
    }
    expect(await stored(402)).toEqual(chat)
  })

  it('says 503 at once with a server that is down, and takes what Telegram brings again', async () => {
    await proxy.down()
    const id = nextUpdate++
    const answers = await Promise.all([push(id), push(nextUpdate++), push(nextUpdate++)])
    for (const answer of answers) {
      expect(answer).toMatchObject(refused)
      expect(answer.ms).toBeLessThan(AT_ONCE_MS)
    }
    await proxy.up()
    await back()
    expect(await stored()).not.toContain(id)
    expect(await push(id)).toMatchObject({ status: 200 })
    expect(await stored()).toContain(id)
  })

  it('says 503 within seconds with connections that hang, also to who comes meanwhile', async () => {
    await push(nextUpdate++)
    proxy.hang()
    const first = push(nextUpdate++)
    const second = await Promise.race([first.then(() => push(nextUpdate++)), push(nextUpdate++)])
    for (const answer of [await first, second, await push(nextUpdate++)]) {
      expect(answer).toMatchObject(refused)
      expect(answer.ms).toBeLessThan(AT_ONCE_MS)
    }
    proxy.flow()
    await back()
  })
})
