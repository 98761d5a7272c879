import { readSettings } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Certificate } from './certificates-store.ts'
import { verificationUrl, type Reach } from './code.ts'
import type { Fonts } from './draw/fonts.ts'
import type { SheetFacts, Signatory } from './facts.ts'
import { signatoryOf } from './head.ts'
import { readLogo } from './logo.ts'
import { openSealed } from '../platform/seal.ts'

export interface PrinterOptions extends Reach {
  /** Opens the NIPs; without it none is printed. */
  readonly dataSecret: string | undefined
}

export interface CertificatePrinter {
  /** The certificates as they were issued, a page each. At least one. */
  readonly print: (db: Db, certificates: readonly Certificate[]) => Promise<Buffer>
}

/** What draws is loaded by the first certificate: it is some megabytes of code, and rarely wanted. */
const drawing = async () => ({
  ...(await import('./draw/fonts.ts')),
  ...(await import('./draw/render-sheets.ts')),
})

/** Draws issued certificates from what the register holds; the fonts are read once. */
export function createPrinter(options: PrinterOptions): CertificatePrinter {
  let fonts: Promise<Fonts> | undefined
  return {
    async print(db, certificates) {
      const { loadFonts, renderSheets } = await drawing()
      const settings = await readSettings(db)
      fonts ??= loadFonts()
      const path = settings['letterhead.logo']
      const logo = path === undefined ? undefined : await readLogo(path)
      const sheets = certificates.map((one) => factsOf(one, options, signatoryOf(settings)))
      return renderSheets(sheets, {
        fonts: await fonts,
        // A logo that went missing holds nobody's certificate up; `settings` checks it when it is set.
        ...(logo?.kind === 'logo' ? { logo: logo.bytes } : {}),
      })
    },
  }
}

/** @param signatory who signs now, for sheets that were issued when nobody was set to */
function factsOf(
  { personId, number, revision, sheet }: Certificate,
  { dataSecret, ...reach }: PrinterOptions,
  signatory: Signatory | null,
): SheetFacts {
  const nip =
    dataSecret === undefined || personId === null || sheet.sealedNip === null
      ? undefined
      : openSealed(dataSecret, personId, sheet.sealedNip)
  return {
    number,
    revision,
    name: sheet.name,
    ...(nip === undefined ? {} : { nip }),
    unit: sheet.unit,
    title: { id: sheet.titleId, en: sheet.titleEn },
    completedOn: sheet.completedOn,
    issuedOn: sheet.issuedOn,
    printedOn: sheet.printedOn,
    hours:
      sheet.jp === null || sheet.jpBasis === null ? null : { jp: sheet.jp, basis: sheet.jpBasis },
    letterhead: sheet.letterhead,
    signatory: sheet.signatory ?? signatory,
    url: verificationUrl(sheet.code, reach),
  }
}

/** A name for the file: the number, as every file system takes it. */
export function fileNameOf(number: string): string {
  return `Sertifikat-${number.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')}.pdf`
}
