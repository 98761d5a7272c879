import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readSimpleYaml } from './simple-yaml.ts'
import { lessonFile } from './fixture.ts'

/** What the whole parser makes of it; undefined where it finds anything wrong. */
function whole(source: string): unknown {
  const document = parseDocument(source, { prettyErrors: false, stringKeys: true })
  const wrong = document.errors.length + document.warnings.length > 0
  return wrong ? undefined : document.toJS({ maxAliasCount: 0 })
}

/** Whatever is read here, the whole parser reads as the same. @returns whether it was read here */
function readsAlike(source: string): boolean {
  const simple = readSimpleYaml(source)
  if (simple === undefined) return false
  expect({ source, value: simple.value }).toEqual({ source, value: whole(source) })
  return true
}

const frontMatter = (file: string): string => file.split('\n---\n')[0]?.replace(/^---\n/, '') ?? ''
const GOOD = frontMatter(lessonFile())

describe('simple YAML', () => {
  it('is what nearly all shipped lessons are written in', async () => {
    const folder = new URL('../../lessons', import.meta.url).pathname
    const files = (await readdir(folder, { recursive: true })).filter((f) =>
      /\/\d\d-.*\.md$/.test(f),
    )
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
    const read = texts.filter((text) => readsAlike(frontMatter(text)))
    expect(files.length).toBeGreaterThan(60)
    expect(read.length / files.length).toBeGreaterThan(0.9)
  })

  it('knows the line of each key and item', () => {
    const { lineAt } = readSimpleYaml('a: b\nc:\n  - d: 1\n    e: f\n  - d: 2\n') ?? {}
    expect(lineAt?.(['a'])).toBe(1)
    expect(lineAt?.(['c'])).toBe(2)
    expect(lineAt?.(['c', 0])).toBe(3)
    expect(lineAt?.(['c', 0, 'e'])).toBe(4)
    expect(lineAt?.(['c', 1, 'd'])).toBe(5)
    expect(lineAt?.(['c', 2])).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['an empty value', 'a:\nb: c'],
    ['a comment', 'a: b # c'],
    ['a key twice', 'a: b\na: c'],
    ['a plain text over two lines', 'a: b\n  c'],
    ['a quoted text over two lines', 'a: "b\n  c"'],
    ['single quotes', "a: 'b'"],
    ['a block of text', 'a: |\n  b'],
    ['an anchor', 'a: &b c'],
    ['a tag', 'a: !!str 1'],
    ['a map in brackets', 'a: { b: c }'],
    ['nothing at all', 'a: null'],
    ['yes or no', 'a: True'],
    ['a fraction', 'a: 1.5'],
    ['an octal number', 'a: 010'],
    ['a long number', 'a: 9007199254740993'],
    ['an escape of YAML alone', 'a: "\\x41"'],
    ['a colon', 'a: b: c'],
    ['a tab', 'a:\tb'],
    ['a space at the end', 'a: b '],
    ['an empty line', 'a: b\n\nc: d'],
    ['a list that is not indented', 'a:\n- b'],
    ['an indent of four', 'a:\n    b: c'],
    ['two documents', 'a: b\n---\nc: d'],
    ['a special key', 'true: b'],
    ['__proto__', '__proto__: b'],
  ])('leaves to the whole parser: %s', (_, source) => {
    expect(readSimpleYaml(source)).toBeUndefined()
  })

  it('property: a good text with anything done to it is read alike, or not here', () => {
    const pieces = `"|'|:|: | #|- |  |\n|\n  |[|]|{|}|,|&|*|!|%|@|\`|\\|\\n|\\u0041|\t|null|true|~|0|1e3|.5|=|?|? |<<|>|é|\u00a0|\u2028|\ufeff|🙂`
    const change = fc.record({
      at: fc.nat(GOOD.length),
      cut: fc.nat(6),
      put: fc.array(fc.constantFrom(...pieces.split('|'), '|'), { maxLength: 3 }),
    })
    let read = 0
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        let source = GOOD
        for (const { at, cut, put } of changes) {
          source = source.slice(0, at) + put.join('') + source.slice(at + cut)
        }
        if (readsAlike(source)) read += 1
      }),
      { numRuns: 1500 },
    )
    expect(read).toBeGreaterThan(50)
  })

  it('property: so is a small text of nothing but signs and words', () => {
    const pieces = [
      'a',
      'b',
      'a: ',
      'b:\n',
      '- ',
      '  ',
      '\n',
      '"',
      ' ',
      ':',
      '#',
      '1',
      '0',
      '-',
      '[a]',
    ]
    const more = [
      'a: b\n',
      '  - a: b\n',
      '"a"',
      'a:\n  - ',
      'é',
      '.',
      '!',
      '2026-01-02',
      ',',
      '\\"',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 9 }), (parts) => {
        readsAlike(parts.join(''))
      }),
      { numRuns: 5000 },
    )
  })
})
