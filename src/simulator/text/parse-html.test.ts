import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseHtml } from './parse-html.ts'

const nobody = () => undefined

describe('parseHtml', () => {
  it('nests, and counts in UTF-16 units', () => {
    expect(parseHtml('😀 <b>a<i>b</i></b>', nobody)).toEqual({
      text: '😀 ab',
      entities: [
        { type: 'bold', offset: 3, length: 2 },
        { type: 'italic', offset: 4, length: 1 },
      ],
    })
  })

  it('knows every tag of the Bot API', () => {
    const types = (source: string) => parseHtml(source, nobody).entities.map(({ type }) => type)
    expect(types('<strong>a</strong><em>b</em><ins>c</ins><del>d</del>')).toEqual([
      'bold',
      'italic',
      'underline',
      'strikethrough',
    ])
    expect(types('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>')).toEqual([
      'spoiler',
      'spoiler',
    ])
    expect(types('<blockquote>a</blockquote><blockquote expandable>b</blockquote>')).toEqual([
      'blockquote',
      'expandable_blockquote',
    ])
  })

  it('reads links, languages and people', () => {
    const user = { id: 7, is_bot: false, first_name: 'Sari' }
    expect(parseHtml('<a href="example.com/a?b&amp;c">x</a>', nobody).entities).toEqual([
      { type: 'text_link', offset: 0, length: 1, url: 'http://example.com/a?b&c' },
    ])
    expect(parseHtml('<a href="tg://user?id=7">x</a>', () => user).entities).toEqual([
      { type: 'text_mention', offset: 0, length: 1, user },
    ])
    expect(parseHtml('<a href="tg://user?id=8">x</a>', nobody).entities).toEqual([])
    expect(parseHtml('<pre><code class="language-js">x</code></pre>', nobody).entities).toEqual([
      { type: 'pre', offset: 0, length: 1, language: 'js' },
    ])
    expect(parseHtml('<code class="language-js">x</code>', nobody).entities).toEqual([
      { type: 'code', offset: 0, length: 1 },
    ])
  })

  it.each([
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b a', 'Unclosed start tag "b" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<a href=x"y>', 'Unexpected end of name token at byte offset 8'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<b =>x</b>', 'Empty attribute name in the tag "b" at byte offset 0'],
    ['é<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
  ])('refuses %s', (source, message) => {
    expect(() => parseHtml(source, nobody)).toThrow(`Bad Request: can't parse entities: ${message}`)
  })

  it('gives escaped text back unchanged', () => {
    const escapeHtml = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseHtml(escapeHtml(text), nobody)).toEqual({ text, entities: [] })
        expect(parseHtml(`<b>${escapeHtml(text)}</b>`, nobody).text).toBe(text)
      }),
    )
  })
})
