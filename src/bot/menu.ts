import type { Locale, Roles } from '../people/index.ts'
import { commands, type Command } from './commands.ts'
import type { Translate } from './texts.ts'

const forParticipants = ['materi', 'progres', 'latihan', 'jeda', 'jadwal', 'bantuan'] as const
const forCoordinators = ['materi', 'progres', 'peserta', 'undang', 'jeda', 'bantuan'] as const
const forAdmins = ['materi', 'progres', 'statistik', 'undang', 'jeda', 'bantuan'] as const

/** Of somebody's roles, those that choose the menu. */
type MenuRoles = Pick<Roles, 'admin'> & Partial<Pick<Roles, 'coordinates'>>

type Menu = 'admin' | 'coordinator' | 'participant'

const menus = {
  admin: forAdmins,
  coordinator: forCoordinators,
  participant: forParticipants,
} as const satisfies Record<Menu, readonly Command[]>

function menuOf({ admin, coordinates = [] }: MenuRoles): Menu {
  if (admin) return 'admin'
  return coordinates.length > 0 ? 'coordinator' : 'participant'
}

/** At most six: everything else is reached by buttons under /bantuan. */
export function menuFor(
  t: Translate,
  locale: Locale,
  roles: MenuRoles,
): { command: string; description: string }[] {
  return menus[menuOf(roles)].map((command) => ({
    command: commands[command][locale === 'id' ? 0 : 1],
    description: t(`menu-${command}`),
  }))
}

/** Which menu a person has: when it differs from the one that was set, it is set anew. */
export function menuKey(locale: Locale, roles: MenuRoles): string {
  return `${locale}:${menuOf(roles)}`
}
