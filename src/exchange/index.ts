export { inSnapshot } from './exports/cursor-store.ts'
export { eraseFromFiles } from './erase-store.ts'
export { createExporter, type Exporter } from './exports/exporter.ts'
export { type ExportedTable } from './exports/exported-tables.ts'
export {
  askExport,
  earliestExpiry,
  expireExports,
  exportReach,
  findExport,
  standingExport,
  waitingExports,
  type Export,
} from './exports/exports-store.ts'
export { issueLink, openLink, type OpenedLink } from './exports/links-store.ts'
export { readFile } from './exports/pieces-store.ts'
export { exportKey, tellExport } from './exports/tell-export.ts'
export { createImporter, type Importer } from './imports/importer.ts'
export {
  askImport,
  dropImport,
  findImport,
  forgetImports,
  noteUndone,
  takenUp,
  waitingImports,
  wishImport,
  type RosterImport,
} from './imports/imports-store.ts'
export { importKey, tellImport } from './imports/tell-import.ts'
export { type Line } from './imports/words.ts'
export { exportFormats, type ExportFilter, type ExportFormat } from './exports/words.ts'
