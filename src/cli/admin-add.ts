import { parseArgs } from 'node:util'
import { createInvite, findPerson, grantAdmin } from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { withStore } from './with-store.ts'

const VALID_MS = 24 * 3600_000

export const adminAdd: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [given] = positionals
  if (given !== undefined && !/^\d{1,15}$/.test(given)) {
    throw new UserError(`"${given}" is no Telegram id: expected digits alone.`, {
      hint: 'Without an id, the command prints a code that the person sends to the bot.',
    })
  }
  const now = systemClock.now()
  const result = await withStore(context, async (db) => {
    if (given === undefined) {
      const expiresAt = new Date(now.getTime() + VALID_MS)
      const invite = { grants: 'admin', unitId: null, maxUses: 1, createdBy: null } as const
      return { code: await createInvite(db, { ...invite, expiresAt }, now) }
    }
    const person = await findPerson(db, Number(given))
    if (person === undefined) {
      throw new UserError(`Nobody with the Telegram id ${given} has written to the bot yet.`, {
        hint: 'Set ADMIN_IDS, or run the command without an id and pass the code on.',
      })
    }
    await grantAdmin(db, person.id, now)
    return { admin: Number(given) }
  })
  context.stdout(values.json ? JSON.stringify(result) : describe(result))
  return 0
}

function describe(result: { code: string } | { admin: number }): string {
  return 'code' in result
    ? `Send the bot: /start ${result.code}\nThe code makes one admin and is good for a day.`
    : `${result.admin} is an admin now.`
}
