import { parseArgs } from 'node:util'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

export const migrateStore: Run = async (context) => {
  parseArgs({ args: [...context.args], options: {} })
  await withStore(context, () => Promise.resolve())
  context.stdout('The database is up to date.')
  return 0
}
