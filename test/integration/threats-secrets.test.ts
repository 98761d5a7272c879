import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import { rowsOf, withDatabase } from '../../src/platform/db/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { personIdOf } from '../support/dashboard.ts'
import { forge, newcomer, press, say } from '../support/journey-chat.ts'
import { tracesIn, tracesInRedis } from '../support/traces.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

const TOKEN = '123456:demo'
const DATA_SECRET = 'rahasia-yang-tidak-boleh-keluar-0123456789'

/** A process that says all it can say while much goes wrong; and then everything is searched. */
describe.each(backends)('secrets, queues on %s', (backend) => {
  let world: World
  let admin: SimulatedPerson
  const logged: string[] = []
  const answered: string[] = []

  beforeAll(async () => {
    const log = createLogger('trace', { write: (line) => logged.push(line) })
    world = await openWorld({ backend, env: { DATA_SECRET }, app: { log } })
    admin = await world.joined(501, 'Ahmad')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
  })
  afterAll(() => world.close())

  const secrets = (): string[] => [
    TOKEN,
    DATA_SECRET,
    ...[world.appUrl, world.app.ownerUrl].map((url) => new URL(url).password),
  ]
  async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const url = `http://127.0.0.1:${world.app.webPort}${path}`
    const answer = await fetch(url, { redirect: 'manual', ...init })
    const text = await answer.clone().text()
    answered.push(`${JSON.stringify([...answer.headers])} ${text}`)
    return answer
  }

  it('are there to be found', () => {
    for (const secret of secrets()) expect(secret.length).toBeGreaterThan(10)
  })

  it('stand in nothing that is said when Telegram fails in every way', async () => {
    // The client's error for a broken connection names the whole address, with the token.
    for (const fault of [
      { kind: 'reset' },
      { kind: 'error', code: 502 },
      { kind: 'error', code: 400, description: `Bad Request: wrong file /bot${TOKEN}/x` },
      { kind: 'dropResponse' },
    ] as const) {
      world.simulator.faults.add({ fault, times: 2 })
      await say(world, admin, '/progres')
      await say(world, admin, '/materi')
    }
    expect(world.simulator.faults.list().every(({ fired }) => fired > 0)).toBe(true)
    world.simulator.faults.clear()
    const kept = await rowsOf<{ error: string }>(
      world.app.db,
      sql`select error from outbox_attempts where error is not null`,
    )
    // Why each failed is kept, without what it must not hold.
    expect(kept.map(({ error }) => error)).toContain('Bad Request: wrong file /bot[token]/x')
  })

  it('nor when a handler fails, in its account or in what is parked', async () => {
    await withDatabase(world.app.ownerUrl, (db) =>
      db.execute(sql`
        create function refuse() returns trigger language plpgsql as
          $$ begin raise exception 'broken with postgres://owner:geheim@host/x'; end $$;
        create trigger refuse before insert on invite_guesses for each row execute function refuse()`),
    )
    const guesser = newcomer(world, 502)
    guesser.start('AAAAAAAAAAAAAAAAAAAAAA')
    await until(() => logged.some((line) => line.includes('a handler failed')), 'a failure')
    await withDatabase(world.app.ownerUrl, (db) =>
      db.execute(sql`drop trigger refuse on invite_guesses`),
    )
    await world.idle()
    await forge(world, { message: { message_id: 1, chat: 'x', text: TOKEN.slice(0, 3) } })
    expect(logged.filter((line) => line.includes('geheim'))).toEqual([])
  })

  it('nor in any answer of the web server, right or wrong', async () => {
    await say(world, admin, '/status')
    const [text = ''] = await press(world, admin, 'Papan antrean …')
    const path = new URL(/http:\S+/.exec(text)?.[0] ?? '').pathname
    const opened = await ask(path, { method: 'POST' })
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    for (const one of ['/antrean/', '/dasbor/', '/dasbor/data/start', '/dasbor/data/overview']) {
      expect((await ask(one, { headers: { cookie } })).status).toBe(200)
    }
    for (const one of ['/healthz', '/readyz', '/v/x', '/ekspor/x', '/masuk/x', '/metrics', '/x']) {
      await ask(one)
    }
    await ask('/telegram', { method: 'POST', body: '{"', headers: { 'content-type': 'x' } })
    await ask('/dasbor/data/overview?from=x', { headers: { cookie } })
    await ask('/v/%E0%A4%A')
    expect(answered.length).toBe(15)
  })

  it('nowhere: not in the log, the database, Redis, or an answer; not in a message', async () => {
    const words = secrets()
    const said = world.simulator.people().flatMap((one) => one.messages())
    for (const text of [
      ...logged,
      ...answered,
      ...said.map((message) => JSON.stringify(message)),
    ]) {
      expect(words.filter((word) => text.includes(word))).toEqual([])
    }
    expect(await withDatabase(world.app.ownerUrl, (db) => tracesIn(db, words))).toEqual([])
    expect(await tracesInRedis(inject('redisUrl'), words)).toEqual([])
  })

  it('and what is searched finds what is there', async () => {
    const there = ['Pemerintah Kabupaten Contoh']
    expect(await withDatabase(world.app.ownerUrl, (db) => tracesIn(db, there))).not.toEqual([])
    if (backend === 'redis') {
      expect(await tracesInRedis(inject('redisUrl'), ['bullmq', 'outbox'])).not.toEqual([])
    }
  })
})
