import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findJsonError } from './find-json-error.ts'
import { lessonOf, questionOf, trackOf } from './fixture.ts'
import { readJson } from './read-json.ts'
import { writeJson } from './write-json.ts'

const good = writeJson([trackOf([lessonOf([questionOf(['x', 'y'])])])])
const lineOf = (json: string, part: string) => json.slice(0, json.indexOf(part)).split('\n').length

/** What is said of the good file with one thing changed. */
function faultsOf(from: string | RegExp, to: string) {
  const changed = good.replace(from, to)
  if (changed === good) throw new Error(`${from} is not in the file`)
  const read = readJson(changed)
  return read.ok ? [] : read.faults.map(({ line, what, mend }) => `${line}: ${what}: ${mend}`)
}

describe('JSON that is read', () => {
  it('is what was written', () => {
    expect(readJson(good)).toMatchObject({ ok: true, draft: { lessons: [{ slug: 'dua' }] } })
  })

  it('holds no control character as it is', () => {
    const odd = writeJson([trackOf([lessonOf([questionOf(['a\u007f\u0085\u0001', 'b'])])])])
    expect(odd).not.toMatch(/(?!\n)\p{Cc}/u)
    const read = readJson(odd)
    expect(read.ok && read.draft.lessons[0]?.questions[0]?.texts.id.options[0]?.text).toBe(
      'a\u007f\u0085\u0001',
    )
  })
})

describe('JSON that is not taken', () => {
  const cut = good.slice(0, good.indexOf('"objective"'))
  it.each([
    ['', '1: broken JSON: the file ends where a value should be'],
    ['{', '1: broken JSON: the file ends where a key in double quotes or `}` should be'],
    ['{\n  "a": oops\n}', '2: broken JSON: `oops` stands where a value should be'],
    [
      '{\n  "a": 1,\n  b: 1\n}',
      '3: broken JSON: `b: 1` stands where a key in double quotes should be',
    ],
    ['{\n  "a": 1\n  "b": 1\n}', '3: broken JSON: `"b": 1` stands where a comma or `}` should be'],
    ['[\n1,\n]', '3: broken JSON: `]` stands where a value should be'],
    ['[1}', '1: broken JSON: `}` stands where a comma or `]` should be'],
    ['{"a" 1}', '1: broken JSON: `1}` stands where a colon should be'],
    ['[01]', '1: broken JSON: `01]` stands where a value or `]` should be'],
    ['["a\tb"]', '1: broken JSON: `"a\tb"]` stands where a value or `]` should be'],
    ['{}\n\nlebih', '3: broken JSON: `lebih` stands where nothing more should be'],
    [
      cut,
      `${cut.trimEnd().split('\n').length}: broken JSON: the file ends where a key in double quotes should be`,
    ],
  ])('broken, case %#: with its line', (json, said) => {
    const read = readJson(json)
    expect(read.ok ? [] : read.faults.map(({ line, what }) => `${line}: ${what}`)).toEqual([said])
  })

  it('broken at any place: a place is found wherever JSON.parse finds a mistake, and nowhere else', () => {
    const valid = fc.json({ maxDepth: 4 })
    const other = fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '0',
      'e',
      '.',
      '\\',
      'true',
      '-',
      '\n',
    )
    fc.assert(
      fc.property(valid, other, fc.nat(), fc.nat(2), (json, inserted, at, removed) => {
        const place = at % (json.length + 1)
        const text = json.slice(0, place) + inserted + json.slice(place + removed)
        expect(findJsonError(text) === undefined).toBe(isJson(text))
      }),
      { numRuns: 1000 },
    )
  })

  function isJson(text: string): boolean {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }

  it('of another kind', () => {
    const read = readJson('{"a": 1}')
    expect(read.ok ? [] : read.faults.map(({ what }) => what)).toEqual([
      '`format` is missing',
      '`version` is missing',
      '`tracks` is missing',
      '`a` is not known here',
    ])
    const list = readJson('[]')
    expect(list.ok ? [] : list.faults.map(({ what }) => what)).toEqual(['the file is a list'])
    expect(readJson('null').ok).toBe(false)
  })

  it.each([
    [/"answer": "a",/, '"answer": 1,', '"answer"', '`answer` is 1'],
    [/"slug": "dua"/, '"slug": "../dua"', '"slug"', '`slug` is "../dua"'],
    [/"kind": "common"/, '"kind": "all"', '"kind"', '`kind` is not one that is known'],
    [/"explanation": "Sebab."/, '"x": ""', '"texts": {\n', '`x` is not known here'],
  ])('%s → %s', (from, to, at, words) => {
    const [said] = faultsOf(from, to).filter((fault) => fault.includes(words))
    expect(said).toBeDefined()
    if (at.length < 10) expect(said).toMatch(new RegExp(`^${lineOf(good, at)}:`))
  })

  it('has more than one track', () => {
    const track = trackOf([lessonOf([])])
    const read = readJson(writeJson([track, track]))
    expect(read.ok ? [] : read.faults).toMatchObject([
      { what: 'there are 2 tracks', mend: 'a folder takes one: export with --track' },
    ])
  })

  it('has two lessons of one slug', () => {
    const read = readJson(writeJson([trackOf([lessonOf([]), lessonOf([])])]))
    expect(read.ok ? [] : read.faults.map(({ what }) => what)).toEqual([
      'two lessons have the same slug',
    ])
  })
})
