import { Composer, type NextFunction } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf, type Command } from '../commands.ts'
import { reply } from '../reply.ts'
import type { BotContext } from '../scope.ts'

/**
 * Whoever is marked as moved away still sees what they learned and gets their certificate; anything
 * else is answered with what became of the place. Before all other features but the gate of updates.
 */
export const movedAway = new Composer<BotContext>()

const LEFT_OPEN: readonly Command[] = ['progres', 'sertifikat', 'bahasa']

/** Buttons of the same. */
const OPEN_BUTTONS = callbackPattern(
  'certificate',
  'certificateAsn',
  'certificateIssue',
  'certificateKnownName',
  'certificateName',
  'certificateNip',
  'certificateNoNip',
  'certificates',
  'language',
  'progress',
)

/**
 * Whoever restricts what is done, or took the consent back, is told so whatever they ask for; what
 * concerns their data was handled before this, and the language can be changed to read it.
 */
async function standingStill(ctx: BotContext, next: NextFunction): Promise<void> {
  const { person } = ctx.scope
  const word = /^\/(\w+)/.exec(ctx.message?.text ?? '')?.[1]?.toLowerCase()
  if (word !== undefined && namesOf('bahasa').includes(word)) return next()
  if (callbackPattern('language').test(ctx.callbackQuery?.data ?? '')) return next()
  const key = person?.noticeVersion === null ? 'data-withdrawn-note' : 'data-restricted-note'
  await reply(ctx, 'note', { key, button: { key: 'button-data-mine', callback: 'myData' } })
}

movedAway.use(async (ctx, next) => {
  const { person } = ctx.scope
  if (person === undefined || person.movedAwayAt === null) return next()
  const { message, callbackQuery } = ctx
  if (message === undefined && callbackQuery === undefined) return next()
  if (person.restrictedSince !== null) return standingStill(ctx, next)
  if (callbackQuery !== undefined && OPEN_BUTTONS.test(callbackQuery.data ?? '')) return next()
  const word = /^\/(\w+)/.exec(message?.text ?? '')?.[1]?.toLowerCase()
  const open = ['start', ...LEFT_OPEN.flatMap((command) => namesOf(command))]
  if (word !== undefined && open.includes(word)) return next()
  // What a certificate asks for: a name, or a number.
  if (word === undefined && person.awaiting?.startsWith('certificate') === true) return next()
  await reply(ctx, 'note', { key: 'moved-away' })
})
