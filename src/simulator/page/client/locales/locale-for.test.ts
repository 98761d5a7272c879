import { expect, it } from 'vitest'

import { localeFor } from './locale-for.ts'

it.each([
  [['id-ID', 'en'], 'id'],
  [['en-US', 'id'], 'en'],
  [['jv'], 'id'],
  [['ms-MY', 'en'], 'id'],
  [['fr', 'id'], 'id'],
  [['fr'], 'en'],
  [['bg'], 'en'],
  [['mi'], 'en'],
  [[], 'en'],
] as const)('a browser that wants %j gets %s', (languages, locale) => {
  expect(localeFor(languages)).toBe(locale)
})
