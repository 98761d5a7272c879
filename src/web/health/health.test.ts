import { expect, it } from 'vitest'
import { answerHealth, mayRead, type Health, type HealthRequest } from './health.ts'

const from = (
  remoteAddress: string | undefined,
  headers: HealthRequest['headers'] = {},
): HealthRequest => ({ path: '/metrics', remoteAddress, headers })

it('opens the metrics to this machine alone, where no token is set', () => {
  const access = { token: undefined, isPublic: false }
  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1']) {
    expect(mayRead(access, from(address))).toBe(true)
  }
  for (const address of ['10.0.0.1', '::ffff:10.0.0.1', '1.127.0.1', '2001:db8::1', undefined]) {
    expect(mayRead(access, from(address))).toBe(false)
  }
})

it('takes what a proxy on this machine hands on for what it is', () => {
  const closed = { token: undefined, isPublic: false }
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
    expect(mayRead(closed, from('127.0.0.1', { [name]: '203.0.113.9' }))).toBe(false)
  }
  // One that says nothing cannot be told from this machine: a port for everybody needs a token.
  expect(mayRead({ token: undefined, isPublic: true }, from('127.0.0.1'))).toBe(false)
})

it('asks for the token where one is set, from this machine too', () => {
  const access = { token: 'a-long-enough-token', isPublic: true }
  const bearer = (authorization: string): HealthRequest => from('10.0.0.1', { authorization })
  expect(mayRead(access, bearer('Bearer a-long-enough-token'))).toBe(true)
  for (const wrong of ['Bearer a-long-enough-toke', 'a-long-enough-token', 'Bearer ', '']) {
    expect(mayRead(access, bearer(wrong))).toBe(false)
  }
  expect(mayRead(access, from('127.0.0.1'))).toBe(false)
})

const health: Health = {
  ready: () => Promise.resolve({ missing: [], sending: 'paused', parkedJobs: 2 }),
  metrics: () => Promise.resolve('up 1\n'),
}
const access = { token: undefined, isPublic: false }

it('says that it lives and that it is ready, and what is missing where it is not', async () => {
  const ask = (path: string, of: Health = health) =>
    answerHealth(of, access, { ...from('10.0.0.1'), path })
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: '{"ok":true}' })
  expect(await ask('/readyz')).toMatchObject({
    status: 200,
    body: '{"ok":true,"sending":"paused","parkedJobs":2}',
  })
  const lame: Health = {
    ...health,
    ready: () => Promise.resolve({ missing: ['database'], sending: 'on', parkedJobs: null }),
  }
  expect(await ask('/readyz', lame)).toMatchObject({
    status: 503,
    body: '{"ok":false,"missing":["database"]}',
  })
  expect(await ask('/metrics')).toMatchObject({ status: 403 })
  expect(await ask('/metrics/')).toBeUndefined()
})
