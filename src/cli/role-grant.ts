import { parseArgs } from 'node:util'
import { grantRole, handOver, revokeRole, type RoleChanged } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'
import type { CommandContext, Run } from './command.ts'
import { personNamed } from './role-person.ts'
import { unitNamed } from './unit-assignment.ts'
import { withStore } from './with-store.ts'

/** Gives a role; with `--hand-over` the unit's coordinators before are done with it. */
export const roleGrant: Run = (context) =>
  change(context, 'role grant', async (db, held, handsOver) => {
    const now = systemClock.now()
    const { personId, unitId } = held
    return handsOver && unitId !== null
      ? handOver(db, null, { personId, unitId }, now)
      : grantRole(db, null, held, now)
  })

/** Takes a role back. */
export const roleRevoke: Run = (context) =>
  change(context, 'role revoke', (db, held) => revokeRole(db, null, held, systemClock.now()))

interface Held {
  readonly personId: string
  readonly role: 'coordinator' | 'admin'
  readonly unitId: string | null
}

async function change(
  context: CommandContext,
  command: string,
  act: (db: Db, held: Held, handsOver: boolean) => Promise<RoleChanged>,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: {
      unit: { type: 'string' },
      admin: { type: 'boolean', default: false },
      ...(command === 'role grant' ? { 'hand-over': { type: 'boolean', default: false } } : {}),
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const named = positionals.join(' ')
  const { unit: unitName, admin, json } = values
  const handsOver = values['hand-over'] === true
  if (named === '' || (unitName === undefined) === !admin || (admin && handsOver)) {
    throw new UserError(
      `Who, and which role? ${command} <name or Telegram id> --unit <name>, or --admin`,
    )
  }
  return withStore(context, async (db) => {
    const unit = unitName === undefined ? undefined : await unitNamed(db, unitName)
    const person = await personNamed(db, named)
    const role = admin ? 'admin' : 'coordinator'
    const held: Held = { personId: person.id, role, unitId: unit?.id ?? null }
    const changed = await db.transaction((tx) => act(tx, held, handsOver))
    if (changed.kind === 'last_admin') {
      throw new UserError('This is the last admin: make somebody else an admin first.')
    }
    if (changed.kind === 'gone') {
      throw new UserError(`${person.name} has not finished joining, or has moved away.`)
    }
    const said = { person: person.name, role, unit: unit?.name ?? null }
    const is = changed.kind === 'changed' ? changed.change.change : 'unchanged'
    context.stdout(json ? JSON.stringify({ ...said, change: is }) : describe(said, is))
    return 0
  })
}

function describe(
  { person, role, unit }: { person: string; role: string; unit: string | null },
  is: string,
): string {
  const what = unit === null ? role : `${role} of ${unit}`
  switch (is) {
    case 'granted':
      return `${person} is ${what} now.`
    case 'handed_over':
      return `${person} is ${what} now, and nobody else is.`
    case 'revoked':
      return `${person} is no longer ${what}.`
    default:
      return `Nothing changes for ${person}: it was so already.`
  }
}
