import { describe, expect, it } from 'vitest'
import { nextOf, requestOf } from './lesser.ts'

const send = { method: 'sendPhoto', payload: {} } as const
const instead = { method: 'sendMessage', payload: {} } as const
const row = { lane: 'reply', spent: 0, uncertainResends: 0 } as const
const refused = { kind: 'refused', reason: '400' } as const

describe('a message with a lesser form', () => {
  it('is tried in full first, then in its lesser form', () => {
    expect(requestOf({ send, instead }, { spent: 0 })).toBe(send)
    expect(requestOf({ send, instead }, { spent: 1 })).toBe(instead)
    expect(requestOf({ send }, { spent: 1 })).toBe(send)
  })

  it('comes again in its lesser form when the full one is refused, and fails when that is', () => {
    expect(nextOf({ send, instead }, row, refused)).toMatchObject({ to: 'pending', spends: true })
    expect(nextOf({ send, instead }, { ...row, spent: 1 }, refused).to).toBe('failed')
    expect(nextOf({ send }, row, refused).to).toBe('failed')
  })

  it('comes again as any other when nobody took it', () => {
    const lost = { kind: 'uncertain', reason: 'timeout' } as const
    expect(nextOf({ send, instead }, row, lost)).toMatchObject({ to: 'pending', spends: true })
    expect(nextOf({ send, instead }, row, { kind: 'ok', result: 1 })).toEqual({ to: 'sent' })
  })
})
