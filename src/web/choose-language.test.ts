import { describe, expect, it } from 'vitest'
import { chooseLanguage } from './choose-language.ts'

describe('the language of a page', () => {
  it.each([
    ['en', 'id', 'en'],
    ['id', 'en', 'id'],
    [undefined, 'en-GB,en;q=0.9,id;q=0.8', 'en'],
    [undefined, 'id-ID,id;q=0.9,en;q=0.8', 'id'],
    [undefined, 'in-ID', 'id'],
    [undefined, 'fr, en;q=0.3, id;q=0.7', 'id'],
    [undefined, 'en;q=0, fr', 'id'],
    [undefined, 'fr', 'id'],
    [undefined, undefined, 'id'],
    [undefined, ';;;,q=,en;q=x', 'en'],
    [['en', 'id'], '', 'id'],
    ['<script>', 'en', 'en'],
  ] as const)('asked %j, accepted %j: %s', (asked, accepted, language) => {
    expect(chooseLanguage(asked, accepted, 'id')).toBe(language)
  })
})
