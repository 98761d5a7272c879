import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { systemClock } from '../../platform/clock.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import { startSimulator } from '../index.ts'
import type { Simulator } from '../index.ts'

interface Push {
  secret: string | undefined
  body: { update_id: number; message?: { text?: string; from: { id: number } } }
}

let simulator: Simulator
let pushes: Push[]
let answer: (push: Push, response: ServerResponse) => void
let hookUrl: string
let stopHook: () => Promise<void>

beforeEach(async () => {
  simulator = await startSimulator({ clock: systemClock })
  pushes = []
  answer = (_push, response) => response.end()
  const hook = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const secret = request.headers['x-telegram-bot-api-secret-token']
      const push: Push = {
        secret: typeof secret === 'string' ? secret : undefined,
        body: JSON.parse(Buffer.concat(chunks).toString()) as Push['body'],
      }
      pushes.push(push)
      answer(push, response)
    })
  })
  hook.listen(0, '127.0.0.1')
  await once(hook, 'listening')
  hookUrl = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/hook`
  stopHook = async () => {
    const closed = once(hook, 'close')
    hook.close()
    hook.closeAllConnections()
    await closed
  }
})
afterEach(async () => {
  await simulator.close()
  await stopHook()
})

async function call(method: string, payload: object = {}): Promise<unknown> {
  const response = await fetch(`${simulator.url}/bot123456:demo/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  })
  return ((await response.json()) as { result: unknown }).result
}

const texts = () => pushes.map(({ body }) => body.message?.text)

describe('webhook', () => {
  it('pushes what waited and what comes, with the secret, and forgets what was taken', async () => {
    const sari = simulator.person({ id: 1, firstName: 'Sari' })
    sari.start()
    await call('setWebhook', { url: hookUrl, secret_token: 'se-cret_1' })
    sari.sendText('satu')
    await expect.poll(texts).toEqual(['/start', 'satu'])
    expect(pushes[0]?.secret).toBe('se-cret_1')
    await expect.poll(() => simulator.pendingUpdates()).toBe(0)
    expect(await call('getWebhookInfo')).toMatchObject({ url: hookUrl, pending_update_count: 0 })
  })

  it('pushes again what was refused, one person’s updates in order, others meanwhile', async () => {
    const refused = new Set<number>()
    answer = ({ body }, response) => {
      const again = refused.has(body.update_id)
      refused.add(body.update_id)
      response.statusCode = body.message?.from.id === 1 && !again ? 500 : 200
      response.end()
    }
    await call('setWebhook', { url: hookUrl })
    const sari = simulator.person({ id: 1, firstName: 'Sari' })
    const budi = simulator.person({ id: 2, firstName: 'Budi' })
    sari.sendText('s1')
    sari.sendText('s2')
    budi.sendText('b1')
    await expect.poll(() => simulator.pendingUpdates()).toBe(0)
    expect(texts().filter((text) => text?.startsWith('s'))).toEqual(['s1', 's1', 's2', 's2'])
    expect(texts().filter((text) => text === 'b1')).toHaveLength(1)
    expect(await call('getWebhookInfo')).toMatchObject({
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    })
  })

  it('waits as long as Retry-After says', async () => {
    const moments: number[] = []
    answer = (_push, response) => {
      moments.push(elapsedMs())
      if (moments.length === 1) response.writeHead(503, { 'retry-after': '1' })
      response.end()
    }
    await call('setWebhook', { url: hookUrl })
    simulator.person({ id: 1, firstName: 'Sari' }).start()
    await expect.poll(() => moments.length, { timeout: 10_000 }).toBe(2)
    expect((moments[1] ?? 0) - (moments[0] ?? 0)).toBeGreaterThanOrEqual(995)
  })

  it('does the call that an answer holds', async () => {
    answer = (_push, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ method: 'sendMessage', chat_id: 1, text: 'dari jawaban' }))
    }
    const sari = simulator.person({ id: 1, firstName: 'Sari' })
    sari.start()
    await call('setWebhook', { url: hookUrl })
    await expect.poll(() => sari.messages().at(-1)?.text).toBe('dari jawaban')
  })

  it('drops what waits when asked, and stops when deleted', async () => {
    const sari = simulator.person({ id: 1, firstName: 'Sari' })
    sari.start()
    await call('setWebhook', { url: hookUrl, drop_pending_updates: true })
    sari.sendText('satu')
    await expect.poll(texts).toEqual(['satu'])
    await expect.poll(() => simulator.pendingUpdates()).toBe(0)
    await call('deleteWebhook')
    sari.sendText('dua')
    expect(await call('getUpdates')).toMatchObject([{ message: { text: 'dua' } }])
    expect(texts()).toEqual(['satu'])
  })
})
