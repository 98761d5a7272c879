import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_QUERY_BYTES, parseQuery, writeQuery } from './query.ts'

describe('what somebody looks for', () => {
  it.each<[string, string, string[][]]>([
    ['words', 'Data  PRIBADI', [['data'], ['pribadi']]],
    ['the same word once', 'data Data dátà', [['data']]],
    ['a quotation as one', 'surat "data pribadi"', [['surat'], ['data', 'pribadi']]],
    ['curly quotation marks', '“data pribadi”', [['data', 'pribadi']]],
    ['a quotation of one word as a word', '"data"', [['data']]],
    ['a quotation that is not closed', 'surat "data pribadi', [['surat'], ['data', 'pribadi']]],
    ['compounds as their words', 'sehari-hari, dan/atau', [['sehari'], ['hari']]],
    ['no words that say nothing', 'bagaimana cara menulis prompt?', [['menulis'], ['prompt']]],
    ['unless there are no others', 'apa itu', [['apa'], ['itu']]],
    ['numbers', 'pasal 26', [['pasal'], ['26']]],
    ['operators as what they are not', "a' | !b & c:* <-> (d)", [['b'], ['c'], ['d']]],
    ['nothing in signs', '👍 … "" \'', []],
    ['nothing in nothing', '', []],
    ['no word that is none', 'A'.repeat(4096), []],
  ])('%s', (_, typed, terms) => {
    expect(parseQuery(typed)).toEqual(terms)
  })

  it('leaves out what a button has no room for, and keeps the rest', () => {
    const terms = parseQuery('musyawarah perencanaan pembangunan kewarganegaraan desa')
    expect(terms.map(([word]) => word)).toEqual([
      'musyawarah',
      'perencanaan',
      'pembangunan',
      'desa',
    ])
  })

  it('property: it is letters and digits, fits, and is the same when written and read again', () => {
    const typed = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('"', ' ', 'data', 'ﬁ', 'İ', 'ß', '²'),
      ),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const terms = parseQuery(parts.join(''))
        for (const word of terms.flat()) expect(word).toMatch(/^[\p{L}\p{N}]+$/u)
        const written = writeQuery(terms)
        expect(Buffer.byteLength(written)).toBeLessThanOrEqual(MOST_QUERY_BYTES)
        expect(parseQuery(written)).toEqual(terms)
      }),
      { numRuns: 300 },
    )
  })
})
