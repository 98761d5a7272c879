export {
  connectDatabase,
  refusesData,
  rowsOf,
  withDatabase,
  type Database,
  type Db,
} from './connect.ts'
export { anyOf, arrayOf, asDate, asDateOrNull, at } from './columns.ts'
export { elapsedNow, elapsedIn } from './elapsed.ts'
export { excessRights } from './excess-rights.ts'
export { mayNotMigrate, migrateDatabase } from './migrate.ts'
export { holdAlone } from './hold-alone.ts'
export { holdSignOfLife, type SignOfLife } from './sign-of-life.ts'
export { closePool, createPool } from './pool.ts'
