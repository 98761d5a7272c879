import { badRequest } from '../refusal.ts'
import { senderOf } from '../world/create-bot.ts'
import type { Bot } from '../world/state.ts'
import { readLanguage } from './command-scope.ts'
import { tellBot } from './commands.ts'
import { text } from './params.ts'
import type { Params } from './params.ts'
import type { Call, Method, Outcome } from './types.ts'

type Kind = 'names' | 'descriptions' | 'shortDescriptions'

/** The server's names for texts that are too long are not published; these follow its style. */
const RULES: Record<Kind, { param: string; max: number; tooLong: string }> = {
  names: { param: 'name', max: 64, tooLong: 'BOT_TITLE_INVALID' },
  descriptions: { param: 'description', max: 512, tooLong: 'BOT_DESCRIPTION_TOO_LONG' },
  shortDescriptions: { param: 'short_description', max: 120, tooLong: 'BOT_ABOUT_TOO_LONG' },
}

export const setMyName = setter('names')
export const setMyDescription = setter('descriptions')
export const setMyShortDescription = setter('shortDescriptions')
export const getMyName = getter('names')
export const getMyDescription = getter('descriptions')
export const getMyShortDescription = getter('shortDescriptions')

/** The text in a language, or the default one where there is none. */
export function profileText(bot: Bot, kind: Kind, language: string): string {
  const texts = bot.profile[kind]
  const fallback = kind === 'names' ? bot.me.first_name : ''
  return texts.get(language) ?? texts.get('') ?? fallback
}

function setter(kind: Kind): Method {
  return ({ bot, params }: Call): Outcome => {
    const { param, max, tooLong } = RULES[kind]
    const value = text(params, param).trim()
    const language = readLanguage(params)
    if (value.length > max) throw badRequest(tooLong)
    if (value === '') bot.profile[kind].delete(language)
    else bot.profile[kind].set(language, value)
    if (kind === 'names' && language === '' && value !== '') {
      bot.me = { ...bot.me, first_name: value }
      bot.sender = senderOf(bot.me)
    }
    tellBot(bot)
    return { result: true, effect: { text: value } }
  }
}

function getter(kind: Kind): Method {
  return ({ bot, params }: { bot: Bot; params: Params }): Outcome => ({
    result: { [RULES[kind].param]: profileText(bot, kind, readLanguage(params)) },
  })
}
