import { z } from 'zod'

import { createGroup as makeGroup, simulatedGroup } from '../people/group.ts'
import type { SimulatedGroup } from '../people/group.ts'
import { parseBody, queryNumber } from './read-body.ts'
import { ControlError } from './types.ts'
import type { ControlCall } from './types.ts'

const profile = z.strictObject({
  id: z.int().negative().exactOptional(),
  title: z.string().min(1).max(128),
  type: z.enum(['group', 'supergroup']).exactOptional(),
})

const action = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('upgrade') }),
  z.strictObject({ action: z.literal('join'), personId: z.int() }),
  z.strictObject({ action: z.literal('addBot'), personId: z.int() }),
  z.strictObject({ action: z.literal('removeBot'), personId: z.int() }),
  z.strictObject({ action: z.literal('promoteBot'), personId: z.int() }),
  z.strictObject({
    action: z.literal('text'),
    personId: z.int(),
    text: z.string(),
    replyTo: z.int().exactOptional(),
  }),
])

export function createGroup({ bot, body }: ControlCall): unknown {
  return summary(makeGroup(bot, parseBody(profile, body)))
}

export function groupMessages(call: ControlCall): unknown {
  return groupCalled(call).messages(queryNumber(call.url, 'as') ?? 0)
}

export function actInGroup(call: ControlCall): unknown {
  const group = groupCalled(call)
  return { result: act(group, parseBody(action, call.body)) ?? null, group: summary(group) }
}

function act(group: SimulatedGroup, wanted: z.infer<typeof action>): unknown {
  switch (wanted.action) {
    case 'upgrade':
      return summary(group.upgrade())
    case 'join':
      return group.join(wanted.personId)
    case 'addBot':
      return group.addBot(wanted.personId)
    case 'removeBot':
      return group.removeBot(wanted.personId)
    case 'promoteBot':
      return group.promoteBot(wanted.personId)
    case 'text':
      return group.sendText(
        wanted.personId,
        wanted.text,
        wanted.replyTo === undefined ? {} : { replyTo: wanted.replyTo },
      )
  }
}

function groupCalled({ bot, id }: ControlCall): SimulatedGroup {
  const chat = bot.chats.get(Number(id))
  if (chat === undefined || chat.person !== null) {
    throw new ControlError(404, `there is no group ${id}`)
  }
  return simulatedGroup(bot, chat)
}

export function summary(group: SimulatedGroup): Record<string, unknown> {
  return { id: group.id, title: group.title, botStatus: group.botStatus }
}
