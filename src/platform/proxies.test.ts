import { expect, it } from 'vitest'
import { isProxyList } from './proxies.ts'

it.each(['loopback', 'loopback, uniquelocal', '10.0.0.0/8,fd00::/8', '192.0.2.7', '::1'])(
  'names proxies: %s',
  (list) => {
    expect(isProxyList(list)).toBe(true)
  },
)

it.each([
  '',
  'true',
  '*',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/33',
  '10.0.0.0/8/8',
  'proxy.example',
  ',',
])('names none: %j', (list) => {
  expect(isProxyList(list)).toBe(false)
})
