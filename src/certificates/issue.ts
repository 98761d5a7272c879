import { civilDay, readSettings, type Settings } from '../learning/index.ts'
import { findPeople, findRootUnit, findUnit, type Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import {
  certificateOf,
  insertCertificate,
  insertSheet,
  nextSerial,
  type Certificate,
} from './certificates-store.ts'
import { newCode } from './code.ts'
import { judge, type Earned } from './earned.ts'
import { letterheadOf, signatoryOf } from './head.ts'
import { readHolder, type Holder } from './holders-store.ts'
import { hoursOfTrack } from './hours-store.ts'
import { formatNumber } from './number.ts'
import { readPrintedName } from './printed-name.ts'
import { lockEnrolment, readStandings } from './standing-store.ts'

/** Sheets of one certificate at the most: after four corrections somebody has to look at it. */
export const MOST_REVISIONS = 5

export interface IssueWish {
  readonly personId: string
  readonly track: {
    readonly id: string
    readonly title: { readonly id: string; readonly en: string }
  }
  /** For somebody who did not say whether they are ASN, when the track has JP. */
  readonly unknownAsn: 'ask' | 'without_hours'
}

export interface IssueOptions {
  readonly now: Date
  /** The organisation's: days on a certificate are its days. */
  readonly timezone: string
}

export type Issued =
  | { readonly kind: 'issued' | 'revised' | 'unchanged'; readonly certificateId: number }
  | { readonly kind: 'revoked'; readonly certificateId: number }
  | { readonly kind: 'not_earned'; readonly earned: Exclude<Earned, { kind: 'earned' }> }
  | { readonly kind: 'not_begun' | 'asn_unknown' | 'name_unprintable' | 'corrected_too_often' }

/**
 * Issues the certificate of a person for a track, once, however often and from wherever it is asked
 * for. Asked for again after the name or the NIP changed, it is printed anew under the same number
 * (docs/decisions/a-correction-keeps-the-number.md).
 */
export async function issueCertificate(
  tx: Db,
  wish: IssueWish,
  { now, timezone }: IssueOptions,
): Promise<Issued> {
  const { personId, track } = wish
  await lockEnrolment(tx, personId, track.id)
  const person = (await findPeople(tx, [personId])).get(personId)
  if (person === undefined) return { kind: 'not_begun' }
  const holder = await readHolder(tx, personId)
  const read = readPrintedName(holder.printedName ?? person.name)
  if (read.kind !== 'name') return { kind: 'name_unprintable' }
  const settings = await readSettings(tx)
  const today = civilDay(timezone, now)
  const printed = { name: read.name, sealedNip: holder.sealedNip }
  const had = await certificateOf(tx, personId, track.id)
  if (had !== undefined) return revise(tx, had, printed, settings, today)

  const standing = (await readStandings(tx, personId)).find(({ trackId }) => trackId === track.id)
  if (standing === undefined) return { kind: 'not_begun' }
  const earned = judge(standing, settings['certificate.answered'])
  if (earned.kind !== 'earned') return { kind: 'not_earned', earned }
  const hours = await hoursFor(tx, track.id, holder, wish.unknownAsn)
  if (hours === 'unknown') return { kind: 'asn_unknown' }

  const { organisation, unit } = await placeOf(tx, person)
  const year = Number(today.slice(0, 4))
  const serial = await nextSerial(tx, year)
  const certificateId = await insertCertificate(tx, {
    personId,
    trackId: track.id,
    number: formatNumber(settings['certificate.number'], serial, today),
    year,
    serial,
    issuedAt: now,
  })
  await insertSheet(tx, {
    certificateId,
    revision: 1,
    code: newCode(),
    ...printed,
    unit,
    titleId: track.title.id,
    titleEn: track.title.en,
    completedOn: civilDay(timezone, earned.doneAt),
    issuedOn: today,
    printedOn: today,
    jp: hours?.jp ?? null,
    jpBasis: hours?.basis ?? null,
    letterhead: letterheadOf(settings, organisation),
    signatory: signatoryOf(settings),
  })
  return { kind: 'issued', certificateId }
}

/** Another sheet with another name or NIP; all else stays as it was printed. */
async function revise(
  tx: Db,
  had: Certificate,
  printed: { readonly name: string; readonly sealedNip: string | null },
  settings: Settings,
  today: string,
): Promise<Issued> {
  const { id: certificateId, sheet } = had
  if (had.revokedAt !== null) return { kind: 'revoked', certificateId }
  if (sheet.name === printed.name && sheet.sealedNip === printed.sealedNip) {
    return { kind: 'unchanged', certificateId }
  }
  if (had.revision >= MOST_REVISIONS) return { kind: 'corrected_too_often' }
  await insertSheet(tx, {
    ...sheet,
    ...printed,
    certificateId,
    revision: had.revision + 1,
    code: newCode(),
    printedOn: today,
    signatory: sheet.signatory ?? signatoryOf(settings),
  })
  return { kind: 'revised', certificateId }
}

async function hoursFor(
  tx: Db,
  trackId: string,
  { asn }: Holder,
  unknownAsn: IssueWish['unknownAsn'],
): Promise<{ readonly jp: number; readonly basis: string } | undefined | 'unknown'> {
  const hours = await hoursOfTrack(tx, trackId)
  if (hours === undefined || asn === true) return hours
  return asn === null && unknownAsn === 'ask' ? 'unknown' : undefined
}

async function placeOf(
  tx: Db,
  { unitId }: Person,
): Promise<{ readonly organisation: string; readonly unit: string }> {
  const organisation = (await findRootUnit(tx))?.name ?? 'Sedikit'
  const unit = unitId === null ? undefined : (await findUnit(tx, unitId))?.name
  return { organisation, unit: unit ?? organisation }
}
