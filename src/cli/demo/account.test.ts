import { expect, it } from 'vitest'
import { accountOf } from './account.ts'

const rows = (outcomes: readonly (string | null)[]) => ({
  state: 'sending',
  recipients: outcomes.map((outcome, at) => ({ chatId: at + 1, outcome })),
})

it('holds the ledger against the phones', () => {
  const copies = new Map([
    [1, 1],
    [2, 2],
    [3, 1],
  ])
  const account = accountOf(
    rows(['sent', 'sent', 'uncertain', 'uncertain', 'unreachable', null]),
    copies,
    false,
  )
  expect(account).toEqual({
    recipients: 6,
    arrived: 3,
    twice: 1,
    sent: 2,
    uncertain: 2,
    uncertainArrived: 1,
    open: 1,
    ended: 1,
    lost: 0,
  })
})

it('calls lost what is said to be sent and is nowhere', () => {
  expect(accountOf(rows(['sent', 'sent']), new Map([[1, 1]]), true).lost).toBe(1)
})

it('calls lost what has no outcome in the end, and not before', () => {
  expect(accountOf(rows([null, null]), new Map(), false).lost).toBe(0)
  expect(accountOf(rows([null, null]), new Map(), true).lost).toBe(2)
})
