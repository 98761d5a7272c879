import { Composer } from 'grammy'
import { parseZone, readHours, replan, setOwnHours, type DayHours } from '../../learning/index.ts'
import { changePerson } from '../../people/index.ts'
import { calendarChanged } from '../calendar-changed.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { openBeside, parseHour, parseQuiet } from '../clock-text.ts'
import { isPlainWord, namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'
import type { ScheduleSetArgs } from '../views/schedule.ts'

export const schedule = new Composer<BotContext>()

/** What `people.awaiting` says while somebody is asked for quiet hours or a zone. */
const AWAITING = { quiet: 'schedule:quiet', zone: 'schedule:zone' } as const

schedule.command(namesOf('jadwal'), async (ctx) => {
  const text = ctx.match.trim()
  await (text === '' ? reply(ctx, 'ask-hour', {}) : typed(ctx, text))
})
schedule.callbackQuery(callbackPattern('schedule'), (ctx) => reply(ctx, 'ask-hour', {}))
schedule.callbackQuery(callbackPattern('askQuiet'), (ctx) => reply(ctx, 'ask-quiet', {}))
schedule.callbackQuery(callbackPattern('askZone'), (ctx) => reply(ctx, 'ask-zone', {}))

schedule.callbackQuery(callbackPattern('scheduleOther'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const zone = ctx.match[1] === 'zone'
  const awaiting = zone ? AWAITING.zone : AWAITING.quiet
  await changePerson(scope.tx, scope.person.id, { awaiting })
  await reply(ctx, 'note', { key: zone ? 'zone-write' : 'quiet-write' })
})

/** What was asked for; any command ends the asking. */
schedule.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const asked = isJoined(scope) ? scope.person.awaiting : null
  if (!isJoined(scope) || (asked !== AWAITING.quiet && asked !== AWAITING.zone)) return next()
  const text = ctx.message.text.trim()
  if (isPlainWord(text)) return next()
  if (!text.startsWith('/')) return typed(ctx, text, asked === AWAITING.zone ? 'zone' : 'quiet')
  await changePerson(scope.tx, scope.person.id, { awaiting: null })
  scope.person = { ...scope.person, awaiting: null }
  return next()
})

/** "10.30", "10.30 WIB", "WITA", "zona Asia/Jakarta", "tenang 20.00-06.00". */
async function typed(
  ctx: BotContext,
  text: string,
  asked: ScheduleSetArgs['what'] = 'hour',
): Promise<void> {
  const quietText = /^(?:jam\s+)?(?:tenang|diam|quiet)(?:\s+hours)?\s+(.+)$/i.exec(text)?.[1]
  if (quietText !== undefined) return typedQuiet(ctx, quietText)
  const zoneText = /^(?:zona(?:\s+waktu)?|zone|timezone)\s+(.+)$/i.exec(text)?.[1]
  if (zoneText !== undefined) return setZone(ctx, zoneText, null)
  const minute = parseHour(text)
  if (minute !== undefined) return setHour(ctx, minute)
  if (parseQuiet(text) !== undefined) return typedQuiet(ctx, text)
  const [, hour = '', zone = ''] = /^(.*\d)\s*([A-Za-z_/+-]+)$/.exec(text) ?? []
  const there = parseHour(hour)
  if (there !== undefined && parseZone(zone) !== undefined) return setZone(ctx, zone, there)
  if (parseZone(text) !== undefined) return setZone(ctx, text, null)
  if (asked === 'zone') return reply(ctx, 'ask-zone', { unclear: true })
  if (asked === 'quiet') return reply(ctx, 'ask-quiet', { fault: 'unclear' })
  await reply(ctx, 'ask-hour', { unclear: true })
}

async function typedQuiet(ctx: BotContext, text: string): Promise<void> {
  const quiet = parseQuiet(text)
  if (quiet === undefined) return reply(ctx, 'ask-quiet', { fault: 'unclear' })
  const open = openBeside(quiet)
  if (open === undefined) return reply(ctx, 'ask-quiet', { fault: 'within_a_day' })
  await setQuiet(ctx, open, null)
}

schedule.callbackQuery(callbackPattern('setHour'), async (ctx) => {
  const minute = minuteIn(ctx.match[1])
  if (minute !== undefined) await setHour(ctx, minute)
})

/** "<begins>.<ends>" of the open hours or "office", with a new hour of the lesson behind it or not. */
schedule.callbackQuery(callbackPattern('setQuiet'), async (ctx) => {
  const [first = '', ...rest] = (ctx.match[1] ?? '').split('.')
  const office = first === 'office'
  const begins = minuteIn(first)
  const ends = numberIn(rest[0])
  const hour = minuteIn(rest[office ? 0 : 1]) ?? null
  if (office) return setQuiet(ctx, null, hour)
  if (begins !== undefined && ends !== undefined) await setQuiet(ctx, { begins, ends }, hour)
})

schedule.callbackQuery(callbackPattern('setZone'), (ctx) => setZone(ctx, ctx.match[1] ?? '', null))

function minuteIn(text: string | undefined): number | undefined {
  const minute = numberIn(text)
  return minute !== undefined && minute < 24 * 60 ? minute : undefined
}

const holds = ({ begins, ends }: DayHours, minute: number): boolean =>
  minute >= begins && minute < ends

async function setHour(ctx: BotContext, lessonMinute: number): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const { open } = await readHours(tx, person.id, now)
  if (!holds(open, lessonMinute)) {
    return reply(ctx, 'hours-refused', { wished: 'hour', minute: lessonMinute, ...open })
  }
  await changePerson(tx, person.id, { lessonMinute, awaiting: null })
  await told(ctx, scope, 'hour')
}

/**
 * @param wished the hours that are to be open; null: the calendar's
 * @param hour the lesson's hour from now on; null: as it is
 */
async function setQuiet(
  ctx: BotContext,
  wished: DayHours | null,
  hour: number | null,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const { calendar } = await readHours(tx, person.id, now)
  const open = wished ?? calendar
  const lessonMinute = hour ?? person.lessonMinute
  if (!holds(open, lessonMinute)) {
    const office = wished === null
    const refused = { wished: 'quiet', minute: lessonMinute, office, ...open } as const
    return reply(ctx, 'hours-refused', refused)
  }
  const fault = await setOwnHours(tx, person.id, wished)
  if (fault !== undefined) return reply(ctx, 'ask-quiet', { fault: 'too_little_open' })
  await changePerson(tx, person.id, { lessonMinute, awaiting: null })
  await told(ctx, scope, 'quiet')
}

async function setZone(ctx: BotContext, text: string, hour: number | null): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const timezone = parseZone(text)
  if (timezone === undefined) return reply(ctx, 'ask-zone', { unclear: true })
  const { person, tx, now } = scope
  const lessonMinute = hour ?? person.lessonMinute
  const { open } = await readHours(tx, person.id, now)
  if (hour !== null && !holds(open, hour)) {
    return reply(ctx, 'hours-refused', { wished: 'hour', minute: hour, ...open })
  }
  await changePerson(tx, person.id, { timezone, lessonMinute, awaiting: null })
  await told(ctx, scope, 'zone')
}

async function told(
  ctx: BotContext,
  scope: JoinedScope,
  what: ScheduleSetArgs['what'],
): Promise<void> {
  const { tx, person, now } = scope
  await calendarChanged(scope, { personIds: [person.id] })
  const next = nextArgs(await replan(tx, person.id, now))
  await replace(ctx, 'schedule-set', { what, next })
}
