import { describe, expect, it } from 'vitest'
import { nextOf, requestOf } from './lesser.ts'

const send = { method: 'sendPhoto', payload: {} } as const
const instead = { method: 'sendMessage', payload: {} } as const
const row = { lane: 'reply', chatId: 7, spent: 0, uncertainResends: 0, plain: false } as const
const refused = { kind: 'refused', reason: '400' } as const

describe('a message with a lesser form', () => {
  it('is tried in full first, then in its lesser form', () => {
    expect(requestOf({ send, instead }, { spent: 0, plain: false })).toBe(send)
    expect(requestOf({ send, instead }, { spent: 1, plain: false })).toBe(instead)
    expect(requestOf({ send }, { spent: 1, plain: false })).toBe(send)
  })

  it('comes again in its lesser form when the full one is refused, and fails when that is', () => {
    // At once, since nothing is in doubt: it counts as no second sending.
    expect(nextOf({ send, instead }, row, refused)).toEqual({
      to: 'pending',
      reason: '400',
      retryInMs: 0,
      spends: true,
      uncertainResend: false,
    })
    expect(nextOf({ send, instead }, { ...row, spent: 1 }, refused).to).toBe('failed')
    expect(nextOf({ send }, row, refused).to).toBe('failed')
  })

  it('comes again as any other when nobody took it', () => {
    const lost = { kind: 'uncertain', reason: 'timeout' } as const
    expect(nextOf({ send, instead }, row, lost)).toMatchObject({ to: 'pending', spends: true })
    expect(nextOf({ send, instead }, row, { kind: 'ok', result: 1 })).toEqual({ to: 'sent' })
  })
})

describe('a message that Telegram cannot read', () => {
  const marked = { method: 'sendMessage', payload: { text: '<b>a', parse_mode: 'HTML' } } as const
  const misformatted = { kind: 'misformatted', reason: "can't parse entities" } as const

  it('goes once more as plain text, and fails when that is refused too', () => {
    expect(nextOf({ send: marked }, row, misformatted)).toMatchObject({ to: 'pending' })
    expect(requestOf({ send: marked }, { spent: 1, plain: true }).payload).toEqual({ text: 'a' })
    for (const outcome of [misformatted, refused]) {
      expect(nextOf({ send: marked }, { ...row, spent: 1, plain: true }, outcome).to).toBe('failed')
    }
  })

  it('goes as plain text however often it was tried before', () => {
    expect(nextOf({ send: marked }, { ...row, spent: 5 }, misformatted).to).toBe('pending')
  })

  it('of a picture is its text, plain', () => {
    expect(requestOf({ send, instead: marked }, { spent: 1, plain: true }).payload).toEqual({
      text: 'a',
    })
  })
})
