export { findEmbedded, type FoundEmbedded } from './find-embedded.ts'
export { removeEmbeddedPostgres } from './remove.ts'
export { startEmbeddedPostgres } from './start.ts'
export type { EmbeddedOptions, EmbeddedPostgres } from './start.ts'
