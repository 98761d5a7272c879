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
  parent: ['unit induk', 'induk', 'unit di atasnya', 'parent', 'parent unit'],
  nip: ['nip', 'nip baru', 'nomor induk pegawai', 'no nip'],
  role: ['jabatan', 'peran', 'pekerjaan', 'role', 'job', 'position'],
  phone: ['telepon', 'no hp', 'nomor hp', 'hp', 'no telepon', 'wa', 'whatsapp', 'phone', 'mobile'],
} as const

export type Column = keyof typeof columnNames

/** Which column a heading names; undefined for one that nothing here asks for. */
export function columnOf(heading: string): Column | undefined {
  const word = heading
    .toLowerCase()
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .replaceAll(/[._*:/()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const columns: readonly Column[] = ['name', 'unit', 'parent', 'nip', 'role', 'phone']
  return columns.find((column) => columnNames[column].some((name) => name === word))
}

/** Whether a column with this heading holds a number of the civil service or of a citizen. */
export function isIdentityNumber(heading: string): boolean {
  return /\b(nip|nik|nrp|nuptk|ktp)\b/i.test(heading.replaceAll('.', ''))
}

/**
 * A phone number in digits, with Indonesia's 62 where a 0 or nothing stood; undefined for what is
 * none. Spreadsheets drop a 0 that stands first: before an 8 it was a mobile's, before another digit
 * that of an area.
 */
export function phoneIn(text: string): string | undefined {
  const typed = text.replaceAll(/[\s().-]/g, '')
  const digits = typed.replace(/^\+/, '')
  if (!/^\d{8,15}$/.test(digits)) return undefined
  if (digits !== typed) return digits
  return digits
    .replace(/^0(?=8)/, '62')
    .replace(/^(?=8)/, '62')
    .replace(/^(?!0|62)(?=\d{8,11}$)/, '0')
}
