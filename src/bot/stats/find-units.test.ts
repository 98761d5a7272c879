import { describe, expect, it } from 'vitest'
import { findUnits } from './find-units.ts'

const units = ['Dinas Kesehatan', 'Dinas Kesehatan Hewan', 'Puskesmas Turikale', 'SD 3 Maros'].map(
  (name) => ({ id: name, name, parentId: null }),
)
const found = (typed: string): string[] => findUnits(units, typed).map(({ name }) => name)

describe('a unit by its name', () => {
  it('is the one that is called just so, whatever the letters', () => {
    expect(found('dinas  KESEHATAN')).toEqual(['Dinas Kesehatan'])
  })

  it('is each whose words begin like those that were typed', () => {
    expect(found('kes')).toEqual(['Dinas Kesehatan', 'Dinas Kesehatan Hewan'])
    expect(found('tur pus')).toEqual(['Puskesmas Turikale'])
    expect(found('kecamatan')).toEqual([])
    expect(found('?!')).toEqual([])
  })
})
