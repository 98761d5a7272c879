import { expect, it } from 'vitest'
import { compareAccounts, type Account } from './compare.ts'

const account: Account = {
  people: 12,
  lessonsSent: 36,
  quizzesSent: 36,
  reviewsSent: 0,
  answers: 30,
  correct: 21,
  nudges: 7,
  duplicates: 0,
  uncertain: 0,
  lost: 0,
  unhandled: 0,
}

it('finds nothing where both sides say the same', () => {
  expect(compareAccounts(account, { ...account })).toEqual([])
})

it.each(Object.keys(account) as (keyof Account)[])('finds one too many in %s', (what) => {
  const received = { ...account, [what]: account[what] + 1 }
  expect(compareAccounts(account, received)).toEqual([
    { what, ledger: account[what], received: account[what] + 1 },
  ])
})

it('does not accept what is lost or unhandled, even where both sides agree on it', () => {
  const bad = { ...account, lost: 2, unhandled: 1 }
  expect(compareAccounts(bad, { ...bad }).map(({ what }) => what)).toEqual(['lost', 'unhandled'])
})

it('accepts duplicates that both sides know of: they are reported, not hidden', () => {
  const twice = { ...account, duplicates: 3, lessonsSent: 39 }
  expect(compareAccounts(twice, { ...twice })).toEqual([])
})
