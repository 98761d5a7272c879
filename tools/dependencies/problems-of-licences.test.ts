import { expect, it } from 'vitest'
import { LICENCE_EXCEPTIONS } from './exceptions.ts'
import { licenceOf, problemsOfLicences } from './problems-of-licences.ts'

/** What the exceptions are for, so that none of them is for nothing. */
const excepted = Object.entries(LICENCE_EXCEPTIONS).map(([name, { licence }]) => ({
  place: `node_modules/${name}`,
  locked: licence,
  installed: licence,
}))

const problems = (locked: string | undefined, installed: string | null | undefined) =>
  problemsOfLicences([...excepted, { place: 'node_modules/a', locked, installed }])

it.each([
  ['MIT', 'MIT'],
  ['ISC', undefined],
  ['(GPL-3.0 OR MIT)', '(GPL-3.0 OR MIT)'],
])('is in the list: %s', (locked, installed) => {
  expect(problems(locked, installed)).toEqual([])
})

it.each([
  ['AGPL-3.0', 'AGPL-3.0', 'is under AGPL-3.0'],
  ['MPL-2.0', undefined, 'is under MPL-2.0'],
  ['MIT AND GPL-3.0', undefined, 'is under MIT AND GPL-3.0'],
  [undefined, null, 'is under none that it names'],
  ['MIT', 'GPL-3.0', 'names GPL-3.0, and the lock file MIT'],
  ['MIT', null, 'names none, and the lock file MIT'],
])('is not: %s, installed %s', (locked, installed, said) => {
  expect(problems(locked, installed)).toEqual([`licence: node_modules/a ${said}`])
})

it('an exception names a package that is there', () => {
  expect(problemsOfLicences([])).toEqual(
    Object.keys(LICENCE_EXCEPTIONS).map(
      (name) => `licence: the exception for ${name} is for nothing any more`,
    ),
  )
})

it('an exception says what a package does not', () => {
  expect(licenceOf('png-js', null)).toBe('MIT')
  expect(licenceOf('a', null)).toBeUndefined()
  expect(licenceOf('a', 'ISC')).toBe('ISC')
})
