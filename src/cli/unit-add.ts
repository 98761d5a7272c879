import { parseArgs } from 'node:util'
import { addUnit } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import { auditShell } from './audit-shell.ts'
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
  const wish = { name, now: systemClock.now(), ...(parent === undefined ? {} : { parent }) }
  const unit = await withStore(context, (db) =>
    db.transaction(async (tx) => {
      const added = await addUnit(tx, wish)
      await auditShell(tx, 'unit.added', { unitId: added.id })
      return added
    }),
  )
  context.stdout(values.json ? JSON.stringify(unit) : `Added: ${unit.name}`)
  return 0
}
