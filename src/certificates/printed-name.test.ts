import { describe, expect, it } from 'vitest'
import { readPrintedName } from './printed-name.ts'

describe('a name for print', () => {
  it.each([
    ['  Siti   Aminah ', 'Siti Aminah'],
    ['Dr. H. Ahmad Dg. Ma’rupa, S.Pd., M.Si.', 'Dr. H. Ahmad Dg. Ma’rupa, S.Pd., M.Si.'],
    ['Ir. Andi\nTenri (Ummi), M.T.', 'Ir. Andi Tenri (Ummi), M.T.'],
    // Letters that came apart are composed: the font has them so.
    ['Jose\u0301 O\u0308zil', 'José Özil'],
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
  ])('%j', (typed, name) => {
    expect(readPrintedName(typed)).toEqual({ kind: 'name', name })
  })

  it.each([
    '',
    '   ',
    '.',
    '123',
    'A',
    '🙂 Siti',
    'محمد',
    '<b>Siti</b>',
    'Siti\u202eanimA',
    'Siti "X"',
  ])('refuses %j', (typed) => {
    expect(readPrintedName(typed)).toEqual({ kind: 'unprintable' })
  })

  it('refuses what is too long for any sheet', () => {
    expect(readPrintedName('Siti '.repeat(40))).toEqual({ kind: 'too_long' })
    expect(readPrintedName('S'.repeat(120))).toMatchObject({ kind: 'name' })
  })
})
