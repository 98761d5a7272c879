import { expect, it } from 'vitest'
import { addressOf } from './address-of.ts'

it.each([
  ['/v/abc?lang=id', '/v/abc?lang=id'],
  ['/dasbor/data/people?search=%E0%A4%A', '/dasbor/data/people?search=%E0%A4%A'],
  [`/dasbor/data/people?search=${'a'.repeat(500)}`, undefined],
  ['/v/Dinas%20Pendidikan', '/v/Dinas%20Pendidikan'],
])('an address stays as it is: %s', (url, same = url) => {
  expect(addressOf({ url })).toBe(same)
})

it.each(['/v/%E0%A4%A', '/%', `/v/${'a'.repeat(101)}`, `/${'a'.repeat(3000)}/x`])(
  'what Fastify would answer past every hook leads nowhere: %s',
  (url) => {
    expect(addressOf({ url })).toBe('/-')
  },
)

it('a request without an address asks for the root', () => {
  expect(addressOf({})).toBe('/')
})
