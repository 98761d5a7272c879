import { Composer } from 'grammy'
import { replan } from '../../learning/index.ts'
import { changePerson, locales, type Locale } from '../../people/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf, plainWords } from '../commands.ts'
import { parseHour } from '../duration.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'

export const settings = new Composer<BotContext>()

settings.hears(plainWords.cancel, async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const key = scope.person.awaiting === null ? 'nothing-to-cancel' : 'cancelled'
  await changePerson(scope.tx, scope.person.id, { awaiting: null })
  await reply(ctx, 'note', { key })
})

// --- The hour ---

settings.command(namesOf('jadwal'), async (ctx) => {
  const text = ctx.match.trim()
  if (text === '') return reply(ctx, 'ask-hour', {})
  const minute = parseHour(text)
  if (minute === undefined) return reply(ctx, 'ask-hour', { unclear: true })
  await setHour(ctx, minute)
})

settings.callbackQuery(callbackPattern('schedule'), (ctx) => reply(ctx, 'ask-hour', {}))
settings.callbackQuery(callbackPattern('setHour'), async (ctx) => {
  const minute = numberIn(ctx.match[1])
  if (minute === undefined) return
  if (parseHour(`${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`) === minute) {
    await setHour(ctx, minute)
  }
})

async function setHour(ctx: BotContext, lessonMinute: number): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  await changePerson(tx, person.id, { lessonMinute })
  const next = await replan(tx, person.id, now)
  await replace(ctx, 'hour-set', { next: nextArgs(next) })
}

// --- The language ---

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
