export {
  connectDatabase,
  isDiskFull,
  refusesData,
  rowsOf,
  withDatabase,
  type Database,
  type Db,
} from './connect.ts'
export { anyOf, arrayOf, asDate, asDateOrNull, at } from './columns.ts'
export { elapsedNow, elapsedIn } from './elapsed.ts'
export { migrateDatabase } from './migrate.ts'
export { readSchemaState, type SchemaState } from './schema-state.ts'
export { holdAlone } from './hold-alone.ts'
export { holdSignOfLife, type SignOfLife } from './sign-of-life.ts'
export { closePool, createPool } from './pool.ts'
