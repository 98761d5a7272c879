import { insertMessages } from '../messaging/index.ts'
import { changePerson, type Person, type Roles } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { menuKey } from './menu.ts'
import { REPLY_HELD_MS } from './scope.ts'

/** The menu that everybody has who has none of their own; set once at the start. */
const DEFAULT_MENU = 'id:participant'

const MENU_WORTH_MS = 24 * 3600_000

/**
 * A person whose role or language changed gets the menu that fits.
 *
 * @returns outbox rows
 */
export async function refreshMenu(
  tx: Db,
  who: { readonly person: Person | undefined; readonly roles: Roles },
  now: Date,
): Promise<number[]> {
  const { person, roles } = who
  if (person?.joinStep !== null) return []
  const wanted = menuKey(person.locale, roles)
  if (wanted === (person.menu ?? DEFAULT_MENU)) return []
  await changePerson(tx, person.id, { menu: wanted })
  return insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'menu',
        args: {},
        personId: person.id,
        chatId: person.chatId,
        notAfter: new Date(now.getTime() + MENU_WORTH_MS),
        supersedeKey: `menu:${person.id}`,
      },
    ],
    { now, heldMs: REPLY_HELD_MS },
  )
}
