import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { element } from './markup.ts'

describe('element', () => {
  it('writes text as text, wherever it stands', () => {
    const name = '</text><script>"&\u0000'
    expect(element('text', { id: name, x: 1.234, fill: undefined }, name).svg).toBe(
      '<text id="&lt;/text&gt;&lt;script&gt;&quot;&amp;" x="1.23">&lt;/text&gt;&lt;script&gt;&quot;&amp;</text>',
    )
  })

  it('keeps markup that it made itself', () => {
    expect(element('g', {}, element('a', {}), 'b').svg).toBe('<g><a></a>b</g>')
  })

  it('lets no text become markup, and holds no character that XML refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inner = element('t', {}, text).svg.slice('<t>'.length, -'</t>'.length)
        expect(inner).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/)
        // oxlint-disable-next-line no-control-regex
        expect(inner).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
      }),
    )
  })
})
