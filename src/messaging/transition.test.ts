import { expect, it } from 'vitest'
import { lanes } from './lanes.ts'
import { afterUncertain, backoffMs, transition } from './transition.ts'

const row = { lane: 'lesson', chatId: 7, spent: 0, uncertainResends: 0 } as const

it('spends no attempt on a 429 and waits as long as Telegram says', () => {
  expect(transition(row, { kind: 'rate_limited', retryAfterMs: 9000 })).toEqual({
    to: 'pending',
    reason: 'rate limited',
    retryInMs: 9000,
    spends: false,
    uncertainResend: false,
  })
})

it('keeps the backlog when the token is revoked', () => {
  expect(transition(row, { kind: 'unauthorized', reason: 'x' })).toEqual({
    to: 'pending',
    reason: 'x',
    retryInMs: 0,
    spends: false,
    uncertainResend: false,
  })
})

it('tries again what Telegram had no room for, each time later', () => {
  expect(transition({ ...row, spent: 3 }, { kind: 'unavailable', reason: '502' })).toEqual({
    to: 'pending',
    reason: '502',
    retryInMs: 8000,
    spends: true,
    uncertainResend: false,
  })
})

it('has done with what was taken', () => {
  expect(transition(row, { kind: 'ok', result: true })).toEqual({ to: 'sent' })
})

it('marks who cannot be reached, and fails a refused message alone', () => {
  expect(transition(row, { kind: 'unreachable', reason: 'blocked' })).toEqual({
    to: 'failed',
    reason: 'blocked',
    unreachable: true,
  })
  for (const kind of ['refused', 'misformatted'] as const) {
    expect(transition(row, { kind, reason: 'bad' })).toEqual({
      to: 'failed',
      reason: 'bad',
      unreachable: false,
    })
  }
})

it('sends an uncertain lesson once more and no second time', () => {
  expect(transition(row, { kind: 'uncertain', reason: 't' })).toEqual({
    to: 'pending',
    reason: 't',
    retryInMs: 1000,
    spends: true,
    uncertainResend: true,
  })
  expect(transition({ ...row, uncertainResends: 1 }, { kind: 'uncertain', reason: 't' })).toEqual({
    to: 'uncertain',
    reason: 't',
  })
})

it('has a policy for every lane', () => {
  const resent = lanes.filter(
    (lane) => afterUncertain({ lane, uncertainResends: 0 }, 'lost').to === 'pending',
  )
  expect(resent).toEqual(['reply', 'lesson', 'review'])
})

it('backs off within bounds', () => {
  expect([0, 1, 2, 5, 6, 100].map(backoffMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000])
})

it('follows a chat to its new id, and not in circles', () => {
  const moved = { kind: 'moved', chatId: -100_7, reason: 'upgraded' } as const
  expect(transition(row, moved)).toEqual({
    to: 'pending',
    reason: 'upgraded',
    retryInMs: 0,
    spends: true,
    uncertainResend: false,
    chatId: -100_7,
  })
  expect(transition({ ...row, chatId: -100_7 }, moved)).toEqual({
    to: 'failed',
    reason: 'upgraded',
    unreachable: false,
  })
})
