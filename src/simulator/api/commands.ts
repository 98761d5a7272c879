import type { BotCommand } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import type { Bot } from '../world/state.ts'
import { commandKey, readCommandKey } from './command-scope.ts'
import { isFields, requiredString } from './fields.ts'
import { json } from './params.ts'
import type { Call, Outcome } from './types.ts'

const MAX_COMMANDS = 100
const MAX_COMMAND = 32
const MAX_DESCRIPTION = 256

export function setMyCommands({ bot, params }: Call): Outcome {
  const commands = readCommands(json(params, 'commands', 'commands'))
  const key = readCommandKey(bot, params)
  if (commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
  if (commands.length === 0) bot.profile.commands.delete(key)
  else bot.profile.commands.set(key, commands)
  tellBot(bot)
  return { result: true, effect: {} }
}

export function deleteMyCommands({ bot, params }: Call): Outcome {
  bot.profile.commands.delete(readCommandKey(bot, params))
  tellBot(bot)
  return { result: true, effect: {} }
}

export function getMyCommands({ bot, params }: Call): Outcome {
  return { result: bot.profile.commands.get(readCommandKey(bot, params)) ?? [] }
}

/**
 * The menu that a person sees in the private chat: the narrowest scope that has commands, and in
 * it the person's language before the default one (Bot API, "Determining list of commands").
 */
export function commandsFor(bot: Bot, personId: number): readonly BotCommand[] {
  const language = bot.people.get(personId)?.user.language_code?.slice(0, 2) ?? ''
  for (const scope of [`chat:${personId}`, 'all_private_chats', 'default']) {
    for (const code of [language, '']) {
      const commands = bot.profile.commands.get(commandKey(scope, code))
      if (commands !== undefined) return commands
    }
  }
  return []
}

export function tellBot(bot: Bot): void {
  if (bot.world.events.heard) bot.world.events.emit({ type: 'bot', botId: bot.me.id })
}

function readCommands(value: unknown): BotCommand[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('Expected an Array of BotCommand')
  return (value as unknown[]).map((item) => {
    if (!isFields(item)) throw badRequest("Can't parse BotCommand: expected an Object")
    const command = requiredString(item, 'command').trim().replace(/^\//u, '')
    const description = requiredString(item, 'description').trim()
    if (command === '') throw badRequest('Command must be non-empty')
    if (command.length > MAX_COMMAND) {
      throw badRequest(`Command length must not exceed ${MAX_COMMAND}`)
    }
    if (description === '') throw badRequest('Command description must be non-empty')
    if (description.length > MAX_DESCRIPTION) {
      throw badRequest(`Command description length must not exceed ${MAX_DESCRIPTION}`)
    }
    if (!/^[a-z0-9_]+$/u.test(command)) throw badRequest('BOT_COMMAND_INVALID')
    return { command, description }
  })
}
