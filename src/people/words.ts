/** How a person wishes to be addressed; each chose it, and it is used in every message. */
export const addressForms = ['bapak', 'ibu', 'none'] as const
export type AddressForm = (typeof addressForms)[number]

/** What a person does, as shown to people; it chooses the role's track. */
export const jobRoles = [
  'pimpinan',
  'perencanaan',
  'pelayanan',
  'guru',
  'kesehatan',
  'desa',
] as const
export type JobRole = (typeof jobRoles)[number]

export const locales = ['id', 'en'] as const
export type Locale = (typeof locales)[number]

/** What joining waits for; the steps come in this order. */
export const joinSteps = ['consent', 'address', 'role'] as const
export type JoinStep = (typeof joinSteps)[number]

/** OPD, kecamatan, desa, kelurahan, school, place of health care, anything else. */
export const unitKinds = [
  'agency',
  'district',
  'village',
  'urban_village',
  'school',
  'health',
  'other',
] as const
export type UnitKind = (typeof unitKinds)[number]
