import { describe, expect, it } from 'vitest'
import { formatNip, readNip } from './nip.ts'

const NIP = '198502282010012003'

describe('a NIP', () => {
  it.each([NIP, '19850228 201001 2 003', '19850228.201001.2.003', '198502282022212001'])(
    '%s',
    (typed) => {
      expect(readNip(typed)).toBe(typed.replaceAll(/\D/g, ''))
    },
  )

  it.each([
    ['a digit less', NIP.slice(1)],
    ['a digit more', `${NIP}1`],
    ['a birthday that there is not', '198502302010012003'],
    ['a thirteenth month', '198502282010132003'],
    ['a month of zero', '198502282010002003'],
    ['a third sex in the register', '198502282010013003'],
    ['the serial number zero', '198502282010012000'],
    ['appointed as a child', '198502281990012003'],
    ['a NIK', '7309012802850001'],
    ['letters', 'NIP saya tidak ada'],
    ['nothing', ''],
  ])('is none: %s', (_, typed) => {
    expect(readNip(typed)).toBeUndefined()
  })

  it('is printed in its parts', () => {
    expect(formatNip(NIP)).toBe('19850228 201001 2 003')
  })
})
