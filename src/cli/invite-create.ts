import { parseArgs } from 'node:util'
import { createInvite, findUnitByName } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import { botUsername } from './bot-username.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

const DAY_MS = 24 * 3600_000

export const inviteCreate: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: {
      unit: { type: 'string' },
      uses: { type: 'string', default: '500' },
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
    },
  })
  const { unit: named } = values
  if (named === undefined) {
    throw new UserError('Which unit? Name it with --unit <name>.', {
      hint: 'See the names with: npm run sedikit -- unit list',
    })
  }
  const uses = wholeNumber('--uses', values.uses, 100_000)
  const days = wholeNumber('--days', values.days, 365)
  const now = systemClock.now()
  const expiresAt = new Date(now.getTime() + days * DAY_MS)
  const made = await withStore(context, async (db, config) => {
    const unit = await findUnitByName(db, named)
    if (unit === undefined) {
      throw new UserError(`There is no unit named "${named}".`, {
        hint: 'See the names with: npm run sedikit -- unit list',
      })
    }
    // Asked before the invite is made: after a refused token nobody would have its code.
    const username = await botUsername(config)
    const code = await createInvite(
      db,
      { grants: 'unit', unitId: unit.id, maxUses: uses, expiresAt, createdBy: null },
      now,
    )
    return { unit: unit.name, code, username, uses, expiresAt: expiresAt.toISOString() }
  })
  const link =
    made.username === undefined ? undefined : `https://t.me/${made.username}?start=${made.code}`
  context.stdout(
    values.json
      ? JSON.stringify({ ...made, link })
      : (link ?? `Code: ${made.code}\nSet BOT_TOKEN to see the whole link.`),
  )
  return 0
}

function wholeNumber(option: string, given: string, most: number): number {
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new UserError(`${option}: given "${given}"; expected a whole number from 1 to ${most}.`)
  }
  return value
}
