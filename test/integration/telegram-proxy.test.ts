import { InputFile } from 'grammy'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { insertMessages } from '../../src/messaging/index.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { withDatabase } from '../../src/platform/db/index.ts'
import {
  createTelegram,
  type CallOutcome,
  type TelegramOptions,
} from '../../src/platform/telegram/index.ts'
import { startSimulator, type Simulator } from '../../src/simulator/index.ts'
import { connectProxy, type ConnectProxy } from '../support/connect-proxy.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { accepted, note, openChats } from '../support/ledger-notes.ts'
import { loopbackCertificate } from '../support/loopback-certificate.ts'
import { end, startCommand, type Running } from '../support/journey-process.ts'
import { until } from '../support/until.ts'

let folder: string
let database: ClonedDatabase
let simulator: Simulator
/** The simulated Telegram with TLS in front of it, under a name that leads nowhere but by the proxy. */
let front: Server
let target: string
const API_ROOT = 'https://api.telegram.test'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sedikit-proxy-'))
  await writeFile(join(folder, 'ca.pem'), loopbackCertificate.cert)
  database = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
  simulator = await startSimulator({
    clock: systemClock,
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  front = createServer(loopbackCertificate, (incoming, outgoing) => {
    const { method, headers, url } = incoming
    const onward = request(new URL(url ?? '', simulator.url), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  front.listen(0, '127.0.0.1')
  await once(front, 'listening')
  const address = front.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  target = `127.0.0.1:${address.port}`
})
afterAll(async () => {
  front.closeAllConnections()
  front.close()
  await simulator.close()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close()
})

async function proxy(credentials?: string): Promise<ConnectProxy> {
  const made = await connectProxy({
    target,
    ...(credentials === undefined ? {} : { credentials }),
  })
  open.push(made)
  return made
}

function start(env: Record<string, string>): Running {
  const running = startCommand(['start'], {
    BOT_TOKEN: '123456:demo',
    TELEGRAM_API_ROOT: API_ROOT,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PORT: '0',
    SEND_RATE: '500',
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    ...env,
  })
  open.push({ close: () => end(running) })
  return running
}

describe('a bot behind a proxy', () => {
  it('receives and sends through it alone, over a few connections that stay open', async () => {
    const way = await proxy('maros:kata%20sandi')
    const running = start({ https_proxy: way.url })
    await running.says(/is running/)
    const siti = simulator.person({ id: 7_301, firstName: 'Siti', languageCode: 'id' })
    siti.start()
    await until(() => siti.messages().some(({ fromBot }) => fromBot), 'an answer through the proxy')
    const chats = openChats(simulator, 7_400, 50)
    await withDatabase(database.ownerUrl, (db) =>
      insertMessages(
        db,
        Array.from({ length: 200 }, (_, i) => note('announcement', chats[i % 50] ?? 0, `p${i}`)),
        { now: systemClock.now() },
      ),
    )
    await until(() => accepted(simulator).length === 200, 'two hundred messages')
    expect(new Set(way.tunnels)).toEqual(new Set(['api.telegram.test:443']))
    expect(way.tunnels.length).toBeLessThan(100)
    expect(way.others).toEqual([])
    expect(running.stderr() + running.stdout()).not.toMatch(/sandi|123456:demo/)
  })

  it('says of a proxy what is wrong with it, and goes on when it is mended', async () => {
    const way = await proxy()
    way.refuse(403)
    const running = start({ HTTPS_PROXY: way.url })
    await running.says(/lets nothing through to Telegram \(403\)/)
    expect(running.stderr()).toContain(`the proxy ${new URL(way.url).host} (HTTPS_PROXY)`)
    way.refuse(407)
    await running.says(/wants another user or password \(407\)/)
    way.refuse(undefined)
    await running.says(/is running/)
    // While it runs: messages are not lost, and not taken for uncertain.
    way.refuse(502)
    front.closeAllConnections()
    const ani = simulator.person({ id: 7_302, firstName: 'Ani', languageCode: 'id' })
    ani.start()
    await running.says(/receiving updates failed/)
    expect(running.stderr()).toMatch(/lets nothing through to Telegram \(502\)/)
    way.refuse(undefined)
    await until(() => ani.messages().some(({ fromBot }) => fromBot), 'the answer after all')
  })
})

describe('a call', () => {
  const call = (settings: Partial<TelegramOptions>): Promise<CallOutcome> =>
    createTelegram({ token: '123456:demo', apiRoot: API_ROOT, ...settings }).call({
      method: 'sendMessage',
      payload: { chat_id: 1, text: 'x' },
    })

  it('that finds no proxy was not sent, and says so; with a file too', async () => {
    const httpsProxy = 'http://user:secret@127.0.0.1:1'
    const reason = 'the proxy 127.0.0.1:1 (HTTPS_PROXY) cannot be reached (ECONNREFUSED)'
    expect(await call({ httpsProxy })).toEqual({ kind: 'unavailable', reason })
    const telegram = createTelegram({ token: '123456:demo', apiRoot: API_ROOT, httpsProxy })
    const photo = new InputFile(Buffer.from('x'), 'x.png')
    expect(await telegram.call({ method: 'sendPhoto', payload: { chat_id: 1, photo } })).toEqual({
      kind: 'unavailable',
      reason,
    })
    const got = await telegram.download('x', 10)
    expect(got.kind).toBe('failed')
  })

  it('goes past the proxy where NO_PROXY names Telegram, and to a server without TLS', async () => {
    const way = await proxy()
    const settings = { httpsProxy: way.url, noProxy: 'localhost,127.0.0.1' }
    // The front itself answers, with a certificate that this process has no reason to believe.
    expect(await call({ ...settings, apiRoot: `https://${target}` })).toEqual({
      kind: 'unavailable',
      reason: expect.stringContaining('SELF_SIGNED_CERT'),
    })
    expect(await call({ httpsProxy: way.url, apiRoot: simulator.url })).toMatchObject({
      kind: 'unreachable',
    })
    expect([way.tunnels, way.others]).toEqual([[], []])
  })

  it('that a proxy answers in its own way says how', async () => {
    const way = await proxy('maros:kata')
    const asked = async (httpsProxy: string): Promise<string> => {
      const outcome = await call({ httpsProxy })
      return 'reason' in outcome ? `${outcome.kind}: ${outcome.reason}` : outcome.kind
    }
    const wrong = way.url.replace('kata', 'lain')
    expect(await asked(wrong)).toMatch(/^unavailable: .* another user or password \(407\)$/)
    // A web server, or anything else that is none.
    expect(await asked(simulator.url)).toMatch(/^unavailable: the proxy 127\.0\.0\.1:\d+ /)
  })
})
