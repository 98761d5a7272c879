import { civilDay } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { findByCode, findCertificate } from './certificates-store.ts'
import { looksLikeCode } from './code.ts'
import type { RevocationReason } from './words.ts'

/** What anybody may read of a certificate that stands: what is on its sheet, without the NIP. */
export interface PublicFacts {
  readonly number: string
  readonly revision: number
  readonly name: string
  readonly unit: string
  readonly title: { readonly id: string; readonly en: string }
  /** Civil days. */
  readonly completedOn: string
  readonly issuedOn: string
  readonly hours: { readonly jp: number; readonly basis: string } | null
  readonly organisation: readonly string[]
}

export type Checked =
  | { readonly kind: 'valid'; readonly facts: PublicFacts }
  /** The civil day of the revocation, and why; nothing else is anybody's business then. */
  | { readonly kind: 'revoked'; readonly on: string; readonly reason: RevocationReason }
  /** A corrected sheet took its place. */
  | { readonly kind: 'superseded'; readonly number: string; readonly on: string }
  /** Whose it was had their data erased; the register keeps the number. */
  | { readonly kind: 'erased'; readonly number: string }
  | { readonly kind: 'unknown' | 'malformed' }

/** What a sheet's code says to whoever holds the sheet. */
export async function checkCode(db: Db, code: string, timezone: string): Promise<Checked> {
  if (!looksLikeCode(code)) return { kind: 'malformed' }
  const found = await findByCode(db, code)
  if (found === undefined) return { kind: 'unknown' }
  const { id, number, revision, sheetRevision, revokedAt, revokedReason, sheet } = found
  if (revokedAt !== null && revokedReason !== null) {
    return { kind: 'revoked', on: civilDay(timezone, revokedAt), reason: revokedReason }
  }
  if (sheet.name === '') return { kind: 'erased', number }
  if (sheetRevision < revision) {
    const current = await findCertificate(db, id)
    return { kind: 'superseded', number, on: current?.sheet.printedOn ?? sheet.printedOn }
  }
  return {
    kind: 'valid',
    facts: {
      number,
      revision,
      name: sheet.name,
      unit: sheet.unit,
      title: { id: sheet.titleId, en: sheet.titleEn },
      completedOn: sheet.completedOn,
      issuedOn: sheet.issuedOn,
      hours:
        sheet.jp === null || sheet.jpBasis === null ? null : { jp: sheet.jp, basis: sheet.jpBasis },
      organisation: sheet.letterhead.lines,
    },
  }
}
