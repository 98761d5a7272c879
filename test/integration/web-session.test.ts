import { sql } from 'drizzle-orm'
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { press, row, say } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'

const HOUR = 3600_000

describe('the pages behind a link', () => {
  let world: World
  let admin: SimulatedPerson
  let siti: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    admin = await world.joined(3001, 'Ahmad')
    siti = await world.joined(3002, 'Siti')
    await grantAdmin(world.app.db, await idOf(admin), world.clock.now())
  })
  afterAll(() => world.close())

  const idOf = async (person: SimulatedPerson): Promise<string> =>
    (await row<{ id: string }>(world, sql`select id from people where telegram_id = ${person.id}`))
      .id

  const base = (): string => `http://127.0.0.1:${world.app.webPort}`

  const call = (url: string, init: RequestInit = {}): Promise<Response> =>
    fetch(url, { redirect: 'manual', ...init })

  /** The address that the chat shows. */
  async function link(): Promise<string> {
    await say(world, admin, '/status')
    const [text = ''] = await press(world, admin, 'Papan antrean …')
    return /http:\S+/.exec(text)?.[0] ?? ''
  }

  async function cookieOf(url: string): Promise<string> {
    const opened = await call(url, { method: 'POST' })
    expect(opened.status).toBe(303)
    return opened.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  const board = (headers: Record<string, string> = {}): Promise<Response> =>
    call(`${base()}/antrean/`, { headers })

  it('is opened by the button of its page, once', async () => {
    const url = await link()
    expect(url).toMatch(new RegExp(`^${base()}/masuk/[A-Za-z0-9_-]{22}$`))
    // Looking at it uses nothing up, however often.
    for (let i = 0; i < 3; i++) {
      const page = await call(url, { headers: { 'accept-language': 'id' } })
      expect(page.status).toBe(200)
      expect(page.headers.get('referrer-policy')).toBe('no-referrer')
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(page.headers.get('set-cookie')).toBeNull()
      const html = await page.text()
      expect(html).toContain('Buka halaman')
      const [, action = ''] = /<form method="post" action="([^"]+)">/.exec(html) ?? []
      expect(new URL(action, url).href).toBe(url)
      // Nor is a path that a proxy takes away lost on the way.
      expect(new URL(action, 'https://x/a/masuk/b').pathname).toBe(`/a${new URL(url).pathname}`)
    }
    const opened = await call(url, { method: 'POST', body: new URLSearchParams('x=1') })
    expect(opened.status).toBe(303)
    // From where the link is, whatever path is before it.
    expect(new URL(opened.headers.get('location') ?? '', 'https://x/a/masuk/b').pathname).toBe(
      '/a/antrean/',
    )
    expect(opened.headers.get('set-cookie')).toMatch(
      /^sedikit=[A-Za-z0-9_-]{22}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Strict$/,
    )
    const again = await call(url, { method: 'POST', headers: { 'accept-language': 'en' } })
    expect(again.status).toBe(410)
    expect(again.headers.get('set-cookie')).toBeNull()
    expect(await again.text()).toContain('has been used')
    expect((await call(url)).status).toBe(410)
  })

  it('is opened once by two at the same moment', async () => {
    const url = await link()
    const both = await Promise.all([1, 2, 3, 4].map(() => call(url, { method: 'POST' })))
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(both.filter(({ status }) => status === 410)).toHaveLength(3)
  })

  it('runs out after five minutes', async () => {
    const url = await link()
    world.clock.moveTo(new Date(world.clock.now().getTime() + 5 * 60_000))
    expect((await call(url, { method: 'POST' })).status).toBe(410)
  })

  it.each(['', 'x', '%00', '..%2F..', 'A'.repeat(22), 'A'.repeat(4000)])(
    'a code that nobody made opens nothing: %j',
    async (code) => {
      for (const method of ['GET', 'POST']) {
        expect([404, 410, 414]).toContain(
          (await call(`${base()}/masuk/${code}`, { method })).status,
        )
      }
    },
  )

  it('keeps the code and the cookie nowhere', async () => {
    const url = await link()
    const code = url.split('/').at(-1) ?? ''
    const token = (await cookieOf(url)).split('=')[1] ?? ''
    expect([code.length, token.length]).toEqual([22, 22])
    const kept = await rowsOf<{ text: string }>(
      world.app.db,
      sql`
      select o::text as text from outbox o
      union all select l::text from web_links l
      union all select s::text from web_sessions s
      union all select a::text from audit a`,
    )
    expect(kept.length).toBeGreaterThan(5)
    expect(kept.filter(({ text }) => text.includes(code) || text.includes(token))).toEqual([])
  })

  it('leaves in the trail who asked and who opened', async () => {
    const trail = await rowsOf<{ action: string }>(
      world.app.db,
      sql`select distinct action from audit
        where by_id = ${await idOf(admin)} and action like 'web.%' order by 1`,
    )
    expect(trail.map(({ action }) => action)).toEqual(['web.link', 'web.opened'])
  })

  it('the board is for admins, asked at every request', async () => {
    const cookie = await cookieOf(await link())
    const page = await board({ cookie })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('cache-control')).toBe('no-store')
    const html = await page.text()
    expect(html).toContain('<h1>Papan antrean</h1>')
    expect(html).toContain(
      '<th scope="col" class="n">outbox</th><th scope="col" class="n">files</th><th scope="col" class="n">ticks</th>',
    )
    expect(html).toContain('paling banyak 1000 pesan massal per detik')
    expect(html).not.toMatch(/<script|https?:\/\//)
    const roles = sql`delete from roles where person_id = ${await idOf(admin)}`
    await world.app.db.execute(roles)
    expect((await board({ cookie })).status).toBe(403)
    await grantAdmin(world.app.db, await idOf(admin), world.clock.now())
    expect((await board({ cookie })).status).toBe(200)
    await world.app.db.execute(sql`
      update people set moved_away_at = ${world.clock.now().toISOString()}::timestamptz
      where telegram_id = 3001`)
    expect((await board({ cookie })).status).toBe(401)
    await world.app.db.execute(sql`update people set moved_away_at = null where telegram_id = 3001`)
  })

  it('the board is only looked at', async () => {
    const cookie = await cookieOf(await link())
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const tried = await call(`${base()}/antrean/`, {
        method,
        headers: { cookie },
      })
      expect([method, tried.status]).toEqual([method, 404])
    }
  })

  it.each([
    undefined,
    'sedikit=',
    'sedikit=x',
    `sedikit=${'A'.repeat(22)}`,
    `__Host-sedikit=${'A'.repeat(22)}`,
    `a=1; sedikit=${'_'.repeat(22)}; b`,
  ])('no session is in %j', async (cookie) => {
    const refused = await board(cookie === undefined ? {} : { cookie })
    expect(refused.status).toBe(401)
    expect(await refused.text()).toContain('Telegram')
  })

  it('ends after an hour, and when it is ended', async () => {
    const cookie = await cookieOf(await link())
    const ended = await cookieOf(await link())
    const out = await call(`${base()}/keluar`, { method: 'POST', headers: { cookie: ended } })
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      303,
      'sedikit=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict',
    ])
    expect(new URL(out.headers.get('location') ?? '', 'https://x/a/keluar').pathname).toBe(
      '/a/keluar',
    )
    expect((await board({ cookie: ended })).status).toBe(401)
    const shown = await board({ cookie })
    expect(shown.status).toBe(200)
    const [, leave = ''] = /<form method="post" action="([^"]+)">/.exec(await shown.text()) ?? []
    expect(new URL(leave, 'https://x/a/antrean/').pathname).toBe('/a/keluar')
    world.clock.moveTo(new Date(world.clock.now().getTime() + HOUR))
    expect((await board({ cookie })).status).toBe(401)
    await world.app.tick()
    await world.app.tick()
    const left = await row<{ n: number }>(
      world,
      sql`select (select count(*) from web_links where expires_at < ${world.clock.now().toISOString()}::timestamptz)::int
        + (select count(*) from web_sessions)::int as n`,
    )
    expect(left.n).toBe(0)
  })

  it('knows who opened a Mini App, by what Telegram has signed', async () => {
    const initData = (id: number, age: number): string => {
      const fields = {
        auth_date: String(Math.floor(world.clock.now().getTime() / 1000) - age),
        user: JSON.stringify({ id, first_name: 'Uji' }),
      }
      const key = createHmac('sha256', 'WebAppData').update('123456:demo').digest()
      const text = `auth_date=${fields.auth_date}\nuser=${fields.user}`
      const hash = createHmac('sha256', key).update(text).digest('hex')
      return new URLSearchParams({ ...fields, hash }).toString()
    }
    const by = async (data: string): Promise<number> =>
      (await board({ authorization: `tma ${data}` })).status
    expect(await by(initData(admin.id, 10))).toBe(200)
    expect(await by(initData(siti.id, 10))).toBe(403)
    expect(await by(initData(admin.id, 4000))).toBe(401)
    expect(await by(initData(999_999, 10))).toBe(401)
    expect(await by(`${initData(siti.id, 10)}&user=1`)).toBe(401)
    expect(await by(initData(siti.id, 10).replace('3002', '3001'))).toBe(401)
    expect(await by('')).toBe(401)
  })
})

describe('the pages behind https', () => {
  it('give a cookie that goes nowhere else', async () => {
    const world = await openWorld({ env: { PUBLIC_URL: 'https://belajar.example/' } })
    try {
      const admin = await world.joined(3001, 'Ahmad')
      const { id } = await row<{ id: string }>(world, sql`select id from people`)
      await grantAdmin(world.app.db, id, world.clock.now())
      await say(world, admin, '/status')
      const [text = ''] = await press(world, admin, 'Papan antrean …')
      const url = new URL(/https:\S+/.exec(text)?.[0] ?? '')
      expect(url.origin).toBe('https://belajar.example')
      const opened = await fetch(`http://127.0.0.1:${world.app.webPort}${url.pathname}`, {
        method: 'POST',
        redirect: 'manual',
      })
      expect(opened.headers.get('set-cookie')).toMatch(
        /^__Host-sedikit=.{22}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Strict; Secure$/,
      )
    } finally {
      await world.close()
    }
  })
})
