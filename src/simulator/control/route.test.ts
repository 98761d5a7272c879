import { request } from 'node:http'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { movableClock } from '../../platform/clock.ts'
import { startSimulator } from '../index.ts'
import type { Simulator } from '../index.ts'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startSimulator({ clock: movableClock(new Date('2026-01-05T00:00:00Z')) })
})
afterEach(async () => {
  await simulator.close()
})

async function sim(method: string, path: string, body?: unknown) {
  const response = await fetch(`${simulator.url}/sim/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

describe('control API', () => {
  it('drives people from another process', async () => {
    await sim('POST', 'people', { id: 1, firstName: 'Sari' })
    expect(await sim('POST', 'people/1/actions', { action: 'start' })).toMatchObject({
      status: 200,
      body: { result: { text: '/start' }, person: { started: true } },
    })
    expect(await sim('GET', 'people/1/messages')).toMatchObject({ body: [{ text: '/start' }] })
    await sim('POST', 'people/1/actions', { action: 'online', online: false })
    expect(await sim('POST', 'people/1/actions', { action: 'text', text: 'x' })).toEqual({
      status: 409,
      body: { error: 'Sari (1) is offline' },
    })
    expect(await sim('GET', 'state')).toMatchObject({
      body: { people: [{ id: 1, online: false }], pendingUpdates: 1, bot: 123456 },
    })
  })

  it('drives groups, faults, limits and the ledger', async () => {
    await sim('POST', 'people', { id: 1, firstName: 'Sari' })
    const group = (await sim('POST', 'groups', { title: 'Kantor' })).body as { id: number }
    await sim('POST', `groups/${group.id}/actions`, { action: 'join', personId: 1 })
    expect(
      await sim('POST', `groups/${group.id}/actions`, { action: 'addBot', personId: 1 }),
    ).toMatchObject({ body: { group: { botStatus: 'member' } } })
    const rule = { fault: { kind: 'error', code: 500 }, methods: ['getMe'] }
    expect(await sim('POST', 'faults', rule)).toMatchObject({ body: [{ rule, fired: 0 }] })
    await fetch(`${simulator.url}/bot123456:demo/getMe`)
    expect(await sim('GET', 'ledger/counts')).toMatchObject({
      body: { refusals: { 'getMe 500': 1 } },
    })
    expect(await sim('DELETE', 'faults')).toEqual({ status: 200, body: [] })
    await fetch(`${simulator.url}/bot123456:demo/sendMessage?chat_id=${group.id}&text=halo`)
    expect(await sim('GET', 'ledger?sent=1')).toMatchObject({
      body: [{ method: 'sendMessage', chatId: group.id, text: 'halo' }],
    })
    const off = { globalPerSecond: null, chatPerSecond: null }
    expect(await sim('PUT', 'limits', off)).toEqual({ status: 200, body: off })
  })

  it.each([
    ['GET', 'nothing', undefined, 404],
    ['PUT', 'people', {}, 405],
    ['GET', 'people/5', undefined, 404],
    ['POST', 'people', { id: -1 }, 400],
    ['POST', 'faults', { fault: { kind: 'flood' } }, 400],
    ['PUT', 'limits', { globalPerSecond: 'many' }, 400],
  ])('%s %s %o is %d', async (method, path, body, status) => {
    const answer = await sim(method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toHaveProperty('error')
  })

  it('is for this machine alone: not for the page of another site, nor by another name', async () => {
    const from = async (headers: Record<string, string>) =>
      await new Promise<number | undefined>((resolve, reject) => {
        request(`${simulator.url}/sim/state`, { headers }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end()
      })
    expect(await from({ origin: 'https://elsewhere.example' })).toBe(403)
    expect(await from({ host: 'rebound.example' })).toBe(403)
    expect(await from({ origin: simulator.url })).toBe(200)
  })

  it('streams what changes', async () => {
    const leave = new AbortController()
    const response = await fetch(`${simulator.url}/sim/events`, { signal: leave.signal })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let seen = ''
    const until = async (wanted: string) => {
      while (!seen.includes(wanted)) {
        const { value, done } = await reader.read()
        if (done) throw new Error(`the stream ended before ${wanted}`)
        seen += value
      }
    }
    await until('event: hello')
    simulator.person({ id: 1, firstName: 'Sari' }).start()
    await until('event: message')
    await until('"text":"/start"')
    expect(seen).toContain('"chatId":1')
    leave.abort()
  })

  it('lets others add pages, which it asks for the rest', async () => {
    simulator.addRoute((_request, response, url) => {
      if (url.pathname !== '/') return false
      response.end('halaman')
      return true
    })
    expect(await (await fetch(simulator.url)).text()).toBe('halaman')
    expect((await fetch(`${simulator.url}/other`)).status).toBe(404)
  })
})
