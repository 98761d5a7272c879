import { findPeopleNamed, findPerson } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'

/**
 * Somebody by Telegram id, or by the name that stands with the bot.
 * @throws UserError when nobody is called that, or several are
 */
export async function personNamed(db: Db, given: string): Promise<{ id: string; name: string }> {
  if (/^\d{1,15}$/.test(given)) {
    const person = await findPerson(db, Number(given))
    if (person !== undefined) return person
    throw new UserError(`Nobody with the Telegram id ${given} has written to the bot yet.`, {
      hint: 'Whoever is to have a role joins first, by an invitation.',
    })
  }
  const [first, ...more] = await findPeopleNamed(db, given)
  if (first === undefined) {
    throw new UserError(`Nobody is called "${given}".`, {
      hint: 'Give the name as it stands with the bot, or the Telegram id.',
    })
  }
  if (more.length === 0) return first
  throw new UserError(`Several people are called "${given}".`, {
    hint: `Give the Telegram id: ${[first, ...more].map((one) => one.telegramId).join(', ')}`,
  })
}
