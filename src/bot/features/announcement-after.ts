import { Composer } from 'grammy'
import {
  acknowledge,
  changeAnnouncement,
  correct,
  findAnnouncement,
  findCopy,
  messagesAsking,
  queueReminders,
  recall,
  resendUncertain,
  setPaused,
  tellProgressSoon,
  type Announcement,
} from '../../announcements/index.ts'
import { civilDay, openMoment } from '../../learning/index.ts'
import { sourceOfMessage } from '../../messaging/index.ts'
import { audited } from '../audited.ts'
import { awaitedBy, awaitText, setAwaiting } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import { forCoordinator } from './announcements.ts'

/** What is done with an announcement that runs or has run, by its author and by those who have it. */
export const announcementAfter = new Composer<BotContext>()

/** Longest correction, in UTF-16 units: of a text, and below a picture. */
const TEXT = 4096
const CAPTION = 1024

/** An announcement of the author's own; an admin's hand reaches every one. */
async function withOwn(
  ctx: BotContext,
  id: number | undefined,
  act: (scope: JoinedScope, found: Announcement) => Promise<void>,
): Promise<void> {
  await forCoordinator(ctx, async (scope) => {
    const found = id === undefined ? undefined : await findAnnouncement(scope.tx, id)
    if (found === undefined || (found.authorId !== scope.person.id && !scope.roles.admin)) {
      return reply(ctx, 'note', { key: 'button-stale' })
    }
    await act(scope, found)
  })
}

announcementAfter.callbackQuery(callbackPattern('announceOpen'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), (_, { id }) =>
    reply(ctx, 'announcement-progress', { announcementId: id }),
  ),
)

// --- Stopping for a while ---

announcementAfter.callbackQuery(callbackPattern('announcePause'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), (scope, found) => hold(ctx, scope, found, true)),
)
announcementAfter.callbackQuery(callbackPattern('announceResume'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), (scope, found) => hold(ctx, scope, found, false)),
)

async function hold(
  ctx: BotContext,
  scope: JoinedScope,
  { id }: Announcement,
  paused: boolean,
): Promise<void> {
  if (!(await setPaused(scope.tx, id, paused))) {
    return reply(ctx, 'note', { key: 'button-stale' })
  }
  const action = paused ? 'announcement.paused' : 'announcement.resumed'
  await audited(scope, action, { details: { announcement: id } })
  scope.after.push(scope.deps.wakeAnnouncer)
  await replace(ctx, 'announcement-progress', { announcementId: id })
}

// --- Correcting ---

announcementAfter.callbackQuery(callbackPattern('announceCorrect'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), async (_, { id, kind }) => {
    if (kind === 'poll') return reply(ctx, 'note', { key: 'announcement-poll-fixed' })
    await awaitText(ctx, 'announcement-correction', String(id))
    const key = kind === 'text' ? 'announcement-ask-text' : 'announcement-ask-caption'
    await reply(ctx, 'note', { key })
  }),
)

announcementAfter.on('message', async (ctx, next) => {
  const awaited = await awaitedBy(ctx, 'announcement-correction')
  if (awaited === undefined) return next()
  await withOwn(ctx, numberIn(awaited), (scope, found) => takeCorrection(ctx, scope, found))
})

async function takeCorrection(
  ctx: BotContext,
  scope: JoinedScope,
  { id, kind }: Announcement,
): Promise<void> {
  const { text, entities = [] } = ctx.message ?? {}
  if (text === undefined) return reply(ctx, 'note', { key: 'announcement-correction-text' })
  // What is masked before it is stored cannot be put into an edit.
  if (scope.found.length > 0) return reply(ctx, 'note', { key: 'announcement-correction-personal' })
  const most = kind === 'text' ? TEXT : CAPTION
  if (text.length > most) {
    return reply(ctx, 'note', { key: 'announcement-correction-long', variables: { most } })
  }
  await setAwaiting(ctx, null)
  const done = await correct(scope.tx, id, { text, entities: entities.map((one) => ({ ...one })) })
  if (done !== 'corrected') return reply(ctx, 'note', { key: 'button-stale' })
  await audited(scope, 'announcement.corrected', { details: { announcement: id } })
  scope.after.push(scope.deps.wakeAnnouncer)
  await reply(ctx, 'note', { key: 'announcement-corrected' })
}

// --- Taking back ---

announcementAfter.callbackQuery(callbackPattern('announceRecall'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), (_, { id }) =>
    reply(ctx, 'announcement-recall', { announcementId: id }),
  ),
)

announcementAfter.callbackQuery(callbackPattern('announceRecallYes'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), async (scope, { id }) => {
    if (!(await recall(scope.tx, id, scope.now))) {
      return replace(ctx, 'note', { key: 'button-stale' })
    }
    await audited(scope, 'announcement.recalled', { details: { announcement: id } })
    scope.after.push(scope.deps.wakeAnnouncer)
    await replace(ctx, 'note', { key: 'announcement-recalling' })
  }),
)

// --- Reminding, and sending again ---

announcementAfter.callbackQuery(callbackPattern('announceRemind'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), (scope, found) => remindUnread(ctx, scope, found)),
)

/** Written as an answer to what the bot said of an announcement; by itself it means who lags. */
announcementAfter.command(namesOf('ingatkan'), async (ctx, next) => {
  const { scope, message } = ctx
  const answered = message?.reply_to_message
  if (!isJoined(scope) || answered === undefined) return next()
  const source = await sourceOfMessage(scope.tx, {
    personId: scope.person.id,
    chatId: scope.person.chatId,
    messageId: answered.message_id,
  })
  const id = source?.kind.startsWith('announcement') === true ? source.args['announcementId'] : null
  if (typeof id !== 'number') return next()
  await withOwn(ctx, id, (of, found) => remindUnread(ctx, of, found))
})

async function remindUnread(
  ctx: BotContext,
  scope: JoinedScope,
  { id, state, remindedAt }: Announcement,
): Promise<void> {
  const { tx, person, now } = scope
  const today = civilDay(person.timezone, now)
  if (state !== 'done' && state !== 'cancelled') return reply(ctx, 'note', { key: 'button-stale' })
  if (remindedAt !== null && civilDay(person.timezone, remindedAt) === today) {
    return reply(ctx, 'note', { key: 'announcement-reminded-today' })
  }
  if ((await openMoment(tx, person.id, now)) > now) {
    return reply(ctx, 'note', { key: 'announcement-remind-closed' })
  }
  const count = await queueReminders(tx, id, now)
  if (count > 0) {
    await changeAnnouncement(tx, id, { remindedAt: now })
    await audited(scope, 'announcement.reminded', { details: { announcement: id, count } })
  }
  const key = count > 0 ? 'announcement-reminding' : 'announcement-all-read'
  await reply(ctx, 'note', { key, variables: { count } })
}

announcementAfter.callbackQuery(callbackPattern('announceResend'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), async (scope, found) => {
    const { tx, now } = scope
    const ended = found.state === 'done'
    const count = ended ? await resendUncertain(tx, found.id, now) : 0
    if (count === 0) return reply(ctx, 'note', { key: 'announcement-none-uncertain' })
    await audited(scope, 'announcement.resent', { details: { announcement: found.id, count } })
    scope.after.push(scope.deps.wakeAnnouncer)
    await reply(ctx, 'note', { key: 'announcement-resending', variables: { count } })
  }),
)

// --- The report ---

announcementAfter.callbackQuery(callbackPattern('announceReport'), (ctx) =>
  withOwn(ctx, numberIn(ctx.match[1]), async (_, { id }) => {
    await reply(ctx, 'announcement-report', { announcementId: id })
    await reply(ctx, 'announcement-sheet', { announcementId: id })
  }),
)

// --- What people do with their copies ---

announcementAfter.callbackQuery(callbackPattern('announcementRead'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const { tx, person, now } = scope
  const copy = await findCopy(tx, id, person.id)
  if (copy === undefined) return reply(ctx, 'note', { key: 'announcement-only-preview' })
  await acknowledge(tx, { id, personId: person.id }, now)
  const pressed = ctx.callbackQuery.message?.message_id
  await replace(ctx, 'announcement-read', { announcementId: id })
  // A reminder and the copy above it ask the same, and one answer is enough.
  const asking = copy.acknowledged ? [] : await messagesAsking(tx, { id, personId: person.id })
  for (const replaces of asking.filter((messageId) => messageId !== pressed)) {
    await reply(ctx, 'announcement-read', { announcementId: id, replaces })
  }
  const found = await findAnnouncement(tx, id)
  if (found !== undefined) await tellProgressSoon(tx, found, now)
})
