import { parseArgs } from 'node:util'
import { addUnit } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

export const unitAdd: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: { parent: { type: 'string' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const name = positionals.join(' ')
  if (name === '') throw new UserError('Which unit? Give its name: unit add <name>')
  const { parent } = values
  const unit = await withStore(context, (db) =>
    addUnit(db, { name, now: systemClock.now(), ...(parent === undefined ? {} : { parent }) }),
  )
  context.stdout(values.json ? JSON.stringify(unit) : `Added: ${unit.name}`)
  return 0
}
