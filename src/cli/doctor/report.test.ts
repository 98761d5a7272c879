import { describe, expect, it } from 'vitest'
import { variableNames } from '../../platform/config.ts'
import { checks, found, reasons, type Reason } from './reasons.ts'
import { asJson, drawTable, fill, reportOf } from './report.ts'
import { words } from './words/index.ts'

const all = Object.keys(reasons) as Reason[]

function places({ what, how = '' }: { what: string; how?: string }): string[] {
  return [...new Set(`${what} ${how}`.match(/\{\w+\}/g) ?? [])].toSorted()
}

describe('the words', () => {
  it.each(all)(
    '%s: one line each, the same values in both, and a mend where one is due',
    (reason) => {
      const [id, en] = [words.id.said[reason], words.en.said[reason]]
      expect(`${id.what}${id.how ?? ''}${en.what}${en.how ?? ''}`).not.toContain('\n')
      expect(places(id)).toEqual(places(en))
      const due = reasons[reason] === 'warning' || reasons[reason] === 'failed'
      expect([id.how !== undefined, en.how !== undefined]).toEqual([due, due])
    },
  )

  it('name every check, and what every variable expects', () => {
    expect(Object.keys(words.id.titles)).toEqual([...checks])
    expect(Object.keys(words.en.titles)).toEqual([...checks])
    expect(Object.keys(words.id.expected).toSorted()).toEqual(variableNames.toSorted())
  })
})

it('says what a variable expects in the language of the rest', () => {
  const finding = found('configuration/malformed', {
    name: 'PORT',
    given: '"x"',
    expected: 'a port from 0 (any free one) to 65535',
  })
  expect(reportOf(finding, 'id').how).toBe(
    'Isi dengan port dari 0 (mana saja yang bebas) sampai 65535.',
  )
  expect(reportOf(finding, 'en').how).toBe('Expected: a port from 0 (any free one) to 65535.')
})

it('takes secrets and what moves the cursor out of what others wrote', () => {
  const said = 'bad \u001B[31m123456:ABCdef\npostgres://a:hunter2@b'
  const { what, values } = reportOf(found('database/broken', { where: 'x', said }), 'en')
  expect(what).toBe('x cannot be used: bad [token] postgres://a:[password]@b')
  expect(JSON.stringify(values)).not.toMatch(/hunter2|ABCdef|u001b/i)
})

it('a value that is missing is a mistake of the program', () => {
  expect(() => fill('{a} {b}', { a: 1 })).toThrow('No value for {b}')
})

it('draws a line each, the mend below it, and the sum', () => {
  const findings = [
    found('node/fine', { version: '24.1.0' }),
    found('migrations/behind', { count: 2 }),
    found('token/refused', { code: 401, said: 'Unauthorized' }),
    found('redis/none'),
  ]
  const lines = drawTable(findings, 'en').split('\n')
  expect(lines.map((line) => line.slice(0, 1))).toEqual(['✓', '!', ' ', '✗', ' ', '–', '', '1'])
  expect(lines[2]).toMatch(/^ {2}.* → Make a backup/)
  expect(lines.at(-1)).toBe('1 to mend, 1 to look at, 1 well, 1 skipped.')
  expect(JSON.parse(asJson(findings, 'en'))).toMatchObject({
    ok: false,
    language: 'en',
    count: { ok: 1, warning: 1, failed: 1, skipped: 1 },
    findings: [{ id: 'node/fine', check: 'node', state: 'ok', how: null }, {}, {}, {}],
  })
})
