import { Composer } from 'grammy'
import { addCivilDays, civilDay, momentOf, replan } from '../../learning/index.ts'
import { changePerson, isPaused, locales, type Locale } from '../../people/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf, plainWords } from '../commands.ts'
import { parseDays, parseHour } from '../duration.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'

export const settings = new Composer<BotContext>()

// --- Pausing and coming back ---

settings.command(namesOf('jeda'), async (ctx) => {
  const text = ctx.match.trim()
  if (text === '') return reply(ctx, 'ask-pause', {})
  const days = parseDays(text)
  if (days === undefined) return reply(ctx, 'ask-pause', { unclear: true })
  await pause(ctx, days)
})

settings.callbackQuery(callbackPattern('pause'), (ctx) => reply(ctx, 'ask-pause', {}))
settings.callbackQuery(callbackPattern('pauseDays'), async (ctx) => {
  if (numberIn(ctx.match[1]) === 0) return pause(ctx, null)
  const known = parseDays(ctx.match[1] ?? '')
  if (known !== undefined) await pause(ctx, known)
})

/** @param days counted from today; null: until the person returns */
async function pause(ctx: BotContext, days: number | null): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const lastDay = addCivilDays(civilDay(person.timezone, now), (days ?? 1) - 1)
  // The pause ends with the last second of its last day, so that this day is the one people read.
  const until =
    days === null
      ? null
      : new Date(momentOf(person.timezone, addCivilDays(lastDay, 1), 0).getTime() - 1000)
  await changePerson(tx, person.id, { paused: true, pausedUntil: until })
  const next = await replan(tx, person.id, now)
  await replace(ctx, 'paused', { until: until?.toISOString() ?? null, next: nextArgs(next) })
}

settings.command(namesOf('lanjut'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  await changePerson(tx, person.id, { paused: false, pausedUntil: null })
  const next = await replan(tx, person.id, now)
  // A pause that ended by itself is no pause any more.
  const key = isPaused(person, now) ? 'resumed' : 'not-paused'
  await reply(ctx, 'note', { key, next: nextArgs(next) })
})

settings.hears(plainWords.stop, async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, now, person } = scope
  await changePerson(tx, person.id, { paused: true, pausedUntil: null, awaiting: null })
  await replan(tx, person.id, now)
  await reply(ctx, 'note', { key: 'stopped' })
})

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
