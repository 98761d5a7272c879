/**
 * Optional packages that stand in the lock file without a hash, by the beginning of their name: npm
 * writes none of what the registry it was asked did not hold. None is added without its reason.
 */
export const UNHASHED: Readonly<Record<string, string>> = {
  '@open-spaced-repetition/binding-':
    'programs for other platforms than the one that the lock file was written on; `reviews tune` alone uses them',
}

/** What may be used without being named: each lets anybody use, change and pass on, for nothing. */
export const LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
])

export interface LicenceException {
  readonly licence: string
  readonly why: string
}

/** Packages under another licence, or that name none, by the beginning of their name. */
export const LICENCE_EXCEPTIONS: Readonly<Record<string, LicenceException>> = {
  '@resvg/resvg-js': {
    licence: 'MPL-2.0',
    why: 'used as it is: whoever changes its own files has to publish those, and nothing else',
  },
  'png-js': { licence: 'MIT', why: 'its package.json names none; its file LICENSE is the MIT one' },
}
