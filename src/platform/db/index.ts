export {
  connectDatabase,
  isDiskFull,
  isThere,
  refusesData,
  rowsOf,
  withDatabase,
  type Database,
  type Db,
} from './connect.ts'
export { anyOf, arrayOf, asDate, asDateOrNull, at } from './columns.ts'
export { elapsedNow, elapsedIn } from './elapsed.ts'
export { excessRights } from './excess-rights.ts'
export { mayNotMigrate, migrateDatabase, MIGRATION_LOCK } from './migrate.ts'
export { applyMigrations, madeBy, readMigrations, type Migration } from './migrations.ts'
export { readSchemaState, type SchemaState } from './schema-state.ts'
export { inTransaction, quoted, withSession, type Session } from './session.ts'
export { holdAlone } from './hold-alone.ts'
export { holdSignOfLife, type SignOfLife } from './sign-of-life.ts'
export { closePool, createPool } from './pool.ts'
