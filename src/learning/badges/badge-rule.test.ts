import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badgeNames, badgesOf, type BadgeFacts } from './badge-rule.ts'

const nothing: BadgeFacts = {
  lessonsAnswered: 0,
  tracksDone: 0,
  cameRight: 0,
  reviewsAnswered: 0,
  returns: 0,
  longestWithoutGap: 0,
}

describe('badgesOf', () => {
  it.each([
    [{}, []],
    [{ lessonsAnswered: 1 }, ['begun']],
    [{ cameRight: 1 }, ['corrected']],
    [{ longestWithoutGap: 9 }, []],
    [{ longestWithoutGap: 10 }, ['steady']],
    [{ reviewsAnswered: 19 }, []],
    [{ reviewsAnswered: 20 }, ['practised']],
    [{ tracksDone: 1 }, ['finished']],
    [{ returns: 1 }, ['returned']],
  ])('%j earn %j', (facts, badges) => {
    expect(badgesOf({ ...nothing, ...facts })).toEqual(badges)
  })

  it('only become more, and keep their order', () => {
    const fact = fc.nat(30)
    const facts = fc.record({
      lessonsAnswered: fact,
      tracksDone: fact,
      cameRight: fact,
      reviewsAnswered: fact,
      returns: fact,
      longestWithoutGap: fact,
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...Object.keys(nothing)), (before, grown) => {
        const key = grown as keyof BadgeFacts
        const had = badgesOf(before)
        const has = badgesOf({ ...before, [key]: before[key] + 1 })
        expect(has).toEqual(expect.arrayContaining(had))
        expect(has).toEqual(badgeNames.filter((badge) => has.includes(badge)))
      }),
    )
  })
})
