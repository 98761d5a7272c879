import { createServer as createHttp, type Server as HttpServer } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { connect, createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { askBot, type BotAnswer } from './ask-bot.ts'
import { filter } from './fixture.ts'
import type { PathOptions } from './open-path.ts'

const servers: (Server | HttpServer)[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

function listen(server: Server | HttpServer): Promise<number> {
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : 0)
    })
  })
}

function ask(apiRoot: string, proxy?: PathOptions['proxy']): Promise<BotAnswer> {
  const question = { apiRoot, token: '1:a', method: 'getMe' } as const
  return askBot(proxy === undefined ? question : { ...question, proxy })
}

const fault = (step: string, at: string, code: unknown) => ({
  kind: 'shut',
  fault: { step, at, code },
})

/** A proxy that leads on, and keeps what it was asked for. */
function leadingProxy(asked: string[]): Server {
  return createServer((client) => {
    client.on('error', () => undefined)
    client.once('data', (head) => {
      asked.push(head.toString())
      const to = /^CONNECT ([^:]+):(\d+)/.exec(head.toString())
      const onward = connect(Number(to?.[2]), to?.[1] ?? '')
      onward.on('error', () => client.destroy())
      onward.once('connect', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        client.pipe(onward).pipe(client)
      })
    })
  })
}

describe('the way to a Bot API server', () => {
  it('that answers: what it says, and which time it is there', async () => {
    const port = await listen(
      createHttp((request, response) => {
        response.setHeader('date', 'Tue, 24 Nov 2026 01:00:00 GMT')
        response.end(JSON.stringify({ ok: true, result: request.url }))
      }),
    )
    expect(await ask(`http://127.0.0.1:${port}/prefix/`)).toMatchObject({
      kind: 'answer',
      ok: true,
      result: '/prefix/bot1:a/getMe?',
      date: new Date('2026-11-24T01:00:00Z'),
    })
  })

  it('that refuses: its code and its words', async () => {
    const body = { ok: false, error_code: 429, description: 'x', parameters: { retry_after: 7 } }
    const port = await listen(createHttp((_, response) => response.end(JSON.stringify(body))))
    const answer = await ask(`http://127.0.0.1:${port}`)
    expect(answer).toMatchObject({ ok: false, code: 429, description: 'x', retryAfterS: 7 })
  })

  it('that is a page of something else', async () => {
    const port = await listen(createHttp((_, response) => response.end('<h1>Masuk Wi-Fi</h1>')))
    expect(await ask(`http://127.0.0.1:${port}`)).toEqual({ kind: 'foreign', status: 200 })
  })

  it('that ends at a name that nobody knows', async () => {
    const code: unknown = expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/)
    expect(await ask('http://telegram.invalid')).toEqual(fault('lookup', 'target', code))
  })

  it('that ends at a closed port', async () => {
    expect(await ask('https://127.0.0.1:1')).toEqual(fault('connect', 'target', 'ECONNREFUSED'))
  })

  it('that is cut in the middle', async () => {
    const port = await listen(createServer((socket) => socket.resetAndDestroy()))
    expect(await ask(`https://localhost:${port}`)).toMatchObject({
      fault: { at: 'target', code: 'ECONNRESET' },
    })
    expect(await ask(`http://localhost:${port}`)).toMatchObject({ kind: 'shut' })
  })

  it('on which TLS is opened: nothing is sent, and the issuer is named', async () => {
    const urls: unknown[] = []
    const server = createHttps(filter, (request, response) => {
      urls.push(request.url)
      response.end('{"ok":true}')
    })
    const port = await listen(server)
    expect(await ask(`https://localhost:${port}`)).toEqual({
      kind: 'shut',
      fault: {
        step: 'tls',
        at: 'target',
        code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
        issuer: 'Penyaring Jaringan',
      },
    })
    expect(urls).toEqual([])
  })

  it('that speaks no TLS', async () => {
    const port = await listen(createHttp((_, response) => response.end('x')))
    const answer = await ask(`https://localhost:${port}`)
    expect(answer).toMatchObject({ fault: { step: 'tls', code: /SSL|EPROTO/ } })
  })
})

describe('the way through a proxy', () => {
  const refusing = (status: string): Server =>
    createServer((client) => {
      client.on('error', () => undefined)
      client.once('data', () => client.end(`HTTP/1.1 ${status}\r\n\r\n`))
    })

  it('leads on to the target, whose certificate is looked at all the same', async () => {
    const asked: string[] = []
    const proxy = await listen(leadingProxy(asked))
    const target = await listen(createHttps(filter, (_, response) => response.end('{}')))
    const answer = await ask(`https://localhost:${target}`, {
      host: '127.0.0.1',
      port: proxy,
      authorisation: 'Basic YTpi',
    })
    expect(answer).toMatchObject({ fault: { step: 'tls', at: 'target' } })
    expect(asked[0]).toContain(`CONNECT localhost:${target} HTTP/1.1`)
    expect(asked[0]).toContain('Proxy-Authorization: Basic YTpi')
  })

  it('brings the answer of the target back', async () => {
    const proxy = await listen(leadingProxy([]))
    const target = await listen(
      createHttp((_, response) => response.end(JSON.stringify({ ok: true, result: 'here' }))),
    )
    const through = { host: '127.0.0.1', port: proxy }
    const answer = await ask(`http://127.0.0.1:${target}`, through)
    expect(answer).toMatchObject({ kind: 'answer', result: 'here' })
  })

  it.each([
    ['407 Proxy Authentication Required', '407'],
    ['403 Forbidden', '403'],
    ['502 Bad Gateway', '502'],
  ])('ends where it says %s', async (status, code) => {
    const port = await listen(refusing(status))
    const answer = await ask('https://api.telegram.invalid', { host: '127.0.0.1', port })
    expect(answer).toEqual(fault('proxy', 'proxy', code))
  })

  it('ends where no proxy is: name, port, or something else', async () => {
    const root = 'https://api.telegram.invalid'
    const code: unknown = expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/)
    expect(await ask(root, { host: 'proxy.invalid', port: 3128 })).toEqual(
      fault('lookup', 'proxy', code),
    )
    expect(await ask(root, { host: '127.0.0.1', port: 1 })).toEqual(
      fault('connect', 'proxy', 'ECONNREFUSED'),
    )
    const other = createServer((client) => {
      client.on('error', () => undefined)
      client.resume()
      client.write('220 mail.example ESMTP ready\r\n')
    })
    const port = await listen(other)
    expect(await ask(root, { host: '127.0.0.1', port })).toEqual(fault('proxy', 'proxy', 'EPROTO'))
  })
})
