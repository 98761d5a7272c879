import { describe, expect, it } from 'vitest'
import { openSealed, seal } from './seal.ts'

const SECRET = 'a secret of the organisation, long enough'

describe('what is sealed', () => {
  it('is opened by the same secret for the same person', () => {
    const sealed = seal(SECRET, 'person', '198502282010012003')
    expect(openSealed(SECRET, 'person', sealed)).toBe('198502282010012003')
    expect(sealed).not.toContain('1985')
    expect(Buffer.from(sealed, 'base64url').includes('1985')).toBe(false)
  })

  it('is another each time', () => {
    expect(seal(SECRET, 'person', 'x')).not.toBe(seal(SECRET, 'person', 'x'))
  })

  it('stays shut for others, for another secret, and when a bit of it changed', () => {
    const sealed = seal(SECRET, 'person', '198502282010012003')
    const changed = Buffer.from(sealed, 'base64url')
    changed.writeUInt8((changed.at(-1) ?? 0) ^ 1, changed.length - 1)
    expect(openSealed(SECRET, 'another', sealed)).toBeUndefined()
    expect(openSealed(`${SECRET}!`, 'person', sealed)).toBeUndefined()
    expect(openSealed(SECRET, 'person', changed.toString('base64url'))).toBeUndefined()
    expect(openSealed(SECRET, 'person', '')).toBeUndefined()
  })
})
