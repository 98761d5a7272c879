import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idIn, shortId } from './short-id.ts'

it('is short and comes back', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(shortId(id)).toHaveLength(22)
      expect(idIn(shortId(id))).toBe(id)
    }),
  )
})

it.each([undefined, '', 'abc', 'x'.repeat(21), 'x'.repeat(23), '!'.repeat(22)])(
  'is none: %j',
  (text) => {
    expect(idIn(text)).toBeUndefined()
  },
)
