import { Composer } from 'grammy'
import { searchLessons } from '../../content/index.ts'
import { readableTracks } from '../../learning/index.ts'
import { changePerson } from '../../people/index.ts'
import { replaceMasks } from '../../privacy/index.ts'
import { callbackPattern } from '../callback.ts'
import { isPlainWord, namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'

/** What `people.awaiting` says while somebody is asked what to look for. */
const AWAITING_SEARCH = 'search'

/** Hits on one page: what a phone shows without much scrolling. */
const PAGE = 5

/** A second tap within a minute is the same wish; see docs/decisions/a-double-tap-is-one-wish.md. */
const ONE_WISH_MS = 60_000

export const search = new Composer<BotContext>()

search.command(namesOf('cari'), async (ctx) => {
  const text = wordsIn(ctx, ctx.match)
  await (text === '' ? ask(ctx) : lookFor(ctx, text))
})

search.callbackQuery(callbackPattern('search'), ask)

async function ask(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  await changePerson(scope.tx, scope.person.id, { awaiting: AWAITING_SEARCH })
  await reply(ctx, 'ask-search', {})
}

/** The words that were asked for; any command or plain word ends the asking. */
search.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  if (!isJoined(scope) || scope.person.awaiting !== AWAITING_SEARCH) return next()
  const text = wordsIn(ctx, ctx.message.text)
  if (text.startsWith('/')) {
    await changePerson(scope.tx, scope.person.id, { awaiting: null })
    scope.person = { ...scope.person, awaiting: null }
    return next()
  }
  if (isPlainWord(text)) return next()
  await lookFor(ctx, text)
})

/** What was masked is nothing to look for: without it, the words alone. */
function wordsIn(ctx: BotContext, typed: string): string {
  return (ctx.scope.found.length > 0 ? replaceMasks(typed, () => ' ') : typed).trim()
}

async function lookFor(ctx: BotContext, typed: string): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, person } = scope
  const trackIds = await tracksOf(scope)
  const page = { trackIds, locale: person.locale, offset: 0, limit: PAGE }
  const result = await searchLessons(tx, typed, page)
  // Who typed no word at all is asked again, and need not type the command once more.
  const awaiting = result.kind === 'no_words' ? AWAITING_SEARCH : null
  if (person.awaiting !== awaiting) await changePerson(tx, person.id, { awaiting })
  switch (result.kind) {
    case 'no_words':
      return reply(ctx, 'note', { key: 'search-unclear' })
    case 'nothing':
      return reply(ctx, 'note', { key: 'search-nothing' })
    case 'found':
      return reply(ctx, 'search-results', { ...result.found, offset: 0, page: PAGE })
  }
}

/** Another page, in place of the one that was there. */
search.callbackQuery(callbackPattern('searchPage'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const [, digits, query] = /^(\d{1,3}):(.+)$/.exec(ctx.match[1] ?? '') ?? []
  if (digits === undefined || query === undefined) return
  const trackIds = await tracksOf(scope)
  const offset = Number(digits)
  const page = { trackIds, locale: scope.person.locale, offset, limit: PAGE }
  const result = await searchLessons(scope.tx, query, page)
  // The lessons changed since: there is no such page any more.
  if (result.kind !== 'found') return reply(ctx, 'note', { key: 'button-stale' })
  await replace(ctx, 'search-results', { ...result.found, offset, page: PAGE })
})

search.callbackQuery(callbackPattern('readLesson'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const lesson = scope.deps.catalogue().lessons.get(ctx.match[1] ?? '')
  // Whoever forges a button learns no more than that there is no such lesson for them.
  if (lesson === undefined || !(await tracksOf(scope)).includes(lesson.trackId)) {
    return reply(ctx, 'note', { key: 'read-gone' })
  }
  const wish = Math.floor(scope.now.getTime() / ONE_WISH_MS)
  const dedupeKey = `read:${scope.person.id}:${lesson.id}:${wish}`
  await reply(ctx, 'read-lesson', { lessonId: lesson.id }, { dedupeKey })
})

function tracksOf({ tx, person, roles }: JoinedScope): Promise<string[]> {
  return readableTracks(tx, { personId: person.id, admin: roles.admin })
}
