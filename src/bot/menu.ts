import type { Locale, Roles } from '../people/index.ts'
import { commands, type Command } from './commands.ts'
import type { Translate } from './texts.ts'

const forParticipants = ['materi', 'progres', 'latihan', 'jeda', 'jadwal', 'bantuan'] as const
const forAdmins = ['materi', 'progres', 'statistik', 'undang', 'jeda', 'bantuan'] as const

/** At most six: everything else is reached by buttons under /bantuan. */
export function menuFor(
  t: Translate,
  locale: Locale,
  roles: Pick<Roles, 'admin'>,
): { command: string; description: string }[] {
  const entries: readonly Command[] = roles.admin ? forAdmins : forParticipants
  return entries.map((command) => ({
    command: commands[command][locale === 'id' ? 0 : 1],
    description: t(`menu-${command}`),
  }))
}

/** Which menu a person has: when it differs from the one that was set, it is set anew. */
export function menuKey(locale: Locale, roles: Pick<Roles, 'admin'>): string {
  return `${locale}:${roles.admin ? 'admin' : 'participant'}`
}
