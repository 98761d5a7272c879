import { parseArgs } from 'node:util'
import { listUnits } from '../people/index.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

export const unitList: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: { json: { type: 'boolean', default: false } },
  })
  const units = await withStore(context, (db) => listUnits(db))
  if (values.json) context.stdout(JSON.stringify(units))
  else if (units.length === 0) context.stdout('No units yet. Add one with: unit add <name>')
  else for (const unit of units) context.stdout(unit.name)
  return 0
}
