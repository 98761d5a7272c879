import { Composer } from 'grammy'
import { civilDay } from '../../learning/index.ts'
import { listUnits } from '../../people/index.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { replace, reply } from '../reply.ts'
import type { BotContext } from '../scope.ts'
import { findUnits } from '../stats/find-units.ts'
import { DEFAULT_PERIOD, type PeriodCode } from '../stats/period-code.ts'
import { readPeriod } from '../stats/read-period.ts'
import { clip } from '../views/clip.ts'
import { placeIn } from '../views/stats/shared.ts'
import { MOST_FITTING } from '../views/stats/which-unit.ts'
import { dateText } from '../when.ts'

export const stats = new Composer<BotContext>()

interface Typed {
  /** What stands between the page's word and the period. */
  readonly rest: string
  readonly period: PeriodCode
  /** The period was typed, rather than being the one without which. */
  readonly named: boolean
}

interface Page {
  readonly words: readonly string[]
  /** More than a period may follow its word, e.g. a name. */
  readonly takesMore?: boolean
  readonly open: (ctx: BotContext, typed: Typed) => Promise<void>
}

/** The pages behind /statistik, by the word that opens each. A new page is a line here. */
const pages: readonly Page[] = [
  { words: ['unit', 'units'], takesMore: true, open: openUnit },
  {
    words: ['pelajaran', 'lessons', 'lesson'],
    open: (ctx, { period }) => reply(ctx, 'stats-lessons', { period, from: 0 }),
  },
  {
    words: ['pengingat', 'reminders', 'reminder', 'nudges', 'nudge'],
    // What they did, wording by wording; of a time that is named, what followed in it.
    open: (ctx, { period, named }) =>
      named ? reply(ctx, 'stats-nudges', { period }) : reply(ctx, 'nudge-stats', {}),
  },
  {
    words: ['waktu', 'jam', 'hours'],
    open: (ctx, { period }) => reply(ctx, 'stats-times', { period }),
  },
  {
    words: ['retensi', 'retention'],
    open: (ctx, { period }) => reply(ctx, 'stats-retention', { period }),
  },
  {
    words: ['pengumuman', 'announcements', 'announcement'],
    open: (ctx, { period }) => reply(ctx, 'stats-announcements', { period, from: 0 }),
  },
  { words: ['belajar', 'learning'], takesMore: true, open: (ctx) => learning(ctx, undefined) },
]

async function forAdmin(ctx: BotContext, act: () => Promise<void>): Promise<void> {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await act()
}

stats.command(namesOf('statistik'), (ctx) => forAdmin(ctx, () => openTyped(ctx, ctx.match.trim())))

async function openTyped(ctx: BotContext, text: string): Promise<void> {
  const { person, deps, now } = ctx.scope
  const [first = '', ...others] = text.split(/\s+/)
  const page = pages.find(({ words }) => words.includes(first.toLowerCase()))
  const today = civilDay(person?.timezone ?? deps.timezone, now)
  const typed = readPeriod(page === undefined ? text : others.join(' '), today)
  if (typed.kind === 'turned') {
    const day = (date: string): string =>
      dateText(new Date(`${date}T00:00:00Z`), 'UTC', person?.locale ?? deps.locale)
    const { from, to } = typed.period
    const variables = { from: day(from), to: day(to) }
    return reply(ctx, 'note', { key: 'stats-turned', variables })
  }
  if (typed.kind === 'no-such-day') {
    return reply(ctx, 'note', { key: 'stats-no-such-day', variables: { typed: typed.typed } })
  }
  if (typed.rest !== '' && page?.takesMore !== true) {
    return reply(ctx, 'note', { key: 'stats-unknown', variables: { typed: clip(text, 60) } })
  }
  if (page === undefined) return reply(ctx, 'stats', { period: typed.period })
  await page.open(ctx, typed)
}

/** One unit by its name, a choice of several, or those right below the organisation. */
async function openUnit(ctx: BotContext, { rest, period }: Typed): Promise<void> {
  if (rest === '') return reply(ctx, 'stats-units', { period, from: 0 })
  const typed = clip(rest, 60)
  const found = findUnits(await listUnits(ctx.scope.tx), rest)
  const [unit] = found
  if (unit === undefined) {
    return reply(ctx, 'note', { key: 'stats-no-such-unit', variables: { typed } })
  }
  if (found.length === 1) return reply(ctx, 'stats', { period, unitId: unit.id })
  const unitIds = found.slice(0, MOST_FITTING).map(({ id }) => id)
  await reply(ctx, 'stats-which-unit', { period, typed, count: found.length, unitIds })
}

stats.callbackQuery(callbackPattern('stats'), (ctx) =>
  forAdmin(ctx, () => reply(ctx, 'stats', { period: DEFAULT_PERIOD })),
)
stats.callbackQuery(callbackPattern('statsOverview'), (ctx) => {
  const { period, unitId } = placeIn(ctx.match[1])
  return forAdmin(ctx, () =>
    reply(ctx, 'stats', { period, ...(unitId === undefined ? {} : { unitId }) }),
  )
})
stats.callbackQuery(callbackPattern('statsUnits'), (ctx) => {
  const { period, unitId, from } = placeIn(ctx.match[1])
  return forAdmin(ctx, () =>
    reply(ctx, 'stats-units', { period, from, ...(unitId === undefined ? {} : { unitId }) }),
  )
})
stats.callbackQuery(callbackPattern('statsLessons'), (ctx) => {
  const { period, from } = placeIn(ctx.match[1])
  return forAdmin(ctx, () => reply(ctx, 'stats-lessons', { period, from }))
})
stats.callbackQuery(callbackPattern('statsNudges'), (ctx) => {
  const { period } = placeIn(ctx.match[1])
  return forAdmin(ctx, () => reply(ctx, 'stats-nudges', { period }))
})
stats.callbackQuery(callbackPattern('statsTimes'), (ctx) => {
  const { period } = placeIn(ctx.match[1])
  return forAdmin(ctx, () => reply(ctx, 'stats-times', { period }))
})
stats.callbackQuery(callbackPattern('statsRetention'), (ctx) => {
  const { period } = placeIn(ctx.match[1])
  return forAdmin(ctx, () => reply(ctx, 'stats-retention', { period }))
})

stats.callbackQuery(callbackPattern('statsAnnouncements'), (ctx) => {
  const { period, from } = placeIn(ctx.match[1])
  return forAdmin(ctx, () => reply(ctx, 'stats-announcements', { period, from }))
})
stats.callbackQuery(callbackPattern('nudgeStats'), (ctx) =>
  forAdmin(ctx, () =>
    isUnderPicture(ctx) ? reply(ctx, 'nudge-stats', {}) : replace(ctx, 'nudge-stats', {}),
  ),
)

/** A page of text comes in place of the message whose button was pressed, unless that is a picture. */
function isUnderPicture(ctx: BotContext): boolean {
  const shown = ctx.callbackQuery?.message
  return shown !== undefined && 'photo' in shown && shown.photo !== undefined
}

async function learning(ctx: BotContext, unitId: string | undefined): Promise<void> {
  const args = unitId === undefined ? {} : { unitId }
  await (isUnderPicture(ctx)
    ? reply(ctx, 'learning-stats', args)
    : replace(ctx, 'learning-stats', args))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

stats.callbackQuery(callbackPattern('learning'), (ctx) => {
  const unitId = ctx.match[1]
  return forAdmin(ctx, () =>
    learning(ctx, unitId !== undefined && UUID.test(unitId) ? unitId : undefined),
  )
})

stats.callbackQuery(callbackPattern('learningUnits'), (ctx) =>
  forAdmin(ctx, () => replace(ctx, 'ask-learning-unit', {})),
)
