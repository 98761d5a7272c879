import { Bot, type Api } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { HandleUpdates, InboxRow } from '../messaging/index.ts'
import { findPerson, markSeen, markTapped, NO_ROLES, rolesOf } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import { loggedAs } from '../platform/log-context.ts'
import type { Logger } from '../platform/logger.ts'
import { answering } from './features/answering.ts'
import { announcementAfter } from './features/announcement-after.ts'
import { announcementSending } from './features/announcement-sending.ts'
import { announcements } from './features/announcements.ts'
import { audit } from './features/audit.ts'
import { calendar } from './features/calendar.ts'
import { certificates } from './features/certificates.ts'
import { foundIn } from '../privacy/index.ts'
import { briefing } from './features/briefing.ts'
import { content } from './features/content.ts'
import { dashboard } from './features/dashboard.ts'
import { digest } from './features/digest.ts'
import { exporting } from './features/exports.ts'
import { help, lastResort } from './features/help.ts'
import { importing } from './features/imports.ts'
import { invite } from './features/invite.ts'
import { itemStats } from './features/item-stats.ts'
import { joining } from './features/joining.ts'
import { lagging } from './features/lagging.ts'
import { leave } from './features/leave.ts'
import { lessons } from './features/lessons.ts'
import { measuring } from './features/measuring.ts'
import { ranking } from './features/ranking.ts'
import { masking } from './features/masking.ts'
import { meaning } from './features/meaning.ts'
import { myData } from './features/my-data.ts'
import { renewedNotice } from './features/renewed-notice.ts'
import { movedAway } from './features/moved-away.ts'
import { newcomers } from './features/newcomers.ts'
import { practice } from './features/practice.ts'
import { questions } from './features/questions.ts'
import { reachability } from './features/reachability.ts'
import { reminders } from './features/reminders.ts'
import { rhythm } from './features/rhythm.ts'
import { roles as rolesFeature } from './features/roles.ts'
import { roster } from './features/roster.ts'
import { rosterClaims } from './features/roster-claims.ts'
import { rosterPlaces } from './features/roster-places.ts'
import { schedule } from './features/schedule.ts'
import { search } from './features/search.ts'
import { settings } from './features/settings.ts'
import { sharedTasks } from './features/shared-tasks.ts'
import { setup } from './features/setup.ts'
import { status } from './features/status.ts'
import { stats } from './features/stats.ts'
import { takeover } from './features/takeover.ts'
import { tracks } from './features/tracks.ts'
import { units } from './features/units.ts'
import { verification } from './features/verification.ts'
import { handleVotes, VOTE } from './handle-votes.ts'
import { refreshMenu } from './refresh-menu.ts'
import type { BotContext, BotDependencies, Scope } from './scope.ts'

export interface HandlerOptions {
  readonly token: string
  readonly botInfo: UserFromGetMe
  readonly deps: BotDependencies
  /** Answers button presses, the one kind of call that a handler may cause outside the outbox. */
  readonly api: Api
  readonly log: Logger
}

/**
 * Builds the bot: handlers write rows and never call Telegram. Votes are handled together, whatever
 * else there is one after the other.
 */
export function createHandler({ token, botInfo, deps, api, log }: HandlerOptions): HandleUpdates {
  const scopes = new WeakMap<Update, Scope>()
  const bot = new Bot<BotContext>(token, { botInfo })
  bot.api.config.use((_prev, method) => {
    throw new Error(`A handler called ${method}; only rows of the outbox are sent`)
  })
  bot.use(async (ctx, next) => {
    const scope = scopes.get(ctx.update)
    if (scope === undefined) throw new Error('An update without a scope')
    ctx.scope = scope
    await next()
  })
  bot.use(
    reachability,
    announcements,
    announcementSending,
    announcementAfter,
    verification,
    masking,
    myData,
    movedAway,
    renewedNotice,
    takeover,
    joining,
    leave,
    schedule,
    setup,
    invite,
    certificates,
    search,
    practice,
    reminders,
    questions,
    answering,
    sharedTasks,
    lagging,
    lessons,
    measuring,
    rhythm,
    rolesFeature,
    roster,
    rosterClaims,
    rosterPlaces,
    newcomers,
    settings,
    help,
    itemStats,
    stats,
    content,
    briefing,
    audit,
    status,
    units,
    calendar,
    dashboard,
    digest,
    exporting,
    importing,
    tracks,
    ranking,
    meaning,
    lastResort,
  )
  bot.use((ctx) => {
    ctx.scope.unknown = ctx.callbackQuery === undefined
  })

  async function handleOne(tx: Db, row: InboxRow): Promise<Scope> {
    const update = row.body as Update
    const scope = await openScope(tx, { deps, log }, update)
    scopes.set(update, scope)
    await bot.handleUpdate(update)
    scope.replies.push(...(await refreshMenu(tx, scope, scope.now)))
    acknowledge(scope, update, api, log)
    log.debug({ replies: scope.replies }, 'an update is answered by these messages')
    return scope
  }

  return async (tx, rows) => {
    const votes = rows.filter(({ kind }) => kind === VOTE)
    const replies = await handleVotes(tx, votes, deps)
    const passed: number[] = []
    const after: (() => Promise<void>)[] = []
    for (const row of rows) {
      if (row.kind === VOTE) continue
      const { updateId } = row
      const scope = await loggedAs({ updateId }, () => handleOne(tx, row))
      if (scope.unknown) passed.push(row.id)
      replies.push(...scope.replies)
      after.push(...scope.after.map((call) => () => loggedAs({ updateId }, call)))
    }
    return { passed, replies, after }
  }
}

async function openScope(
  tx: Db,
  { deps, log }: Pick<Scope, 'deps' | 'log'>,
  update: Update,
): Promise<Scope> {
  const now = deps.clock.now()
  const from = update.message?.from ?? update.callback_query?.from ?? update.my_chat_member?.from
  const senderId = from?.id ?? 0
  const person = senderId === 0 ? undefined : await findPerson(tx, senderId)
  const privately = update.message?.chat.type === 'private'
  const tapped = update.callback_query !== undefined
  if (person !== undefined && privately) await markSeen(tx, person.id, senderId, now)
  else if (person !== undefined && tapped) await markTapped(tx, [person.id], now)
  const roles = person === undefined ? NO_ROLES : await rolesOf(tx, person.id)
  const found = foundIn(update)
  return {
    tx,
    deps,
    log,
    now,
    senderId,
    person,
    roles,
    found,
    replies: [],
    after: [],
    unknown: false,
  }
}

/** Takes away the button's spinner; worth nothing once Telegram has forgotten the press (150 s). */
function acknowledge(scope: Scope, update: Update, api: Api, log: Logger): void {
  const id = update.callback_query?.id
  if (id === undefined) return
  scope.after.unshift(async () => {
    await api.answerCallbackQuery(id).catch((error: unknown) => {
      log.debug({ error: messageOf(error) }, 'button press not acknowledged')
    })
  })
}
