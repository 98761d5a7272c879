import { expect, it } from 'vitest'
import { isExempt, proxyErrorOf, proxyFor } from './proxy.ts'

const PROXY = 'http://user:word@proxy.example.go.id:3128'

it('is for https alone, and for hosts that NO_PROXY does not name', () => {
  const settings = { httpsProxy: PROXY, noProxy: 'localhost,.internal' }
  expect(proxyFor('https://api.telegram.org', settings)).toBe(PROXY)
  expect(proxyFor('http://api.telegram.org', settings)).toBeUndefined()
  expect(proxyFor('https://bots.internal:8443', settings)).toBeUndefined()
  expect(proxyFor('https://api.telegram.org', {})).toBeUndefined()
})

it.each([
  ['api.telegram.org', '443', '*', true],
  ['api.telegram.org', '443', 'telegram.org', true],
  ['api.telegram.org', '443', '.telegram.org', true],
  ['api.telegram.org', '443', 'localhost, *.Telegram.org', true],
  ['API.telegram.org', '443', 'localhost api.telegram.org:443', true],
  ['api.telegram.org', '443', 'api.telegram.org:8443', false],
  ['api.nottelegram.org', '443', 'telegram.org', false],
  ['api.telegram.org', '443', '', false],
  ['api.telegram.org', '443', ' , ,', false],
  ['10.0.0.7', '8443', '10.0.0.7', true],
  ['[::1]', '8443', '[::1]:8443', true],
])('%s:%s with NO_PROXY=%s: exempt is %s', (host, port, list, exempt) => {
  expect(isExempt(host, port, list)).toBe(exempt)
})

it.each([
  ['ECONNREFUSED', 'connect ECONNREFUSED', /cannot be reached \(ECONNREFUSED\)$/],
  ['ENOTFOUND', 'getaddrinfo ENOTFOUND proxy', /cannot be reached \(ENOTFOUND\)$/],
  ['ERR_PROXY_TUNNEL', 'x: HTTP/1.1 407 Proxy Authentication Required', /password \(407\)$/],
  ['ERR_PROXY_TUNNEL', 'x: HTTP/1.1 403 Forbidden', /nothing through to Telegram \(403\)$/],
  ['ERR_PROXY_TUNNEL', 'x: SSH-2.0', /does not answer as a proxy does$/],
])('says what is wrong with it at %s', (code, message, words) => {
  const told = proxyErrorOf(Object.assign(new Error(message), { code }), PROXY)
  expect(told?.message).toMatch(words)
  expect(told?.message).toContain('proxy.example.go.id:3128 (HTTPS_PROXY)')
  expect(told?.message).not.toContain('word@')
})

it('leaves what happens behind it to Telegram', () => {
  expect(proxyErrorOf(Object.assign(new Error('reset'), { code: 'ECONNRESET' }), PROXY)).toBe(
    undefined,
  )
  expect(proxyErrorOf(new Error('other'), PROXY)).toBe(undefined)
})
