import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadLessons } from '../app.ts'
import {
  createPrinter,
  fileNameOf,
  findCertificate,
  findFinishers,
  issueCertificate,
  type Certificate,
  type CertificatePrinter,
  type Finisher,
  type Issued,
} from '../certificates/index.ts'
import type { Track } from '../content/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db/index.ts'
import { messageOf, UserError } from '../platform/errors.ts'
import { writeCsv } from '../platform/spreadsheet/write-csv.ts'
import { botUsername } from './bot-username.ts'
import { trackNamed, unitIdOf } from './certificate-scope.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'
import { withStore } from './with-store.ts'

/** Why somebody who finished has no certificate here, as the summary says it. */
const LEFT_OUT = {
  revoked: 'revoked',
  not_earned: 'too many lessons skipped',
  asn_unknown: 'did not say yet whether they are ASN (--without-jp issues them without JP)',
  name_unprintable: 'a name that cannot be printed',
  corrected_too_often: 'corrected too often',
  not_begun: 'gone meanwhile',
} as const satisfies Record<Exclude<Issued['kind'], 'issued' | 'revised' | 'unchanged'>, string>

type Reason = (typeof LEFT_OUT)[keyof typeof LEFT_OUT]

interface Made {
  readonly certificates: readonly Certificate[]
  readonly issued: number
  readonly leftOut: Readonly<Partial<Record<Reason, number>>>
}

/**
 * Issues for everybody of a unit who finished, and writes all their certificates: a PDF each, one of
 * all pages for signing, and the list. Run again, it issues to those who came since.
 */
export const certificateBulk: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: {
      unit: { type: 'string' },
      track: { type: 'string' },
      out: { type: 'string' },
      'without-jp': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const { unit, out } = values
  if (unit === undefined || out === undefined) {
    throw new UserError(
      'Whose certificates, and where to? certificate bulk --unit <name> --out <folder>',
      {
        hint: 'See the names of units with: npm run sedikit -- unit list',
      },
    )
  }
  const wanted = values.track === undefined ? undefined : await trackNamed(values.track)
  const { tracks } = await loadLessons(LESSONS_DIR)
  const made = await withStore(context, async (db, config) => {
    const printer = await printerOf(config)
    const unitId = await unitIdOf(db, unit)
    const finishers = await findFinishers(db, { unitId, trackId: wanted?.id })
    const unknownAsn = values['without-jp'] ? 'without_hours' : 'ask'
    const issuing = { timezone: config.timezone, unknownAsn } as const
    const result = await issueAll(db, finishers, tracks, issuing)
    if (result.issued > 0) {
      const about = { unitId: unitId ?? null, details: { count: result.issued } }
      await auditShell(db, 'certificate.issued', about)
    }
    if (result.certificates.length > 0) await writeAll(db, printer, result.certificates, out)
    return result
  })
  const { certificates, issued, leftOut } = made
  const counts = { written: certificates.length, issued, leftOut, folder: out }
  if (values.json) context.stdout(JSON.stringify(counts))
  else {
    context.stdout(
      certificates.length === 0
        ? 'Nobody there has a certificate to print yet.'
        : `${certificates.length} certificates in ${out}, ${issued} of them issued now; all pages in ${ALL}, the list in ${LIST}`,
    )
    for (const [reason, count] of Object.entries(leftOut))
      context.stdout(`left out: ${count}, ${reason}`)
  }
  return 0
}

const ALL = 'semua.pdf'
const LIST = 'daftar.csv'

/** @throws UserError when the QR codes would lead nowhere */
async function printerOf(config: Config): Promise<CertificatePrinter> {
  const username = config.publicUrl === undefined ? await botUsername(config) : ''
  if (username === undefined) {
    throw new UserError('Where shall the QR codes lead? Neither PUBLIC_URL nor BOT_TOKEN is set.', {
      hint: 'Set them as the running bot has them: with PUBLIC_URL the codes open its page, else the bot.',
    })
  }
  const { publicUrl, dataSecret } = config
  return createPrinter({ publicUrl, dataSecret, botUsername: username })
}

/** One transaction a certificate: the counter is held for no longer than one takes. */
async function issueAll(
  db: Db,
  finishers: readonly Finisher[],
  tracks: readonly Track[],
  {
    timezone,
    unknownAsn,
  }: { readonly timezone: string; readonly unknownAsn: 'ask' | 'without_hours' },
): Promise<Made> {
  const certificates: Certificate[] = []
  const leftOut: Partial<Record<Reason, number>> = {}
  let issuedNow = 0
  for (const { personId, trackId } of finishers) {
    const track = tracks.find(({ id }) => id === trackId)
    if (track === undefined) continue
    const now = systemClock.now()
    const issued = await db.transaction((tx) =>
      issueCertificate(tx, { personId, track, unknownAsn }, { now, timezone }),
    )
    if (issued.kind === 'issued' || issued.kind === 'revised' || issued.kind === 'unchanged') {
      const found = await findCertificate(db, issued.certificateId)
      if (found !== undefined) certificates.push(found)
      if (issued.kind === 'issued') issuedNow++
    } else {
      const reason = LEFT_OUT[issued.kind]
      leftOut[reason] = (leftOut[reason] ?? 0) + 1
    }
  }
  return { certificates, issued: issuedNow, leftOut }
}

/** @throws UserError when the folder cannot be written */
async function writeAll(
  db: Db,
  printer: CertificatePrinter,
  certificates: readonly Certificate[],
  folder: string,
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const one of certificates) {
      await writeFile(join(folder, fileNameOf(one.number)), await printer.print(db, [one]))
    }
    await writeFile(join(folder, ALL), await printer.print(db, certificates))
    await writeFile(join(folder, LIST), listOf(certificates))
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new UserError(`${folder} cannot be written: ${messageOf(error)}`, {
      hint: 'Name another folder with --out. What was issued stays issued; run it again.',
      cause: error,
    })
  }
}

function listOf(certificates: readonly Certificate[]): string {
  return writeCsv([
    [
      'Nomor',
      'Revisi',
      'Nama',
      'Unit',
      'Jalur belajar',
      'Diselesaikan',
      'Diterbitkan',
      'JP',
      'Berkas',
    ],
    ...certificates.map(({ number, revision, sheet }) => [
      number,
      revision,
      sheet.name,
      sheet.unit,
      sheet.titleId,
      sheet.completedOn,
      sheet.issuedOn,
      sheet.jp ?? '',
      fileNameOf(number),
    ]),
  ])
}
