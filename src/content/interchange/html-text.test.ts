import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textArbitrary } from './fixture.ts'
import { htmlToText, textToHtml } from './html-text.ts'

describe('HTML', () => {
  it('that text became is that text again', () => {
    fc.assert(
      fc.property(textArbitrary(100, false), (text) => {
        expect(htmlToText(textToHtml(text))).toBe(text)
      }),
    )
  })

  it.each([
    ['<p>Satu <b class="x">dua</b></p>\n<p>tiga</p>', 'Satu dua\ntiga'],
    ['a<br/>b', 'a\nb'],
    ['5 < 6 &amp; 7 &gt; 6', '5 < 6 & 7 > 6'],
    ['&amp;lt;', '&lt;'],
    ['&#233;&#xE9;&nbsp;&tidak;&constructor;', 'éé &tidak;&constructor;'],
    ['&#1114112;', '&#1114112;'],
    ['<img src="data:x">apa<!-- <b> -->', 'apa'],
  ])('%j is %j', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })
})
