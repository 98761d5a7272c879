import { describe, expect, it } from 'vitest'
import { splitCsv } from '../../platform/split-csv.ts'
import { checkRoster, type CheckedRoster } from './check-roster.ts'
import { nearestName } from './nearest-name.ts'
import { openRosterNip, rosterNip } from './roster-nip.ts'
import { isIdentityNumber, jobRoleIn, phoneIn } from './roster-words.ts'

const units = ['Pemkab Contoh', 'Dinas Kesehatan', 'Dinas Pendidikan', 'Kecamatan Turikale'].map(
  (name, i) => ({ id: String(i), name, parentId: i === 0 ? null : '0' }),
)

function check(text: string, defaultUnit?: (typeof units)[number]): CheckedRoster {
  const split = splitCsv(text)
  if (!split.ok) throw new Error(split.fault.problem)
  return checkRoster(split.rows, units, { defaultUnit })
}

describe('a roster', () => {
  it('is read by either language’s columns, in any order, and separated as spreadsheets do', () => {
    const expected = {
      line: 3,
      name: 'Hj. St. Aminah, S.Kep.',
      unitId: '1',
      jobRole: 'kesehatan',
      phone: '6281234567890',
    }
    expect(
      check(
        'Daftar pegawai;;;\nNAMA;Unit Kerja;Jabatan;No. HP\n"Hj. St. Aminah, S.Kep.";dinas  kesehatan;Perawat Ahli;081234567890',
      ).rows,
    ).toEqual([expected])
    expect(
      check('x\nphone,role,unit,name\n81234567890,Nurse,DINAS KESEHATAN,"Hj. St. Aminah, S.Kep."')
        .rows,
    ).toEqual([expected])
  })

  it('says every mistake with its line, and takes nothing half', () => {
    const { rows, faults } = check(
      [
        'nama,unit,jabatan,hp',
        'Rina,Dinas Kesehatn,,',
        ',Dinas Kesehatan,,',
        'Budi,,,',
        'Andi Rahman,Dinas Pendidikan,,',
        'A.,Entah Apa Ini,,',
        '"ANDI RAHMAN, S.Pd",dinas pendidikan,,',
        '123,Dinas Pendidikan,,',
        'Wati,Dinas Pendidikan,,0812x',
      ].join('\n'),
    )
    expect(faults.map(({ line, what, mend }) => `${line} ${what} | ${mend}`)).toEqual([
      '2 there is no unit "Dinas Kesehatn" | did you mean "Dinas Kesehatan"?',
      '3 the name is empty | write it, or remove the row',
      '4 the unit is empty | write its name',
      '6 there is no unit "Entah Apa Ini" | add it first: unit add <name>',
      '7 "ANDI RAHMAN, S.Pd" stands in line 5 too | remove one, or write both names so that they can be told apart',
      '8 "123" is no name | a name has letters, and at most 80 of them',
      '9 the phone number is none | write digits, or leave it empty',
    ])
    expect(rows.map(({ name }) => name)).toEqual(['Andi Rahman'])
  })

  it('warns of what is worth a look, and never reads a NIP', () => {
    const { rows, warnings } = check(
      [
        'No,NIP,Nama,Unit,Jabatan',
        '1,197002281995031001,Siti Aminah,Dinas Kesehatan,Analis Entah',
        '2,197002281995031002,Siti Aminah,Dinas Pendidikan,Guru',
      ].join('\n'),
    )
    expect(warnings.map(({ line, what }) => `${line} ${what}`)).toEqual([
      '1 the column "NIP" is not read',
      '2 "Analis Entah" is no kind of work known here',
      '3 "Siti Aminah" stands in line 2 too, in another unit',
    ])
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('19700228')
  })

  it.each([
    ['', /no row names the columns/],
    ['Rina,Dinas Kesehatan', /no row names the columns/],
    ['nama,unit', /nobody stands below/],
    ['nama', /no column says the unit/],
    ['nama,name,unit\nRina,Rina,x', /two columns say the name/],
  ])('is none: %j', (text, what) => {
    const { rows, faults } = check(text)
    expect(rows).toEqual([])
    expect(faults[0]?.what).toMatch(what)
  })

  it('of one unit needs no column for it', () => {
    const { rows, faults } = check('nama\nRina\n\nBudi', units[1])
    expect(faults).toEqual([])
    expect(rows.map(({ line, unitId }) => [line, unitId])).toEqual([
      [2, '1'],
      [4, '1'],
    ])
  })
})

describe('a roster with NIPs', () => {
  const secret = 'a secret of the organisation, long enough'
  const sealed = (text: string): CheckedRoster => {
    const split = splitCsv(text)
    if (!split.ok) throw new Error(split.fault.problem)
    return checkRoster(split.rows, units, { secret })
  }

  it('keeps each sealed, and finds it again by its hash alone', () => {
    const { rows, warnings } = sealed(
      'nama;unit;N.I.P.\nRina;Dinas Kesehatan;19850228 201001 2 003',
    )
    expect(warnings).toEqual([])
    const nip = rows[0]?.nip
    expect(nip?.hash).toBe(rosterNip(secret, '198502282010012003').hash)
    expect(openRosterNip(secret, nip?.hash, nip?.sealed)).toBe('198502282010012003')
    expect(openRosterNip(secret, rosterNip(secret, '1').hash, nip?.sealed)).toBeUndefined()
    expect(rosterNip(`${secret}!`, '198502282010012003').hash).not.toBe(nip?.hash)
    expect(JSON.stringify(rows)).not.toContain('19850228')
  })

  it.each([
    ['1,98502E+17', 'nip-rounded'],
    ['1.98502282010012e+17', 'nip-rounded'],
    ['198502282010012000', 'nip-rounded'],
    ['98502282010012003', 'nip-cut'],
    ['1985022820100120031', 'nip-cut'],
    ['198513282010012003', 'nip-none'],
    ['entah', 'nip-none'],
  ])('does not guess what "%s" was', (nip, problem) => {
    const { rows, faults } = sealed(`nama;unit;nip\nRina;Dinas Kesehatan;${nip}`)
    expect([rows, faults.map((fault) => fault.problem)]).toEqual([[], [problem]])
  })

  it('tells two of one name apart, and not one number of two people', () => {
    const { rows, faults } = sealed(
      [
        'nama,unit,nip',
        'Budi,Dinas Kesehatan,198502282010012003',
        'Budi,Dinas Kesehatan,197002281995031001',
        'Rina,Dinas Kesehatan,197002281995031001',
        'Budi,Dinas Kesehatan,',
      ].join('\n'),
    )
    expect(rows.map(({ line }) => line)).toEqual([2, 3])
    expect(faults.map(({ line, problem, other }) => [line, problem, other])).toEqual([
      [4, 'nip-twice', 3],
      [5, 'same-name', 3],
    ])
  })
})

describe('units that are new', () => {
  it('are made below the one that is named, parents first, and each once', () => {
    const { rows, newUnits, faults } = check(
      [
        'nama,unit,unit induk',
        ',Puskesmas Baru,Dinas Kesehatan',
        'Rina,Posyandu Satu,Puskesmas Baru',
        'Budi,posyandu satu,Puskesmas Baru',
        'Cici,Entah,Tidak Ada',
        'Dedi,"=1+1",Dinas Kesehatan',
      ].join('\n'),
    )
    expect(newUnits.map(({ line, name }) => [line, name])).toEqual([
      [2, 'Puskesmas Baru'],
      [3, 'Posyandu Satu'],
    ])
    expect(newUnits[1]?.parentId).toBe(newUnits[0]?.id)
    expect(rows.map(({ unitId }) => unitId)).toEqual([newUnits[1]?.id, newUnits[1]?.id])
    expect(faults.map(({ line, problem }) => [line, problem])).toEqual([
      [5, 'parent-unknown'],
      [6, 'formula-unit'],
    ])
  })
})

it.each([
  ['Kepala Dinas', 'pimpinan'],
  ['Head of office', 'pimpinan'],
  ['Guru SD', 'guru'],
  ['Perangkat Desa', 'desa'],
  ['Bidan', 'kesehatan'],
  ['Perencana Muda', 'perencanaan'],
  ['Administrasi Umum', 'pelayanan'],
  ['Pustakawan', undefined],
  ['', undefined],
])('the kind of work in "%s"', (title, role) => {
  expect(jobRoleIn(title)).toBe(role)
})

it.each([
  ['0812-3456-7890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['81234567890', '6281234567890'],
  ['0411 123456', '0411123456'],
  ['0812', undefined],
  ['siti@contoh.go.id', undefined],
])('the phone number "%s"', (text, number) => {
  expect(phoneIn(text)).toBe(number)
})

it.each(['NIP', 'N.I.P.', 'NIP Baru', 'No. NIK', 'NRP'])(
  '"%s" is a number of a person',
  (heading) => {
    expect(isIdentityNumber(heading)).toBe(true)
  },
)

it.each([
  ['Dinas Pendidkan', 'Dinas Pendidikan'],
  ['Turikale', 'Kecamatan Turikale'],
  ['Dinas Kesehatan Kab.', 'Dinas Kesehatan'],
  ['zzzz', undefined],
  ['', undefined],
])('the unit nearest to "%s"', (given, near) => {
  expect(
    nearestName(
      given,
      units.map(({ name }) => name),
    ),
  ).toBe(near)
})
