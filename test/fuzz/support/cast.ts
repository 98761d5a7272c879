import { commands } from '../../../src/bot/commands.ts'
import { callbacks, type Callback } from '../../../src/bot/callback.ts'
import { buttonPolicies } from '../../support/role-policies.ts'
import { telegramIds, type Target } from '../../support/role-scene.ts'

/** Accounts that nobody knows; some have a code that lets them in. */
const STRANGERS = Array.from({ length: 200 }, (_, n) => 70_001 + n)

/** Who may do nothing beyond learning: a participant, and one each unconfirmed, away and doubted. */
export const participants: readonly number[] = [telegramIds.participant, 9201, 9202, 9203]

/** The same, and those who have not joined. */
export const ordinary: readonly number[] = [...participants, telegramIds.stranger, ...STRANGERS]

/** Admins, coordinators, and the one whom all buttons are about. */
export const withRoles: readonly number[] = [
  telegramIds.elsewhere,
  telegramIds.coordinator,
  telegramIds.above,
  telegramIds.admin,
  9200,
  9204,
]

/** What is sent that exists: everything else is made up. */
export interface Cast {
  /** Who sends in private. */
  readonly senders: readonly number[]
  /** Who of them sends most. */
  readonly often: readonly number[]
  /** Data of every button, about the target where it is about somebody. */
  readonly buttons: readonly string[]
  /** Arguments of all buttons, to be put behind other verbs. */
  readonly args: readonly string[]
  readonly codes: readonly string[]
  readonly polls: readonly string[]
}

export const commandNames: readonly string[] = [
  ...Object.values(commands).flat(),
  'start',
  'batal',
  'menu',
  'tidak_ada',
]

export function castOf(target: Target, given: Pick<Cast, 'senders' | 'often' | 'polls'>): Cast {
  const names = Object.keys(callbacks) as Callback[]
  const args = names.map((name) => buttonPolicies[name].of?.(target))
  return {
    ...given,
    buttons: names.map((name, i) =>
      args[i] === undefined ? callbacks[name] : `${callbacks[name]}:${args[i]}`,
    ),
    args: [...new Set(args.filter((one) => one !== undefined).map(String)), target.person],
    codes: [target.link, target.poster],
  }
}
