export {
  certificateOf,
  findByNumber,
  findCertificate,
  listCertificates,
  restoreCertificate,
  revokeCertificate,
  type Certificate,
  type ListedCertificate,
} from './certificates-store.ts'
export { checkCode, type Checked, type PublicFacts } from './check-code.ts'
export { clearSheets, printedNames } from './erase-store.ts'
export { codeInPayload } from './code.ts'
export { drawQr, qrMatrix } from './draw/draw-qr.ts'
export { loadFonts } from './draw/fonts.ts'
export { centred, fitted, lineAt, widthOf, type Doc } from './draw/pen.ts'
export { COLOURS } from './draw/sheet-style.ts'
export { dayText } from './draw/sheet-texts.ts'
export { judge, type Earned } from './earned.ts'
export { changeHolder, readHolder, type Holder } from './holders-store.ts'
export { hoursOfTrack, listHours, removeHours, setHours, type TrackHours } from './hours-store.ts'
export { issueCertificate, type Issued, type IssueOptions, type IssueWish } from './issue.ts'
export { readLogo } from './logo.ts'
export { NAME_LENGTH, readPrintedName } from './printed-name.ts'
export { createPrinter, fileNameOf, type CertificatePrinter } from './printer.ts'
export { findFinishers, readStandings, type Finisher, type Standing } from './standing-store.ts'
export { revocationReasons, type RevocationReason } from './words.ts'
