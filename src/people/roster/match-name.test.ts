import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchName } from './match-name.ts'

const places = (...names: string[]) => names.map((name, id) => ({ id, name }))

describe('a typed name and the places of its unit', () => {
  it.each([
    ['siti aminah', 'Hj. St. Aminah, S.Kep.'],
    ['Dr. Muh. Yusuf', 'Muhammad Yusuf, M.Si'],
    ['M. Yusuf', 'Muhammad Yusuf'],
    ['A. Rahman', 'Andi Rahman, S.STP., M.AP.'],
    ['Andi Baso Tenri', 'A. Baso Tenri'],
    ['Suharto', 'Suharto'],
    ['  ABD  Rauf ', 'H. Abdul Rauf'],
    ['Ns. Fatimah, S.Kep', 'FATIMAH'],
  ])('is sure: %s is %s', (typed, place) => {
    const match = matchName(typed, places('Kartini Rahim', place, 'Zulkifli'))
    expect(match).toEqual({ kind: 'sure', id: 1 })
  })

  it.each([
    ['a name that many bear', 'Siti', ['Siti']],
    ['a slip', 'Hasnawti', ['Hasnawati']],
    ['a part that is left out', 'Aminah', ['Siti Aminah']],
    ['a part too many', 'Siti Aminah Rahman', ['Siti Aminah']],
    ['another order', 'Rahman Yusuf', ['Yusuf Rahman']],
    ['a letter that may be anything', 'B. Tenri', ['Budi Tenri']],
    ['two of one name', 'Siti Aminah', ['Siti Aminah', 'St. Aminah, S.Pd']],
    [
      'one that is exact and one that is like it',
      'Siti Aminah',
      ['Siti Aminah', 'Siti Aminah Rahman'],
    ],
    ['letters alone', 'A. M.', ['A. M.']],
  ])('is for a coordinator to judge: %s', (_, typed, names) => {
    expect(matchName(typed, places(...names)).kind).toMatch(/doubtful|none/)
    expect(matchName(typed, places(...names)).kind).not.toBe('sure')
  })

  it('offers the nearest three', () => {
    const match = matchName(
      'Siti Aminah',
      places('Siti Aminah Yusuf', 'S. Aminah', 'Aminah', 'Aminah B', 'Rina'),
    )
    expect(match.kind).toBe('doubtful')
    expect(match.kind === 'doubtful' && match.ids).toHaveLength(3)
  })

  it.each(['', '...', 'Rina', '12'])('nobody is like it: "%s"', (typed) => {
    expect(matchName(typed, places('Siti Aminah', 'Baso'))).toEqual({ kind: 'none' })
  })

  const part = fc.stringMatching(/^[a-z]{3,9}$/)
  const title = fc.constantFrom('', 'Dr. ', 'Hj. ', 'Ir. ', 'Drs. H. ')
  const degree = fc.constantFrom('', ', S.Kep.', ', M.Si', ', S.STP., M.AP.')

  it('titles, degrees and capitals change nothing, and the order of places neither', () => {
    fc.assert(
      fc.property(
        part,
        part,
        title,
        degree,
        fc.array(part, { maxLength: 6 }),
        (a, b, before, after, rest) => {
          const own = `${a} ${b}`
          const others = rest.map((name, i) => ({ id: i + 1, name: `${name} ${name}` }))
          const plain = matchName(own, [{ id: 0, name: own }, ...others])
          const dressed = matchName(`${before}${own.toUpperCase()}${after}`, [
            ...others.toReversed(),
            { id: 0, name: `${before}${own}${after}` },
          ])
          expect(dressed).toEqual(plain)
        },
      ),
    )
  })

  it('is never sure of one when another is as like', () => {
    fc.assert(
      fc.property(part, part, (a, b) => {
        const name = `${a} ${b}`
        expect(matchName(name, places(name, name)).kind).not.toBe('sure')
      }),
    )
  })
})
