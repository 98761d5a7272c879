import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseItem, KELLEY } from './analyse-item.ts'
import { extremeGroups, weigh } from './extreme-groups.ts'
import { cellsOf, type Attempt } from './fixture.ts'
import { groupDifference } from './intervals.ts'

/**
 * Ten students and ten questions, with p and D of each for the upper and the lower half by the total:
 * "Item Analysis Worksheet", studylib.net/doc/25270846 (the wording with Sujie and Hannah at 70 and
 * 50), as it is handed to student teachers.
 */
const WORKSHEET = [
  '1111111111', // Joe
  '1111111101', // Dave
  '1101111100', // Sujie
  '0111110101', // Darrell
  '1110111001', // Eliza
  '1110110100', // Zoe
  '0110110101', // Grace
  '0111001010', // Hannah
  '1110100001', // Ricky
  '0100010010', // Anita
].map((row) => row.split('').map(Number))
const WORKSHEET_P = [0.6, 1, 0.8, 0.5, 0.8, 0.8, 0.5, 0.6, 0.3, 0.6]
const WORKSHEET_D = [0.4, 0, 0, 0.6, 0.4, 0.4, 0.6, 0.4, -0.2, 0.4]

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

/** Pearson's coefficient as textbooks write it: the mean product of standard scores. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const standard = (v: readonly number[]): number[] => {
    const deviation = Math.sqrt(mean(v.map((one) => (one - mean(v)) ** 2)))
    return v.map((one) => (one - mean(v)) / deviation)
  }
  const [a, b] = [standard(x), standard(y)]
  return mean(a.map((one, i) => one * (b[i] ?? 0)))
}

/** Attempts at question `i` of a table of 1 and 0, by some score of each row. */
function attemptsAt(
  table: readonly (readonly number[])[],
  i: number,
  score: (row: readonly number[]) => number,
): Attempt[] {
  return table.map((row) => ({
    option: row[i] === 1 ? 'a' : 'b',
    right: row[i] === 1,
    score: score(row),
  }))
}

describe('a published table', () => {
  it('has the published difficulty and the published difference of its halves', () => {
    for (const [i, share] of WORKSHEET_P.entries()) {
      const figures = analyseItem(cellsOf(attemptsAt(WORKSHEET, i, sum)), 0.5)
      expect([i + 1, figures.right / figures.people]).toEqual([i + 1, share])
      expect(figures.group).toBe(5)
      expect(groupDifference(figures, 'a')?.by).toBeCloseTo(WORKSHEET_D[i] ?? Number.NaN, 12)
    }
  })

  it('has the corrected correlation by the formula that takes the item out of the total', () => {
    // Guilford (1954), Psychometric Methods, p. 439: (r s_t - s_i) / √(s_t² + s_i² - 2 r s_t s_i).
    const totals = WORKSHEET.map(sum)
    const spread = (v: readonly number[]): number => mean(v.map((one) => (one - mean(v)) ** 2))
    for (let i = 0; i < 10; i++) {
      const item = WORKSHEET.map((row) => row[i] ?? 0)
      const rest = cellsOf(attemptsAt(WORKSHEET, i, (row) => sum(row) - (row[i] ?? 0)))
      const { correlation } = analyseItem(rest)
      if (i === 1) {
        expect(correlation).toBeNull() // Everybody was right.
        continue
      }
      const [st, si] = [Math.sqrt(spread(totals)), Math.sqrt(spread(item))]
      const r = pearson(item, totals)
      const corrected = (r * st - si) / Math.sqrt(st ** 2 + si ** 2 - 2 * r * st * si)
      expect(correlation).toBeCloseTo(corrected, 12)
    }
  })

  it('comes out as by hand: five people, right at rest scores 4, 3 and 2, wrong at 1 and 0', () => {
    // Means 3 and 0.5, s = √2, p q = 0.24: r = (3 - 0.5) / √2 · √0.24 = 0.866…
    const cells = cellsOf([
      { option: 'a', right: true, score: 4 },
      { option: 'a', right: true, score: 3 },
      { option: 'a', right: true, score: 2 },
      { option: 'b', right: false, score: 1 },
      { option: 'c', right: false, score: 0 },
    ])
    const figures = analyseItem(cells)
    expect(figures.correlation).toBeCloseTo((2.5 / Math.SQRT2) * Math.sqrt(0.24), 12)
    // 27% of five is one person.
    expect(figures.options).toEqual([
      { key: 'a', people: 3, upper: 1, lower: 0 },
      { key: 'b', people: 1, upper: 0, lower: 0 },
      { key: 'c', people: 1, upper: 0, lower: 1 },
    ])
  })
})

describe('people who stand equal at the border', () => {
  it('are in a group with the same part each', () => {
    // 27% of eleven is three: the best one, and two of the four that follow.
    const scores = [9, 7, 7, 7, 7, 5, 4, 3, 2, 2, 2]
    const cells = cellsOf(
      scores.map((score, i) => ({ option: i < 3 ? 'a' : 'b', right: i < 3, score })),
    )
    const groups = extremeGroups(cells, KELLEY)
    expect(groups?.size).toBe(3)
    expect(weigh(groups?.upper ?? [], ({ right }) => right)).toBeCloseTo(1 + 2 * 0.5, 12)
    expect(weigh(groups?.upper ?? [], () => true)).toBeCloseTo(3, 12)
    expect(weigh(groups?.lower ?? [], () => true)).toBeCloseTo(3, 12)
  })

  it('all of them are: both groups are the same, and their difference is nothing', () => {
    const cells = cellsOf(
      Array.from({ length: 20 }, (_, i) => ({ option: 'a', right: i < 8, score: 1 })),
    )
    const figures = analyseItem(cells)
    expect(figures.group).toBe(5)
    expect(groupDifference(figures, 'a')?.by).toBe(0)
    expect(figures.correlation).toBeNull()
  })
})

describe('too little to reckon with', () => {
  it('is nothing at all where nobody answered', () => {
    expect(analyseItem([])).toEqual({
      people: 0,
      right: 0,
      later: 0,
      scored: 0,
      correlation: null,
      group: 0,
      options: [],
      certainty: { asked: 0, sure: 0, sureWrong: 0 },
    })
  })

  it('counts whoever has no rest score for the difficulty and for nothing else', () => {
    const figures = analyseItem(
      cellsOf([
        { option: 'a', right: true, score: null, sure: true },
        { option: 'b', right: false, score: null, sure: true },
        { option: 'b', right: false, score: null, sure: false },
      ]),
    )
    expect(figures).toMatchObject({ people: 3, right: 1, scored: 0, correlation: null, group: 0 })
    expect(figures.certainty).toEqual({ asked: 3, sure: 2, sureWrong: 1 })
    expect(groupDifference(figures, 'a')).toBeUndefined()
  })
})

const attempt = fc
  .record({
    option: fc.constantFrom('a', 'b', 'c'),
    score: fc.option(fc.integer({ min: -40, max: 40 }).map((n) => n / 40)),
    sure: fc.constantFrom(true, false, undefined),
  })
  .map(({ sure, ...one }) => ({
    ...one,
    right: one.option === 'a',
    ...(sure === undefined ? {} : { sure }),
  }))
const attempts = fc.array(attempt, { maxLength: 60 })

function close(a: number | null, b: number | null): void {
  if (a === null || b === null) expect(a).toBe(b)
  else expect(a).toBeCloseTo(b, 9)
}

describe('whatever people answer', () => {
  it('depends neither on their order nor on how they are put together in cells', () => {
    fc.assert(
      fc.property(attempts, fc.infiniteStream(fc.nat()), (given, random) => {
        const keyed = given.map((one) => ({ one, at: random.next().value ?? 0 }))
        const shuffled = keyed.toSorted((a, b) => a.at - b.at).map(({ one }) => one)
        const [a, b] = [analyseItem(cellsOf(given)), analyseItem(cellsOf(shuffled))]
        close(a.correlation, b.correlation)
        expect({ ...a, correlation: 0, options: [] }).toEqual({
          ...b,
          correlation: 0,
          options: [],
        })
        for (const [i, use] of a.options.entries()) {
          close(use.upper, b.options[i]?.upper ?? null)
          close(use.lower, b.options[i]?.lower ?? null)
        }
      }),
    )
  })

  it('turns its sign where every answer is turned', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        const turned = given.map((one) => ({ ...one, right: !one.right }))
        const [a, b] = [analyseItem(cellsOf(given)), analyseItem(cellsOf(turned))]
        close(a.correlation, b.correlation === null ? null : -b.correlation)
        expect(a.right).toBe(b.people - b.right)
      }),
    )
  })

  it('turns its sign where the scores are turned, and the groups change places', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        const turned = given.map((one) => ({
          ...one,
          score: one.score === null ? null : -one.score,
        }))
        const [a, b] = [analyseItem(cellsOf(given)), analyseItem(cellsOf(turned))]
        close(a.correlation, b.correlation === null ? null : -b.correlation)
        for (const [i, use] of a.options.entries()) {
          close(use.upper, b.options[i]?.lower ?? null)
          close(use.lower, b.options[i]?.upper ?? null)
        }
      }),
    )
  })

  it('does not change with the scale of the score, and agrees with the textbook', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 9 }), fc.integer(), (given, by, shift) => {
        const moved = given.map((one) => ({
          ...one,
          score: one.score === null ? null : one.score * by + (shift % 100),
        }))
        const { correlation } = analyseItem(cellsOf(given))
        const other = analyseItem(cellsOf(moved)).correlation
        if (correlation === null || other === null) expect(correlation).toBe(other)
        else expect(correlation).toBeCloseTo(other, 6)
        const pairs = given.flatMap(({ right, score }) =>
          score === null ? [] : [{ x: right ? 1 : 0, y: score }],
        )
        const book = pearson(
          pairs.map(({ x }) => x),
          pairs.map(({ y }) => y),
        )
        if (correlation === null) expect(Number.isNaN(book) || Math.abs(book) < 1e-3).toBe(true)
        else expect(correlation).toBeCloseTo(book, 9)
      }),
    )
  })

  it('has groups of one size, whose options add up to it, and every count within its whole', () => {
    fc.assert(
      fc.property(attempts, (given) => {
        const figures = analyseItem(cellsOf(given))
        const { people, right, scored, group, options, certainty } = figures
        expect(sum(options.map((use) => use.people))).toBe(people)
        close(sum(options.map((use) => use.upper)), group)
        close(sum(options.map((use) => use.lower)), group)
        expect(right).toBeLessThanOrEqual(people)
        expect(2 * group).toBeLessThanOrEqual(scored)
        expect(certainty.sureWrong).toBeLessThanOrEqual(certainty.sure)
        expect(certainty.sure).toBeLessThanOrEqual(certainty.asked)
        expect(Math.abs(figures.correlation ?? 0)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
