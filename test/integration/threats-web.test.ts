import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { privateMessage, push, WEBHOOK_ENV, WEBHOOK_SECRET } from '../support/webhook.ts'
import { openWorld, type World } from '../support/world.ts'

const MOST = 30

/** What anybody on the internet can try at the web server. */
describe('the web server', () => {
  let world: World
  let nextUpdate = 300_000
  const logged: string[] = []

  beforeAll(async () => {
    world = await openWorld({
      env: { ...WEBHOOK_ENV, REQUESTS_PER_MINUTE: String(MOST) },
      app: { log: createLogger('debug', { write: (line) => logged.push(line) }) },
    })
  })
  afterAll(() => world.close())

  /** Asks as a visitor whom a proxy on this machine has let through. */
  const ask = (
    path: string,
    from: string,
    { method = 'GET', language = 'id' }: { method?: string; language?: string } = {},
  ): Promise<Response> =>
    fetch(`http://127.0.0.1:${world.app.webPort}${path}`, {
      method,
      redirect: 'manual',
      headers: { 'x-forwarded-for': from, 'accept-language': language },
    })
  const stored = async (from: number): Promise<number> =>
    (await rowsOf(world.app.db, sql`select from inbox where person_key = ${from}`)).length

  describe('counts what an address asks for', () => {
    it.each([
      [1, 'certificates', (n: number) => `/v/${'a'.repeat(10)}${n}`, 'GET'],
      [2, 'one-time links', (n: number) => `/masuk/${'A'.repeat(20)}${n}`, 'POST'],
      [3, 'downloads', (n: number) => `/ekspor/${'B'.repeat(20)}${n}`, 'HEAD'],
      [4, 'readiness', () => '/readyz', 'GET'],
      [5, 'what there is not', (n: number) => `/wp-admin/${n}`, 'GET'],
    ])('%i, %s: the next is answered 429 with Retry-After', async (line, _, path, method) => {
      const from = `198.51.100.${line}`
      const first = await Promise.all(
        Array.from({ length: MOST }, (_, n) => ask(path(n), from, { method })),
      )
      expect(first.filter(({ status }) => status === 429)).toEqual([])
      const refused = await ask(path(999), from, { method })
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60)
      expect(refused.headers.get('cache-control')).toBe('no-store')
      // Whoever sits elsewhere notices nothing of it.
      expect((await ask(path(1000), '198.51.100.99', { method })).status).not.toBe(429)
    })

    it('in words, in the language of whoever asks', async () => {
      const from = '2001:db8:1:2::1'
      await Promise.all(Array.from({ length: MOST }, () => ask('/v/x', from)))
      // Another address of the same line.
      const refused = await ask('/v/x', '2001:db8:1:2:ffff::9')
      expect([refused.status, refused.headers.get('content-language')]).toEqual([429, 'id'])
      expect(await refused.text()).toContain('Terlalu banyak permintaan')
      const english = await ask('/v/x', from, { language: 'en' })
      expect(await english.text()).toContain('Try again in a minute')
    })

    it('by the address that the proxy saw, and not by one that is written before it', async () => {
      await Promise.all(
        Array.from({ length: MOST }, (_, n) => ask('/v/x', `10.0.0.${n}, 203.0.113.5`)),
      )
      expect((await ask('/v/x', '10.9.9.9, 203.0.113.5')).status).toBe(429)
    })

    it('five times as often on the pages of the dashboard, which says so in its own form', async () => {
      const from = '203.0.113.6'
      const asked = await Promise.all(
        Array.from({ length: MOST * 5 }, () => ask('/dasbor/data/start', from)),
      )
      expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([401]))
      const refused = await ask('/dasbor/data/start', from)
      expect([refused.status, await refused.json()]).toMatchObject([429, { error: 'not-now' }])
      expect((await ask('/antrean/', from)).status).toBe(429)
      expect((await ask('/v/x', from)).status).toBe(404)
    })

    it('never Telegram’s pushes nor the sign of life', async () => {
      for (let n = 0; n < MOST * 2; n++) {
        const update = { update_id: nextUpdate++, poll: { id: '1' } }
        expect((await push(world, update, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200)
        expect((await ask('/healthz', '203.0.113.7')).status).toBe(200)
      }
    })
  })

  describe('is not broken by', () => {
    const alive = async (): Promise<void> => {
      const id = nextUpdate
      const update = { update_id: nextUpdate++, message: privateMessage(id, 'halo') }
      expect((await push(world, update)).status).toBe(200)
      expect(await stored(id)).toBe(1)
    }

    it('an update that is nested without end, not even for those that come with it', async () => {
      const deep = `${'['.repeat(200_000)}1${']'.repeat(200_000)}`
      const bodies = [1, 2, 3].map(
        () => `{"update_id":${nextUpdate++},"message":{"from":{"id":301},"a":${deep}}}`,
      )
      const [, ...answers] = await Promise.all([
        alive(),
        ...bodies.map((body) => push(world, body)),
      ])
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await stored(301)).toBe(0)
    })

    it('a body of a megabyte, by its length or without one', async () => {
      const body = JSON.stringify({ update_id: 1, x: 'x'.repeat(1024 * 1024) })
      expect((await push(world, body)).status).toBe(413)
      const endless = new ReadableStream({
        pull(controller) {
          controller.enqueue(Buffer.alloc(65_536, ' '))
        },
      })
      const sent = await fetch(`http://127.0.0.1:${world.app.webPort}/telegram`, {
        method: 'POST',
        body: endless,
        duplex: 'half',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': WEBHOOK_SECRET,
        },
      }).then(
        ({ status }) => status,
        // The connection is ended while it is still being written to.
        () => 413,
      )
      expect(sent).toBe(413)
      await alive()
    })

    it('arrays and texts as large as a body may be', async () => {
      const begun = performance.now()
      const many = Array.from({ length: 20_000 }, () => ({ type: 'bold', offset: 0 }))
      for (const message of [
        { ...privateMessage(302, 'a@b.co 0812-3456-7890 '.repeat(40_000)) },
        { ...privateMessage(302, 'x'), entities: many },
        {
          ...privateMessage(302, 'x'),
          new_chat_members: Array.from({ length: 150_000 }, () => []),
        },
      ]) {
        expect((await push(world, { update_id: nextUpdate++, message })).status).toBe(200)
      }
      await alive()
      // Minutes, were each address in a text looked for among all others.
      expect(performance.now() - begun).toBeLessThan(30_000)
      await world.idle()
    })

    it.each(['__proto__', 'constructor'])('fields that name a prototype: %s', async (name) => {
      const content = `{"from":{"id":303},"${name}":{"prototype":{"polluted":1},"polluted":1}}`
      const body = `{"update_id":${nextUpdate++},"message":${content}}`
      expect([200, 400]).toContain((await push(world, body)).status)
      expect('polluted' in {}).toBe(false)
      await alive()
    })

    it('an address that leads out of its folder, or holds what breaks SQL, HTML or a log', async () => {
      const names = [
        '../../../../etc/passwd',
        '..%2f..%2f..%2fetc%2fpasswd',
        '%2e%2e/%2e%2e/package.json',
        '..%5c..%5cpackage.json',
        'x%00.html',
        '%27%3B%20drop%20table%20people%3B--',
        '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
        '%1B%5B31mmerah%0A%7B%22level%22%3A60%7D',
        '%E0%A4%A',
        'x'.repeat(9000),
      ]
      let n = 0
      for (const before of [
        '',
        'v/',
        'masuk/',
        'ekspor/',
        'dasbor/',
        'dasbor/assets/',
        'antrean/',
      ]) {
        for (const name of names) {
          const answer = await ask(`/${before}${name}`, `192.0.2.${n++}`)
          const text = await answer.text()
          expect([before, name, answer.status >= 400 && answer.status < 500]).toEqual([
            before,
            name,
            true,
          ])
          expect(text).not.toMatch(/<script>alert|root:|"dependencies"/)
          expect(text).not.toContain('\u001B')
        }
      }
      const [people] = await rowsOf<{ n: number }>(
        world.app.db,
        sql`select count(*)::int as n from people`,
      )
      expect(people?.n).toBe(0)
    })
  })

  it('writes one line of JSON for each thing that it says', () => {
    expect(logged.length).toBeGreaterThan(0)
    for (const line of logged) {
      expect(line.trimEnd()).not.toMatch(/\p{Cc}/u)
      expect(JSON.parse(line)).toHaveProperty('level')
      expect(line).not.toContain(WEBHOOK_SECRET)
    }
  })
})
