import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { violationsOf } from '../platform/telegram/formatted-text-violations.ts'
import { renderMarkdown } from './render-markdown.ts'

/** The text, and type and covered text of each entity. */
function shown(markdown: string): [string, string[]] {
  const { text, entities } = renderMarkdown(markdown)
  const covered = entities.map(({ type, offset, length, ...more }) => {
    const value = Object.values(more).join()
    return `${type}:${text.slice(offset, offset + length)}${value === '' ? '' : ` (${value})`}`
  })
  return [text, covered]
}

describe('Markdown as Telegram shows it', () => {
  it.each<[string, string, string, string[]]>([
    ['styles', 'a **b** *c* _d_ `e`', 'a b c d e', ['bold:b', 'italic:c', 'italic:d', 'code:e']],
    ['nested styles', '**a *b***', 'a b', ['bold:a b', 'italic:b']],
    ['monospace in bold', '**a `b` c**', 'a b c', ['bold:a', 'code:b', 'bold:c']],
    ['a heading', '## Judul *a*\n\nIsi', 'Judul a\n\nIsi', ['bold:Judul a', 'italic:a']],
    ['a link', '[a](https://b.id/c?d=1&e)', 'a', ['text_link:a (https://b.id/c?d=1&e)']],
    ['a link by name', '[a][x]\n\n[X]: https://b.id', 'a', ['text_link:a (https://b.id)']],
    ['a bare address', '<https://b.id>', 'https://b.id', ['text_link:https://b.id (https://b.id)']],
    ['a link that Telegram does not open', '[a](file:///b)', 'a', []],
    ['a list', '- a\n- **b**\n', '• a\n• b', ['bold:b']],
    ['a loose list', '- a\n\n- b', '• a\n• b', []],
    ['a numbered list from 3', '3. a\n4. b', '3. a\n4. b', []],
    ['a list in a list', '- a\n  1. b\n  2. c\n- d', '• a\n   1. b\n   2. c\n• d', []],
    ['a quote', '> a\n> **b**\n>\n> c\n\nd', 'a b\n\nc\n\nd', ['blockquote:a b\n\nc', 'bold:b']],
    ['a block of code', '```sql\nselect 1;\n```', 'select 1;', ['pre:select 1; (sql)']],
    ['a bold item over two lines', '- **a\\\n  b**', '• a\n   b', ['bold:a\n   b']],
    ['a line break in the source', 'a\nb', 'a b', []],
    ['a hard line break', 'a\\\nb  \nc', 'a\nb\nc', []],
    ['a rule', 'a\n\n---\n\nb', 'a\n\nb', []],
    ['a picture', '![peta](https://b.id/c.png)', 'peta', []],
    ['HTML', 'a <b>c</b>', 'a <b>c</b>', []],
    [
      'what other formats would escape',
      '\\*a\\* & <3 &amp; 1_000_000 #tag',
      '*a* & <3 & 1_000_000 #tag',
      [],
    ],
    ['emoji before an entity', '😀👩‍🏫 **b**', '😀👩‍🏫 b', ['bold:b']],
    ['nothing', '', '', []],
  ])('%s', (_, markdown, text, entities) => {
    expect(shown(markdown)).toEqual([text, entities])
  })

  it('property: whatever is written, Telegram takes it as it is', () => {
    const signs = '**|*|_|`|```|> |- |1. |# |  |\\|---|a| |\n|\n\n|😀'.split('|')
    const wholes = ['[a](https://b.id)', '[', '](https://c.id)', '<b>', '&nbsp;', '![a](b)']
    const pieces = fc.constantFrom(...signs, ...wholes)
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((p) => p.join('')),
    )
    fc.assert(
      fc.property(texts, (markdown) => {
        expect(violationsOf(renderMarkdown(markdown))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})
