import { describe, expect, it } from 'vitest'
import { writeCsv } from './write-csv.ts'

describe('a list for a spreadsheet', () => {
  it('quotes what needs it, and keeps the rest', () => {
    expect(
      writeCsv([
        ['Nomor', 'Nama'],
        ['0001/X/XI/2026', 'Siti, S.Pd. "Ibu"'],
        [3, -4],
      ]),
    ).toBe('\uFEFFNomor,Nama\r\n0001/X/XI/2026,"Siti, S.Pd. ""Ibu"""\r\n3,-4\r\n')
  })

  it.each(['=1+1', '+62', '-2', '@SUM(A1)', '\t=1', ' =1', '＝1'])('defuses %j', (text) => {
    expect(writeCsv([[text]])).toContain(`'${text}`)
  })
})
