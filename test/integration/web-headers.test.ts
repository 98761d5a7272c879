import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkCode } from '../../src/certificates/index.ts'
import { loadCatalogue, type Catalogue } from '../../src/content/index.ts'
import { grantAdmin } from '../../src/people/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { createPageLinks, createSessionOf, serveHealth } from '../../src/web/index.ts'
import { addSecurityHeaders } from '../../src/web/security/index.ts'
import { limitRequests } from '../../src/web/limits/index.ts'
import { addRoutes, createServer, WEBHOOK_PATH } from '../../src/web/server.ts'
import { initDataOf, personIdOf } from '../support/dashboard.ts'
import { emptyStatus } from '../support/empty-status.ts'
import { LESSONS, openWorld, type World } from '../support/world.ts'

const TOKEN = '123456:demo'
const SECRET = 'a-secret_of-ours'

/** Directives in the order in which they are sent. */
const NOTHING =
  "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'" as const
const POLICIES = {
  nothing: NOTHING,
  words:
    /^default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';style-src 'sha256-[A-Za-z0-9+/]{43}='$/,
  button:
    /^default-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none';style-src 'sha256-[A-Za-z0-9+/]{43}='$/,
  'mini app':
    "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors https://web.telegram.org;script-src 'self';style-src 'self';img-src 'self';connect-src 'self';require-trusted-types-for 'script';trusted-types 'none'",
} as const

/** The headers beside the policy that every answer has. */
const EVERYWHERE = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-permitted-cross-domain-policies': 'none',
  'x-robots-tag': 'noindex, nofollow',
  'x-xss-protection': '0',
}

type Policy = keyof typeof POLICIES
type Ask = (url: string, method: string) => Promise<LightMyRequestResponse>

/** What every answer of the web server says, whatever it is about. */
describe('the headers', () => {
  let world: World
  let app: FastifyInstance
  let catalogue: Catalogue
  /** The code of a link that is open. */
  let code: string
  let initData: string
  /** Each route as it was declared. */
  const declared = new Set<string>()
  const logged: string[] = []
  let statusFails = false

  beforeAll(async () => {
    world = await openWorld()
    const admin = await world.joined(9801, 'Ahmad')
    const personId = await personIdOf(world, admin)
    const { db } = world.app
    await grantAdmin(db, personId, world.clock.now())
    initData = initDataOf(world, admin.id)
    const links = createPageLinks({ token: TOKEN, publicUrl: undefined, host: '-', port: 1 })
    const link = await links.make(db, { personId, path: '/antrean/' }, world.clock.now())
    code = links.urlOf(link).split('/').at(-1) ?? ''
    const loaded = await loadCatalogue(LESSONS)
    if (!loaded.ok) throw new Error('the lessons have mistakes')
    ;({ catalogue } = loaded)
    app = createServer({ trustedProxies: 'loopback' })
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) declared.add(`${one} ${url}`)
    })
    const session = { db, clock: world.clock, token: TOKEN, secure: true }
    const log = createLogger('error', { write: (line) => logged.push(line) })
    await addRoutes(app, {
      host: '127.0.0.1',
      port: 0,
      webhookSecret: SECRET,
      receive: () => Promise.resolve(),
      onRefused: () => undefined,
      checkCertificate: (asked) => checkCode(db, asked, 'Asia/Makassar'),
      fetchExport: (token) =>
        Promise.resolve(
          token === 'file'
            ? { kind: 'open', fileName: 'a.csv', size: 1, content: oneByte }
            : { kind: 'unknown' },
        ),
      locale: 'id',
      health: {
        ready: () => Promise.resolve({ missing: [], sending: 'on', parkedJobs: 0 }),
        metrics: () => Promise.resolve(''),
      },
      metricsAccess: { token: undefined, isPublic: false },
      onAnswered: () => undefined,
      log,
      trustedProxies: 'loopback',
      requestsPerMinute: 1_000_000,
      session,
      sessionOf: createSessionOf(session),
      systemStatus: () =>
        statusFails ? Promise.reject(new Error('connection to 10.0.0.9 lost')) : emptyStatus(),
      dashboard: {
        db,
        clock: world.clock,
        log,
        catalogue: () => catalogue,
        timezone: 'Asia/Makassar',
        readPage: () =>
          Promise.resolve(
            new Map([
              ['/', { type: 'text/html', body: page, gzipped: undefined, immutable: false }],
            ]),
          ),
      },
    })
  })
  afterAll(async () => {
    await app.close()
    await world.close()
  })

  const page = Buffer.from('<!doctype html>')
  async function* oneByte(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from('x'))
  }

  const nobody: Ask = (url, method) => app.inject({ url, method: method as 'GET' })
  const admin: Ask = (url, method) =>
    app.inject({ url, method: method as 'GET', headers: { authorization: `tma ${initData}` } })
  const telegram: Ask = (url, method) =>
    app.inject({
      url,
      method: method as 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
      payload: { update_id: 1 },
    })

  /** Each route with an answer of every kind that it gives: route, address, status, policy. */
  const answers: readonly (readonly [string, string, Ask, number, Policy])[] = [
    ['GET /healthz', '/healthz', nobody, 200, 'nothing'],
    ['GET /readyz', '/readyz', nobody, 200, 'nothing'],
    ['GET /metrics', '/metrics', nobody, 200, 'nothing'],
    ['GET /v/:code', '/v/x', nobody, 404, 'words'],
    ['GET /masuk/:code', '/masuk/<code>', nobody, 200, 'button'],
    ['GET /masuk/:code', '/masuk/x', nobody, 410, 'button'],
    ['POST /masuk/:code', '/masuk/x', nobody, 410, 'button'],
    ['POST /masuk/:code', '/masuk/<code>', nobody, 303, 'nothing'],
    ['GET /keluar', '/keluar', nobody, 200, 'button'],
    ['POST /keluar', '/keluar', nobody, 303, 'nothing'],
    ['GET /antrean/', '/antrean/', nobody, 401, 'button'],
    ['GET /antrean/', '/antrean/', admin, 200, 'button'],
    ['GET /dasbor', '/dasbor', nobody, 308, 'mini app'],
    ['GET /dasbor/', '/dasbor/', nobody, 200, 'mini app'],
    ['GET /dasbor/assets/:file', '/dasbor/assets/x.js', nobody, 404, 'mini app'],
    ['GET /dasbor/data/start', '/dasbor/data/start', nobody, 401, 'nothing'],
    ['GET /dasbor/data/start', '/dasbor/data/start', admin, 200, 'nothing'],
    ['GET /dasbor/data/:view', '/dasbor/data/units', admin, 200, 'nothing'],
    ['GET /dasbor/data/:view', '/dasbor/data/x', admin, 404, 'nothing'],
    ['GET /dasbor/csv/:view/:panel', '/dasbor/csv/people/people', admin, 200, 'nothing'],
    ['GET /ekspor/:token', '/ekspor/file', nobody, 200, 'nothing'],
    ['GET /ekspor/:token', '/ekspor/x', nobody, 404, 'nothing'],
    [`POST ${WEBHOOK_PATH}`, WEBHOOK_PATH, telegram, 200, 'nothing'],
    [`POST ${WEBHOOK_PATH}`, WEBHOOK_PATH, nobody, 401, 'nothing'],
  ]

  /** @param of is compared along, so that a failure says which answer it was */
  function expectHeaders(answer: LightMyRequestResponse, policy: Policy, of: string): void {
    const { headers } = answer
    expect({ of, ...headers }).toMatchObject({ of, ...EVERYWHERE })
    const wanted = POLICIES[policy]
    const isFramed = policy === 'mini app'
    expect([of, headers['content-security-policy'], headers['x-frame-options']]).toEqual([
      of,
      typeof wanted === 'string' ? wanted : expect.stringMatching(wanted),
      isFramed ? undefined : 'DENY',
    ])
    expect(headers).not.toHaveProperty('x-powered-by')
    // Only the files of the dashboard's page may be kept, and asked for anew.
    if (headers['cache-control'] !== 'no-cache') {
      expect([of, headers['cache-control']]).toEqual([of, expect.stringMatching(/^no-store/)])
    }
  }

  it('stand on each answer of each route, whoever asks', async () => {
    for (const [route, address, ask, status, policy] of answers) {
      const [method = ''] = route.split(' ')
      const of = `${method} ${address} (${status})`
      // The body is not asked for, and the rest is as if it were; the one use of a link is left for POST.
      if (method === 'GET') {
        const head = await ask(address.replace('<code>', code), 'HEAD')
        expect([of, head.statusCode]).toEqual([of, status])
        expectHeaders(head, policy, `HEAD of ${of}`)
      }
      const answer = await ask(address.replace('<code>', code), method)
      expect([of, answer.statusCode]).toEqual([of, status])
      expectHeaders(answer, policy, of)
    }
  })

  it('are looked at for every route that there is', () => {
    const known = answers.flatMap(([route]) =>
      route.startsWith('GET') ? [route, route.replace('GET', 'HEAD')] : [route],
    )
    expect([...declared].toSorted()).toEqual([...new Set(known)].toSorted())
  })

  it.each([
    ['an address without a page', 'GET', '/'],
    ['one that others have', 'GET', '/wp-login.php'],
    ['a method that a page does not know', 'PUT', '/dasbor/'],
    ['the question which methods there are', 'OPTIONS', '/v/x'],
    ['an address that cannot be read', 'GET', '/v/%E0%A4%A'],
    ['one that is too long', 'GET', `/masuk/${'A'.repeat(4000)}`],
    ['a form where none is taken', 'POST', '/healthz'],
  ])('stand where there is nothing: %s', async (_what, method, url) => {
    const answer = await nobody(url, method)
    expect(answer.statusCode).toBe(404)
    expectHeaders(answer, 'nothing', url)
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    // What was asked for is not repeated.
    expect(answer.body).toBe('Tidak ada halaman di alamat ini.\n')
  })

  it.each([
    ['application/json', '{', 400],
    ['text/xml', '<x/>', 415],
    ['application/json', `"${'x'.repeat(1024 * 1024)}"`, 413],
  ])('stand where an update cannot be read (%s)', async (type, payload, status) => {
    const answer = await app.inject({
      url: WEBHOOK_PATH,
      method: 'POST',
      headers: { 'x-telegram-bot-api-secret-token': SECRET, 'content-type': type },
      payload,
    })
    expect(answer.statusCode).toBe(status)
    expectHeaders(answer, 'nothing', type)
  })

  it('stand where a page fails, which says nothing of why', async () => {
    statusFails = true
    const answer = await admin('/antrean/', 'GET')
    statusFails = false
    expect([answer.statusCode, answer.body]).toEqual([
      503,
      'Halaman ini belum bisa dibuka saat ini. Coba lagi sebentar.\n',
    ])
    expectHeaders(answer, 'nothing', 'a board that fails')
    expect(logged.join('\n')).toContain('10.0.0.9')
  })

  it('stand where somebody asks too often', async () => {
    const limited = createServer({ trustedProxies: 'loopback' })
    await addSecurityHeaders(limited, { secure: true })
    limitRequests(limited, { most: 1, free: [], fallback: 'id' })
    await limited.inject('/')
    const answer = await limited.inject('/')
    expect(answer.statusCode).toBe(429)
    expectHeaders(answer, 'nothing', 'too often')
    await limited.close()
  })

  it('say nothing of https where the pages are reached without', async () => {
    const plain = createServer({ trustedProxies: 'loopback' })
    await addSecurityHeaders(plain, { secure: false })
    const { headers } = await plain.inject('/')
    expect(headers['content-security-policy']).toBe(NOTHING)
    for (const one of ['strict-transport-security', 'cross-origin-opener-policy']) {
      expect(headers).not.toHaveProperty(one)
    }
    await plain.close()
  })
})

/** Of each answer: what belongs to the connection, and what the answer itself is. */
const NOT_OF_SECURITY = [
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
]

const ofSecurity = (headers: Iterable<readonly [string, unknown]>) =>
  Object.fromEntries([...headers].filter(([name]) => !NOT_OF_SECURITY.includes(name)))

it('the headers stand on the health pages of a process that serves no others', async () => {
  const app = createServer({ trustedProxies: 'loopback' })
  await addSecurityHeaders(app, { secure: false })
  const { headers } = await app.inject('/')
  await app.close()
  const wanted = ofSecurity(Object.entries(headers))
  expect(wanted).toMatchObject({ 'content-security-policy': NOTHING })
  const health = await serveHealth(
    {
      ready: () => Promise.resolve({ missing: ['database'], sending: 'on', parkedJobs: 0 }),
      metrics: () => Promise.resolve(''),
    },
    { host: '127.0.0.1', port: 0, token: SECRET },
  )
  try {
    const answers = [
      ['GET', '/healthz', 200],
      ['HEAD', '/healthz', 200],
      ['GET', '/readyz', 503],
      ['GET', '/metrics', 401],
      ['GET', '/x', 404],
      ['POST', '/healthz', 404],
    ] as const
    for (const [method, path, status] of answers) {
      const answer = await fetch(`http://127.0.0.1:${health.port}${path}`, { method })
      await answer.text()
      expect([path, answer.status, ofSecurity(answer.headers)]).toEqual([path, status, wanted])
    }
  } finally {
    await health.close()
  }
})
