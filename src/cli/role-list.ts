import { parseArgs } from 'node:util'
import { listRoles } from '../people/index.ts'
import type { Run } from './command.ts'
import { unitNamed } from './unit-assignment.ts'
import { withStore } from './with-store.ts'

/** Who may do more than learn. */
export const roleList: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: { unit: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const { unit } = values
  const listed = await withStore(context, async (db) =>
    listRoles(db, unit === undefined ? {} : { unitId: (await unitNamed(db, unit)).id }),
  )
  if (values.json) {
    const said = listed.map(({ name, telegramId, role, unit: of }) => ({
      name,
      telegramId,
      role,
      unit: of,
    }))
    context.stdout(JSON.stringify(said))
  } else if (listed.length === 0) context.stdout('Nobody has a role.')
  else
    for (const { name, role, unit: of } of listed)
      context.stdout([role, of, name].filter(Boolean).join('  '))
  return 0
}
