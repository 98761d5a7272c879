import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal } from './find.ts'

/**
 * Numbers drawn at random by their structure: that the table of examples is not all that is found.
 */
const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'))
const digits = (count: number) =>
  fc.integer({ min: 1, max: 10 ** count - 1 }).map((n) => String(n).padStart(count, '0'))

const nik = fc
  .tuple(
    fc.constantFrom('11', '31', '32', '35', '51', '64', '73', '76', '91'),
    two(1, 79),
    two(1, 40),
    fc.oneof(two(1, 28), two(41, 68)),
    two(1, 12),
    two(0, 99),
    digits(4),
  )
  .map((parts) => [parts.slice(0, 3).join(''), parts.slice(3, 6).join(''), parts[6]])

const nip = fc
  .tuple(
    fc.integer({ min: 1960, max: 2002 }).map(String),
    two(1, 12),
    two(1, 28),
    fc.integer({ min: 2018, max: 2026 }).map(String),
    fc.oneof(two(1, 12), fc.constant('21')),
    fc.constantFrom('1', '2'),
    digits(3),
  )
  .map((parts) => [parts.slice(0, 3).join(''), parts.slice(3, 5).join(''), parts[5], parts[6]])

const phone = fc
  .tuple(fc.constantFrom('0', '62', '+62', '+62 '), two(11, 99), digits(4), digits(4))
  .filter(([, code]) => !code.endsWith('0'))
  .map(([country, code, middle, last]) => [`${country}8${code}`, middle, last])

const sign = fc.constantFrom('', ' ', '-', '.', '\u200b', ' - ', '\u00a0', '–')
const around = fc.constantFrom('', 'Mohon dibantu ', 'data: ', '👍\n', '1) ', '(', '“')

/** The same in digits of another script. */
const script = fc.constantFrom(
  (plain: string) => plain,
  (plain: string) => plain,
  (plain: string) => plain.replaceAll(/\d/g, (d) => String.fromCodePoint(0x660 + Number(d))),
  (plain: string) => plain.replaceAll(/\d/g, (d) => String.fromCodePoint(0xff10 + Number(d))),
)

describe('numbers drawn at random', () => {
  it.each([
    ['nik', nik],
    ['nip', nip],
    ['phone', phone],
  ] as const)('%s: each is found, however it is written', (kind, parts) => {
    fc.assert(
      fc.property(parts, sign, around, script, (number, joint, before, written) => {
        const text = `${before}${written(number.join(joint))} terima kasih`
        expect([text, findPersonal(text).map((one) => one.kind)]).toEqual([text, [kind]])
      }),
      { numRuns: 1500 },
    )
  })
})
