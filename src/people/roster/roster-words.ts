import type { JobRole } from '../words.ts'

/** Words of a job title that say which kind of work it is; the first that is found decides. */
const WORDS: readonly (readonly [JobRole, string])[] = [
  [
    'pimpinan',
    'pimpinan kepala ketua camat lurah bupati direktur sekda leader leadership head director chief',
  ],
  ['guru', 'guru pendidikan pendidik pengajar dosen teacher teaching education'],
  [
    'kesehatan',
    'kesehatan perawat bidan dokter apoteker gizi ners health nurse midwife doctor pharmacist',
  ],
  ['perencanaan', 'perencanaan perencana program planning planner programme'],
  ['desa', 'desa kelurahan dusun village'],
  [
    'pelayanan',
    'pelayanan administrasi staf staff pelaksana operator arsiparis service services administration clerk',
  ],
]

const ROLE_OF: ReadonlyMap<string, JobRole> = new Map(
  WORDS.flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
)

/** The kind of work that a job title names, in either language; undefined where none is known. */
export function jobRoleIn(title: string): JobRole | undefined {
  const words = title.toLowerCase().match(/\p{L}+/gu) ?? []
  const named = words.flatMap((word) => ROLE_OF.get(word) ?? [])
  return WORDS.map(([role]) => role).find((role) => named.includes(role))
}

/** What the columns may be called, in both languages. */
export const columnNames = {
  name: ['nama', 'nama lengkap', 'nama pegawai', 'name', 'full name'],
  unit: ['unit', 'unit kerja', 'opd', 'instansi', 'satuan kerja', 'agency', 'office'],
  role: ['jabatan', 'peran', 'pekerjaan', 'role', 'job', 'position'],
  phone: ['telepon', 'no hp', 'nomor hp', 'hp', 'no telepon', 'wa', 'whatsapp', 'phone', 'mobile'],
} as const

export type Column = keyof typeof columnNames

/** Which column a heading names; undefined for one that nothing here asks for. */
export function columnOf(heading: string): Column | undefined {
  const word = heading
    .toLowerCase()
    .replaceAll(/[._*:/()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const columns: readonly Column[] = ['name', 'unit', 'role', 'phone']
  return columns.find((column) => columnNames[column].some((name) => name === word))
}

/** Columns with this word hold a number of the civil service or of a citizen, which is never kept. */
export function isIdentityNumber(heading: string): boolean {
  return /\b(nip|nik|nrp|nuptk|ktp)\b/i.test(heading.replaceAll('.', ''))
}

/**
 * A phone number in digits, with Indonesia's 62 where a 0 or nothing stood; undefined for what is
 * none. Spreadsheets drop the 0 and keep the 8.
 */
export function phoneIn(text: string): string | undefined {
  const digits = text.replaceAll(/[\s().-]/g, '').replace(/^\+/, '')
  if (!/^\d{8,15}$/.test(digits)) return undefined
  return digits.replace(/^0(?=8)/, '62').replace(/^(?=8)/, '62')
}
