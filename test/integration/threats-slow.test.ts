import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { silentLogger } from '../../src/platform/logger.ts'
import { startWeb, type WebServer } from '../../src/web/index.ts'
import { until } from '../support/until.ts'
import { WEBHOOK_SECRET } from '../support/webhook.ts'
import { openWorld, type World } from '../support/world.ts'

/** Elapsed milliseconds; the real ones are seconds. */
const patience = { headMs: 200, requestMs: 400, idleMs: 800, lookMs: 50 }

/** Clients that hold a connection for as long as they can. */
describe('whoever takes too long', () => {
  let world: World
  let web: WebServer
  let received = 0
  let ended = 0
  const sockets: Socket[] = []

  beforeAll(async () => {
    world = await openWorld()
    const { clock } = world
    const { db } = world.app
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        for (;;) yield await Promise.resolve(Buffer.alloc(65_536))
      } finally {
        ended++
      }
    }
    web = await startWeb({
      host: '127.0.0.1',
      port: 0,
      webhookSecret: WEBHOOK_SECRET,
      receive: () => Promise.resolve(void received++),
      onRefused: () => undefined,
      checkCertificate: () => Promise.resolve({ kind: 'unknown' }),
      fetchExport: () =>
        Promise.resolve({ kind: 'open', fileName: 'x.zip', size: 2 ** 40, content: endless }),
      locale: 'id',
      log: silentLogger,
      onAnswered: () => undefined,
      health: {
        ready: () => Promise.reject(new Error('nobody may ask')),
        metrics: () => Promise.resolve(''),
      },
      metricsAccess: { token: undefined, isPublic: true },
      session: { db, clock, token: '123456:demo', secure: false },
      sessionOf: () => Promise.resolve(undefined),
      systemStatus: () => Promise.reject(new Error('nobody may ask')),
      dashboard: {
        db,
        clock,
        log: silentLogger,
        catalogue: world.app.catalogue,
        timezone: 'Asia/Makassar',
        readPage: undefined,
      },
      requestsPerMinute: Number.POSITIVE_INFINITY,
      trustedProxies: 'loopback',
      patience,
    })
  })
  afterAll(async () => {
    for (const socket of sockets) socket.destroy()
    await web.close()
    await world.close()
  })

  async function dial(): Promise<{ socket: Socket; said: () => string; over: () => boolean }> {
    const socket = connect(web.port, '127.0.0.1')
    sockets.push(socket)
    let text = ''
    let over = false
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
    })
    socket.on('close', () => {
      over = true
    })
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    return { socket, said: () => text, over: () => over }
  }

  /** Sends a byte now and then, until the other side has had enough. */
  async function dribble(socket: Socket, byte: string, over: () => boolean): Promise<void> {
    await until(() => {
      if (!over() && socket.writable) socket.write(byte)
      return over()
    }, 'the end of a slow connection')
  }

  const head = [
    'POST /telegram HTTP/1.1',
    'host: x',
    'content-type: application/json',
    `x-telegram-bot-api-secret-token: ${WEBHOOK_SECRET}`,
    'content-length: 100000',
  ].join('\r\n')

  it('with the head of a request is ended', async () => {
    const { socket, said, over } = await dial()
    socket.write('GET /v/x HTTP/1.1\r\nhost: x\r\nx-slow: ')
    await dribble(socket, 'a', over)
    expect(said()).toMatch(/^(?:HTTP\/1\.1 408 |$)/)
  })

  it('with the body is ended, and nothing of it is taken', async () => {
    const { socket, said, over } = await dial()
    socket.write(`${head}\r\n\r\n{`)
    await dribble(socket, ' ', over)
    expect(said()).toMatch(/^(?:HTTP\/1\.1 408 |$)/)
    expect(received).toBe(0)
  })

  it('with saying anything at all is ended', async () => {
    const { over, said } = await dial()
    await until(over, 'the end of a silent connection')
    expect(said()).toMatch(/^(?:HTTP\/1\.1 408 |$)/)
  })

  it('with reading what was asked for is ended, and with it the reading of the file', async () => {
    const { socket, over } = await dial()
    socket.pause()
    socket.write('GET /ekspor/x HTTP/1.1\r\nhost: x\r\n\r\n')
    await until(() => ended === 1, 'the end of the download')
    socket.resume()
    await until(over, 'the end of the connection')
    expect(ended).toBe(1)
  })

  it('keeps nobody else waiting', async () => {
    const slow = await Promise.all(Array.from({ length: 50 }, dial))
    for (const { socket } of slow) socket.write(`${head}\r\n\r\n{`)
    expect((await fetch(`http://127.0.0.1:${web.port}/healthz`)).status).toBe(200)
    await until(() => slow.every(({ over }) => over()), 'the end of all slow ones')
  })
})
