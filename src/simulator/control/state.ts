import { profileText } from '../api/profile.ts'
import { simulatedGroup } from '../people/group.ts'
import { simulatedPerson } from '../people/person.ts'
import type { Bot } from '../world/state.ts'
import { summary as groupSummary } from './groups.ts'
import { summary as personSummary } from './people.ts'
import type { ControlCall } from './types.ts'

/** Everything that a page needs to begin; tokens are not shown. */
export function showState({ bot, sessions, simulator }: ControlCall): unknown {
  const groups = [...bot.chats.values()].filter(({ person }) => person === null)
  return {
    now: bot.world.clock.now().toISOString(),
    bots: Array.from(sessions.values(), (session) => botState(session.bot)),
    bot: bot.me.id,
    people: Array.from(bot.people.values(), (one) => personSummary(simulatedPerson(bot, one))),
    groups: groups.map((chat) => groupSummary(simulatedGroup(bot, chat))),
    limits: simulator.limits.current,
    ignoredWaits: simulator.limits.ignoredWaits,
    accepted: simulator.ledger.accepted,
    pendingUpdates: bot.updates.waiting().length,
  }
}

function botState(bot: Bot): Record<string, unknown> {
  return {
    id: bot.me.id,
    username: bot.me.username,
    name: profileText(bot, 'names', ''),
    description: profileText(bot, 'descriptions', ''),
    shortDescription: profileText(bot, 'shortDescriptions', ''),
  }
}
