import { expect, it } from 'vitest'
import { lanes } from './lanes.ts'
import { afterUncertain, backoffMs, transition } from './transition.ts'

const row = { lane: 'lesson', chatId: 7, spent: 0, uncertainResends: 0 } as const

it('spends no attempt on a 429 and waits as long as Telegram says', () => {
  expect(transition(row, { kind: 'rate_limited', retryAfterMs: 9000 })).toMatchObject({
    to: 'pending',
    retryInMs: 9000,
    spends: false,
  })
})

it('keeps the backlog when the token is revoked', () => {
  expect(transition(row, { kind: 'unauthorized', reason: 'x' })).toMatchObject({
    to: 'pending',
    spends: false,
  })
})

it('marks who cannot be reached, and fails a refused message alone', () => {
  expect(transition(row, { kind: 'unreachable', reason: 'blocked' })).toEqual({
    to: 'failed',
    reason: 'blocked',
    unreachable: true,
  })
  expect(transition(row, { kind: 'refused', reason: 'bad' })).toMatchObject({ unreachable: false })
})

it('sends an uncertain lesson once more and no second time', () => {
  expect(transition(row, { kind: 'uncertain', reason: 't' })).toMatchObject({
    to: 'pending',
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
  expect(transition(row, moved)).toMatchObject({ to: 'pending', chatId: -100_7, spends: true })
  expect(transition({ ...row, chatId: -100_7 }, moved)).toMatchObject({
    to: 'failed',
    unreachable: false,
  })
})
