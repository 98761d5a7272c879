import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTelegram } from '../../src/platform/telegram/index.ts'
import { until } from '../support/until.ts'

/** Answers after a moment, from a thread of its own: it goes on while this one stands still. */
const SERVER = `
  const { createServer } = require('node:http')
  const { parentPort } = require('node:worker_threads')
  const server = createServer((request, response) => {
    request.resume()
    parentPort.postMessage('asked')
    if (request.url.endsWith('/sendChatAction')) return
    setTimeout(() => response.end('{"ok":true,"result":{"message_id":7}}'), 200)
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))`

const PATIENCE_S = 1

describe('a call of a process that is frozen for longer than its patience', () => {
  let server: Worker
  let port = 0
  let asked = 0

  beforeAll(async () => {
    server = new Worker(SERVER, { eval: true })
    ;[port] = (await once(server, 'message')) as [number]
    server.on('message', () => asked++)
  })
  afterAll(async () => {
    await server.terminate()
  })
  const telegram = () =>
    createTelegram({
      token: '123456:demo',
      apiRoot: `http://127.0.0.1:${port}`,
      timeoutSeconds: PATIENCE_S,
    })

  it('hears the answer that came meanwhile', async () => {
    const call = telegram().call({ method: 'sendMessage', payload: { chat_id: 1, text: 'x' } })
    await until(() => asked > 0, 'the call with the server')
    // Nothing runs in this thread for so long, as after SIGSTOP; what it comes to first are its timers.
    await new Promise<void>((resolve) =>
      setImmediate(() => {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE_S * 3000)
        resolve()
      }),
    )
    expect(await call).toEqual({ kind: 'ok', result: { message_id: 7 } })
  })

  it('is given up all the same when none came', async () => {
    const call = telegram().call({ method: 'sendChatAction', payload: { chat_id: 1 } })
    expect(await call).toMatchObject({ kind: 'uncertain' })
  })
})
