import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BriefedUnit } from './briefing-store.ts'
import { decideNext, type DecisionFacts } from './decide-next.ts'

const unit = (name: string, part: number, whole: number, coordinated = true): BriefedUnit => ({
  name,
  now: { part, whole },
  before: { part, whole },
  coordinated,
})

const calm: DecisionFacts = {
  roster: { part: 100, whole: 100 },
  units: [unit('Dinas A', 9, 10)],
  lagging: { part: 0, whole: 100 },
  often: undefined,
  done: { part: 40, whole: 100 },
}

const kinds = (facts: Partial<DecisionFacts>): string[] =>
  decideNext({ ...calm, ...facts }).map(({ kind }) => kind)

describe('the three decisions', () => {
  it.each([
    [{}, ['target', 'rules-first', 'report']],
    [{ roster: { part: 60, whole: 100 } }, ['invite', 'target', 'rules-first']],
    [{ roster: { part: 0, whole: 0 } }, ['target', 'rules-first', 'report']],
    [{ units: [unit('Dinas A', 4, 10)] }, ['slow-units', 'target', 'rules-first']],
    [{ units: [unit('Dinas A', 5, 10)] }, ['target', 'rules-first', 'report']],
    [{ units: [unit('Desa Kecil', 0, 4)] }, ['target', 'rules-first', 'report']],
    [{ units: [unit('Dinas A', 9, 10, false)] }, ['coordinators', 'target', 'rules-first']],
    [{ lagging: { part: 20, whole: 100 } }, ['time', 'target', 'rules-first']],
    [{ lagging: { part: 19, whole: 100 } }, ['target', 'rules-first', 'report']],
    [{ often: { part: 4, whole: 10 } }, ['tasks', 'target', 'rules-first']],
    [{ often: { part: 5, whole: 10 } }, ['rules', 'target', 'report']],
  ])('of %j are %j', (facts, expected) => {
    expect(kinds(facts)).toEqual(expected)
  })

  it('put what stops learning before what makes more of it', () => {
    expect(
      kinds({
        roster: { part: 60, whole: 100 },
        units: [unit('Dinas A', 1, 10, false)],
        lagging: { part: 50, whole: 100 },
        often: { part: 9, whole: 10 },
      }),
    ).toEqual(['invite', 'slow-units', 'coordinators'])
  })

  it('name three units at the most, the lowest first', () => {
    const units = [unit('A', 4, 10), unit('B', 1, 10), unit('C', 0, 5), unit('D', 0, 9)]
    expect(decideNext({ ...calm, units })[0]).toMatchObject({
      kind: 'slow-units',
      units: [{ name: 'D' }, { name: 'C' }, { name: 'B' }],
    })
  })

  it('are three, and three different ones, whatever the figures are', () => {
    const part = fc
      .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }))
      .map(([a, b]) => ({ part: Math.min(a, b), whole: Math.max(a, b) }))
    const facts = fc.record({
      roster: part,
      units: fc.array(
        fc
          .record({ name: fc.string(), now: part, before: part, coordinated: fc.boolean() })
          .map((one): BriefedUnit => one),
        { maxLength: 6 },
      ),
      lagging: part,
      often: fc.option(part, { nil: undefined }),
      done: part,
    })
    fc.assert(
      fc.property(facts, (given) => {
        const found = decideNext(given).map(({ kind }) => kind)
        expect(new Set(found).size).toBe(3)
        expect(found).toHaveLength(3)
      }),
    )
  })
})
