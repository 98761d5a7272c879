import { Bot, type Api } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { insertMessages, type HandleUpdate } from '../messaging/index.ts'
import { changePerson, findPerson, markSeen, rolesOf } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { announcementAfter } from './features/announcement-after.ts'
import { announcementSending } from './features/announcement-sending.ts'
import { announcements } from './features/announcements.ts'
import { certificates } from './features/certificates.ts'
import { foundIn } from '../privacy/index.ts'
import { content } from './features/content.ts'
import { help, lastResort } from './features/help.ts'
import { joining } from './features/joining.ts'
import { leave } from './features/leave.ts'
import { lessons } from './features/lessons.ts'
import { measuring } from './features/measuring.ts'
import { ranking } from './features/ranking.ts'
import { masking } from './features/masking.ts'
import { meaning } from './features/meaning.ts'
import { practice } from './features/practice.ts'
import { questions } from './features/questions.ts'
import { reachability } from './features/reachability.ts'
import { rhythm } from './features/rhythm.ts'
import { schedule } from './features/schedule.ts'
import { search } from './features/search.ts'
import { settings } from './features/settings.ts'
import { sharedTasks } from './features/shared-tasks.ts'
import { setup } from './features/setup.ts'
import { stats } from './features/stats.ts'
import { takeover } from './features/takeover.ts'
import { tracks } from './features/tracks.ts'
import { verification } from './features/verification.ts'
import { menuKey } from './menu.ts'
import { REPLY_HELD_MS, type BotContext, type BotDependencies, type Scope } from './scope.ts'

export interface HandlerOptions {
  readonly token: string
  readonly botInfo: UserFromGetMe
  readonly deps: BotDependencies
  /** Answers button presses, the one kind of call that a handler may cause outside the outbox. */
  readonly api: Api
  readonly log: Logger
}

/** The menu that everybody has who has none of their own; set once at the start. */
export const DEFAULT_MENU = 'id:participant'

const MENU_WORTH_MS = 24 * 3600_000

/** Builds the bot: handlers write rows and never call Telegram. */
export function createHandler({ token, botInfo, deps, api, log }: HandlerOptions): HandleUpdate {
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
    takeover,
    joining,
    leave,
    schedule,
    setup,
    certificates,
    search,
    practice,
    questions,
    sharedTasks,
    lessons,
    measuring,
    rhythm,
    settings,
    help,
    stats,
    content,
    tracks,
    ranking,
    meaning,
    lastResort,
  )
  bot.use((ctx) => {
    ctx.scope.unknown = ctx.callbackQuery === undefined
  })

  return async (tx, row) => {
    const update = row.body as Update
    const scope = await openScope(tx, { deps, log }, update)
    scopes.set(update, scope)
    await bot.handleUpdate(update)
    await refreshMenu(scope)
    acknowledge(scope, update, api, log)
    return { known: !scope.unknown, replies: scope.replies, after: scope.after }
  }
}

async function openScope(
  tx: Db,
  { deps, log }: Pick<Scope, 'deps' | 'log'>,
  update: Update,
): Promise<Scope> {
  const now = deps.clock.now()
  const from =
    update.message?.from ??
    update.callback_query?.from ??
    update.poll_answer?.user ??
    update.my_chat_member?.from
  const senderId = from?.id ?? 0
  const person = senderId === 0 ? undefined : await findPerson(tx, senderId)
  const privately = update.message?.chat.type === 'private'
  if (person !== undefined && privately) await markSeen(tx, person.id, senderId, now)
  const roles =
    person === undefined ? { admin: false, coordinates: [] } : await rolesOf(tx, person.id)
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

/** A person whose role or language changed gets the menu that fits. */
async function refreshMenu(scope: Scope): Promise<void> {
  const { person, roles, tx, now } = scope
  if (person?.joinStep !== null) return
  const wanted = menuKey(person.locale, roles)
  if (wanted === (person.menu ?? DEFAULT_MENU)) return
  await changePerson(tx, person.id, { menu: wanted })
  const rows = await insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'menu',
        args: {},
        personId: person.id,
        chatId: person.chatId,
        notAfter: new Date(now.getTime() + MENU_WORTH_MS),
        supersedeKey: `menu:${person.id}`,
      },
    ],
    { now, heldMs: REPLY_HELD_MS },
  )
  scope.replies.push(...rows)
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
