import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

export const migrateStore: Run = async (context) => {
  await withStore(context, () => Promise.resolve())
  context.stdout('The database is up to date.')
  return 0
}
