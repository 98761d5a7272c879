import { expect, it } from 'vitest'
import { Html } from '../texts.ts'
import { plainText } from './plain-text.ts'

it('takes marks away and gives signs back, once', () => {
  expect(plainText('<b>Bu Siti</b> &lt;3 &amp;amp; <i>AI</i>')).toBe('Bu Siti <3 &amp; AI')
  expect(plainText(new Html('Fondasi &amp; mindset'))).toBe('Fondasi & mindset')
})
