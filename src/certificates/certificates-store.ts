import { and, eq, sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../platform/db/index.ts'
import { certificateCounters, certificates, certificateSheets } from './schema.ts'
import type { RevocationReason } from './words.ts'

type Sheet = typeof certificateSheets.$inferSelect

/** A certificate with the sheet that holds now. */
export interface Certificate {
  readonly id: number
  readonly personId: string | null
  readonly trackId: string
  readonly number: string
  readonly revision: number
  readonly revokedAt: Date | null
  readonly revokedReason: RevocationReason | null
  readonly sheet: Omit<Sheet, 'certificateId' | 'revision'>
}

const columns = {
  id: certificates.id,
  personId: certificates.personId,
  trackId: certificates.trackId,
  number: certificates.number,
  revision: certificates.revision,
  revokedAt: certificates.revokedAt,
  revokedReason: certificates.revokedReason,
  sheet: {
    code: certificateSheets.code,
    name: certificateSheets.name,
    sealedNip: certificateSheets.sealedNip,
    unit: certificateSheets.unit,
    titleId: certificateSheets.titleId,
    titleEn: certificateSheets.titleEn,
    completedOn: certificateSheets.completedOn,
    issuedOn: certificateSheets.issuedOn,
    printedOn: certificateSheets.printedOn,
    jp: certificateSheets.jp,
    jpBasis: certificateSheets.jpBasis,
    letterhead: certificateSheets.letterhead,
    signatory: certificateSheets.signatory,
  },
}

const currentSheet = and(
  eq(certificateSheets.certificateId, certificates.id),
  eq(certificateSheets.revision, certificates.revision),
)

export async function findCertificate(db: Db, id: number): Promise<Certificate | undefined> {
  const [row] = await db
    .select(columns)
    .from(certificates)
    .innerJoin(certificateSheets, currentSheet)
    .where(eq(certificates.id, id))
  return row
}

export async function findByNumber(db: Db, number: string): Promise<Certificate | undefined> {
  const [row] = await db
    .select(columns)
    .from(certificates)
    .innerJoin(certificateSheets, currentSheet)
    .where(eq(certificates.number, number.trim()))
  return row
}

export async function certificateOf(
  db: Db,
  personId: string,
  trackId: string,
): Promise<Certificate | undefined> {
  const [row] = await db
    .select(columns)
    .from(certificates)
    .innerJoin(certificateSheets, currentSheet)
    .where(and(eq(certificates.personId, personId), eq(certificates.trackId, trackId)))
  return row
}

/** By the code of a sheet, also one that a correction took the place of. */
export async function findByCode(
  db: Db,
  code: string,
): Promise<(Certificate & { readonly sheetRevision: number }) | undefined> {
  const [row] = await db
    .select({ ...columns, sheetRevision: certificateSheets.revision })
    .from(certificateSheets)
    .innerJoin(certificates, eq(certificateSheets.certificateId, certificates.id))
    .where(eq(certificateSheets.code, code))
  return row
}

/** The next number of a year. It is nobody else's until this transaction ends, and no gap if it fails. */
export async function nextSerial(tx: Db, year: number): Promise<number> {
  const [row] = await tx
    .insert(certificateCounters)
    .values({ year, last: 1 })
    .onConflictDoUpdate({
      target: certificateCounters.year,
      set: { last: sql`${certificateCounters.last} + 1` },
    })
    .returning({ last: certificateCounters.last })
  if (row === undefined) throw new Error('The counter was not returned')
  return row.last
}

export async function insertCertificate(
  tx: Db,
  certificate: typeof certificates.$inferInsert,
): Promise<number> {
  const [row] = await tx.insert(certificates).values(certificate).returning({ id: certificates.id })
  if (row === undefined) throw new Error('The new certificate was not returned')
  return row.id
}

/** Writes a sheet and makes it the one that holds. */
export async function insertSheet(
  tx: Db,
  sheet: typeof certificateSheets.$inferInsert,
): Promise<void> {
  await tx.insert(certificateSheets).values(sheet)
  await tx
    .update(certificates)
    .set({ revision: sheet.revision })
    .where(eq(certificates.id, sheet.certificateId))
}

/** @returns whether it stood until now */
export async function revokeCertificate(
  db: Db,
  id: number,
  reason: RevocationReason,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(certificates)
    .set({ revokedAt: now, revokedReason: reason })
    .where(and(eq(certificates.id, id), sql`${certificates.revokedAt} is null`))
    .returning({ id: certificates.id })
  return rows.length > 0
}

/** @returns whether it was revoked until now */
export async function restoreCertificate(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .update(certificates)
    .set({ revokedAt: null, revokedReason: null })
    .where(and(eq(certificates.id, id), sql`${certificates.revokedAt} is not null`))
    .returning({ id: certificates.id })
  return rows.length > 0
}

export interface ListedCertificate extends Record<string, unknown> {
  readonly number: string
  readonly revision: number
  readonly name: string
  readonly unit: string
  readonly trackId: string
  readonly issuedOn: string
  readonly jp: number | null
  readonly revokedAt: string | null
  readonly revokedReason: RevocationReason | null
}

/** The register in the order of numbers; a unit's with those below it, as people stand there now. */
export async function listCertificates(
  db: Db,
  where: { readonly unitId?: string | undefined; readonly trackId?: string | undefined },
): Promise<ListedCertificate[]> {
  const { unitId, trackId } = where
  const inUnit =
    unitId === undefined
      ? sql`true`
      : sql`exists (select 1 from people p where p.id = c.person_id and p.unit_id in (
          select id from below))`
  return rowsOf<ListedCertificate>(
    db,
    sql`
    with recursive below (id) as (
      select id from units where ${unitId === undefined ? sql`false` : sql`id = ${unitId}`}
      union all select u.id from units u join below on u.parent_id = below.id)
    select c.number, c.revision, s.name, s.unit, c.track_id as "trackId",
      s.issued_on::text as "issuedOn", s.jp, c.revoked_at as "revokedAt",
      c.revoked_reason as "revokedReason"
    from certificates c
    join certificate_sheets s on s.certificate_id = c.id and s.revision = c.revision
    where ${inUnit} and ${trackId === undefined ? sql`true` : sql`c.track_id = ${trackId}`}
    order by c.year, c.serial`,
  )
}
