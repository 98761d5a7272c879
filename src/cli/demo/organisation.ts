import { addUnit, createInvite, findRootUnit, listUnits, type Unit } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'

/** The organisation of the demo; its people are invented. */
export const ORGANISATION = {
  id: 'Pemerintah Kabupaten Maros (demo)',
  en: 'Maros Regency Government (demo)',
} as const

/** The kecamatan of Kabupaten Maros. */
export const KECAMATAN = [
  'Bantimurung',
  'Bontoa',
  'Camba',
  'Cenrana',
  'Lau',
  'Mallawa',
  'Mandai',
  'Maros Baru',
  'Marusu',
  'Moncongloe',
  'Simbang',
  'Tanralili',
  'Tompobulu',
  'Turikale',
] as const

/** An invitation of the demo outlives every journey through time that a visitor may make. */
const INVITE_MS = 3650 * 24 * 3600_000
const INVITE_USES = 100_000

/** Adds the organisation and its kecamatan, unless a kept demo has them. @returns the kecamatan */
export async function addUnits(db: Db, now: Date): Promise<Unit[]> {
  if ((await findRootUnit(db)) === undefined) {
    await addUnit(db, { name: ORGANISATION.id, now })
    for (const name of KECAMATAN) await addUnit(db, { name: `Kecamatan ${name}`, now })
  }
  return (await listUnits(db)).filter((unit) => unit.parentId !== null)
}

export async function invite(
  db: Db,
  grants: { readonly unitId: string } | 'admin',
  now: Date,
): Promise<string> {
  return createInvite(
    db,
    {
      grants: grants === 'admin' ? 'admin' : 'unit',
      unitId: grants === 'admin' ? null : grants.unitId,
      maxUses: INVITE_USES,
      expiresAt: new Date(now.getTime() + INVITE_MS),
      createdBy: null,
    },
    now,
  )
}
