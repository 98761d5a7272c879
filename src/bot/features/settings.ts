import { Composer } from 'grammy'
import { changePerson, locales, type Locale } from '../../people/index.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf, plainWords } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

export const settings = new Composer<BotContext>()

settings.hears(plainWords.cancel, async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const key = scope.person.awaiting === null ? 'nothing-to-cancel' : 'cancelled'
  await changePerson(scope.tx, scope.person.id, { awaiting: null })
  await reply(ctx, 'note', { key })
})

settings.command(namesOf('bahasa'), (ctx) => reply(ctx, 'ask-language', {}))

settings.callbackQuery(callbackPattern('language'), async (ctx) => {
  const { scope } = ctx
  const chosen = ctx.match[1]
  if (scope.person === undefined || !isLocale(chosen)) return
  await changePerson(scope.tx, scope.person.id, { locale: chosen })
  scope.person = { ...scope.person, locale: chosen }
  // While the notice stands for consent, it is the notice that changes its language.
  await (scope.person.joinStep === 'consent'
    ? replace(ctx, 'notice', {})
    : reply(ctx, 'note', { key: 'language-set' }))
})

function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value)
}
