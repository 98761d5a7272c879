export { removeEmbeddedPostgres } from './remove.ts'
export { startEmbeddedPostgres } from './start.ts'
export type { EmbeddedOptions, EmbeddedPostgres } from './start.ts'
