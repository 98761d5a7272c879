import { Composer } from 'grammy'
import {
  approvalFor,
  approversOf,
  confirm,
  countAudience,
  decideApproval,
  findAnnouncement,
  tellAuthor,
  tellProgress,
  type Announcement,
  type Decided,
} from '../../announcements/index.ts'
import { openMoment, readSettings } from '../../learning/index.ts'
import { insertBundles } from '../../messaging/index.ts'
import { audited } from '../audited.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { readMoment } from '../read-moment.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext, type JoinedScope } from '../scope.ts'
import { forCoordinator, withDraft } from './announcements.ts'

/** The last word on an announcement: its author's, and somebody else's where it needs one. */
export const announcementSending = new Composer<BotContext>()

/** A request for a second word is worth an answer for as long as a draft. */
const WORTH_MS = 24 * 3600_000

/** Nothing is put off by more than this. */
const LONGEST_MS = 90 * 24 * 3600_000

interface Wish {
  readonly id: number
  readonly revision: number
  readonly sendAt: Date | null
  readonly inHours: boolean
}

announcementSending.callbackQuery(callbackPattern('announceSend'), async (ctx) => {
  const [id, revision, hours] = (ctx.match[1] ?? '').split('.')
  await withWish(ctx, id, revision, (wish) => send(ctx, { ...wish, inHours: hours !== 'n' }))
})

announcementSending.callbackQuery(callbackPattern('announceAt'), async (ctx) => {
  const [id, revision, at, hours] = (ctx.match[1] ?? '').split('.')
  const seconds = numberIn(at)
  if (seconds === undefined) return
  await withWish(ctx, id, revision, (wish) =>
    send(ctx, { ...wish, sendAt: new Date(seconds * 1000), inHours: hours !== 'n' }),
  )
})

async function withWish(
  ctx: BotContext,
  id: string | undefined,
  revision: string | undefined,
  act: (wish: Wish) => Promise<void>,
): Promise<void> {
  const number = numberIn(revision)
  await withDraft(ctx, numberIn(id), async (_, draft) => {
    if (number !== draft.revision) return reply(ctx, 'note', { key: 'announcement-preview-old' })
    await act({ id: draft.id, revision: number, sendAt: null, inHours: true })
  })
}

/** At once, or at a moment; one in working hours that is over by now, or closed by now, is asked again. */
async function send(ctx: BotContext, wish: Wish): Promise<void> {
  await forCoordinator(ctx, async (scope) => {
    const { tx, person, now } = scope
    const wished = wish.sendAt ?? now
    if (wished.getTime() - now.getTime() > LONGEST_MS) return
    const at = wished > now ? wished : now
    const open = await openMoment(tx, person.id, at)
    if (wish.inHours && open > at) {
      return reply(ctx, 'announcement-closed', {
        announcementId: wish.id,
        revision: wish.revision,
        at: Math.ceil(at.getTime() / 1000),
        open: Math.ceil(open.getTime() / 1000),
      })
    }
    await decide(ctx, scope, { ...wish, sendAt: wish.sendAt !== null && at > now ? at : null })
  })
}

async function decide(ctx: BotContext, scope: JoinedScope, wish: Wish): Promise<void> {
  const { tx, person, roles, now, deps } = scope
  const draft = await findAnnouncement(tx, wish.id)
  if (draft === undefined) return
  const count = await countAudience(tx, person.id, draft.audience, now)
  const second = (await readSettings(tx))['announcement.second']
  const needs = approvalFor(count, roles, second)
  if (needs !== 'none' && (await approversOf(tx, { ...draft, needs }, now)).length === 0) {
    const key = needs === 'admin' ? 'announcement-nobody-admin' : 'announcement-nobody-second'
    return reply(ctx, 'note', { key, variables: { second } })
  }
  const decided = await confirm(tx, { ...wish, authorId: person.id, needs }, now)
  scope.after.push(deps.wakeAnnouncer)
  if (done.has(decided.is)) {
    const details = { announcement: wish.id, recipients: count.reached, as: decided.is }
    await audited(scope, 'announcement.confirmed', { details })
  }
  await say(ctx, scope, wish.id, decided)
}

/** What a confirmation has brought about, and did not refuse. */
const done: ReadonlySet<Decided['is']> = new Set(['undoable', 'scheduled', 'awaiting_approval'])

async function say(
  ctx: BotContext,
  scope: JoinedScope,
  announcementId: number,
  decided: Decided,
): Promise<void> {
  switch (decided.is) {
    case 'stale':
    case 'refused':
    case 'forbidden':
      return reply(ctx, 'note', { key: 'announcement-preview-old' })
    case 'changed':
      return reply(ctx, 'announcement-audience', { announcementId, note: 'announcement-changed' })
    case 'empty':
      return reply(ctx, 'announcement-audience', { announcementId, note: 'announcement-empty' })
    case 'undoable':
      await replace(ctx, 'announcement-stands', { announcementId })
      return showProgress(scope, announcementId)
    case 'scheduled':
      return replace(ctx, 'announcement-stands', { announcementId })
    case 'awaiting_approval':
      await replace(ctx, 'announcement-stands', { announcementId })
      return askApprovers(scope, announcementId)
  }
}

async function showProgress(scope: JoinedScope, id: number): Promise<void> {
  const found = await findAnnouncement(scope.tx, id)
  if (found === undefined) return
  const rows = await tellProgress(scope.tx, found, scope.now, { heldMs: REPLY_HELD_MS })
  scope.replies.push(...rows)
}

// --- A moment ---

announcementSending.callbackQuery(callbackPattern('announceWhen'), async (ctx) => {
  const [id, revision] = (ctx.match[1] ?? '').split('.')
  await withWish(ctx, id, revision, async (wish) => {
    await awaitText(ctx, 'announcement-time', `${wish.id}.${wish.revision}`)
    await reply(ctx, 'note', { key: 'announcement-ask-when' })
  })
})

announcementSending.on('message:text', async (ctx, next) => {
  const awaited = await awaitedBy(ctx, 'announcement-time')
  if (awaited === undefined) return next()
  const [id, revision] = awaited.split('.')
  await withWish(ctx, id, revision, async (wish) => {
    const { scope } = ctx
    if (!isJoined(scope)) return
    const moment = readMoment(wordsOf(ctx.message), scope.now, scope.person.timezone)
    if (moment === undefined || moment.getTime() - scope.now.getTime() > LONGEST_MS) {
      return reply(ctx, 'note', { key: 'announcement-when-unclear' })
    }
    await setAwaiting(ctx, null)
    await send(ctx, { ...wish, sendAt: moment })
  })
})

// --- A second word ---

/** The message as it will arrive, and below it what is asked; to each who may decide. */
async function askApprovers({ tx, now, replies }: JoinedScope, id: number): Promise<void> {
  const found = await findAnnouncement(tx, id)
  if (found === undefined) return
  const approvers = await approversOf(tx, found, now)
  const bundles = approvers.map(({ id: personId, chatId }) => {
    const to = {
      lane: 'reply',
      personId,
      chatId,
      notAfter: new Date(now.getTime() + WORTH_MS),
    } as const
    return [
      { ...to, kind: 'announcement', args: { announcementId: id, preview: 'approver' } },
      { ...to, kind: 'announcement-approval', args: { announcementId: id } },
    ]
  })
  replies.push(...(await insertBundles(tx, bundles, { now, heldMs: REPLY_HELD_MS })))
}

announcementSending.callbackQuery(callbackPattern('announceApprove'), (ctx) => word(ctx, true))
announcementSending.callbackQuery(callbackPattern('announceRefuse'), (ctx) => word(ctx, false))

async function word(ctx: BotContext & { match: string | RegExpMatchArray }, approved: boolean) {
  const id = numberIn(ctx.match[1])
  await forCoordinator(ctx, async (scope) => {
    if (id === undefined) return
    const { tx, person, now, deps } = scope
    const decided = await decideApproval(tx, { id, personId: person.id, approved }, now)
    const key = keyOf(decided, approved)
    await replace(ctx, 'note', { key })
    if (key === 'announcement-approved' || key === 'announcement-refused') {
      const action = approved ? 'announcement.approved' : 'announcement.refused'
      await audited(scope, action, { details: { announcement: id } })
      scope.after.push(deps.wakeAnnouncer)
      await tellDecided(scope, id, approved)
    }
  })
}

function keyOf(decided: Decided, approved: boolean): string {
  if (decided.is === 'forbidden') return 'announcement-may-not'
  if (decided.is === 'stale') return 'announcement-decided'
  return approved ? 'announcement-approved' : 'announcement-refused'
}

async function tellDecided(scope: JoinedScope, id: number, approved: boolean): Promise<void> {
  const found: Announcement | undefined = await findAnnouncement(scope.tx, id)
  if (found === undefined) return
  await tellAuthor(
    scope.tx,
    found.authorId,
    {
      key: approved ? 'announcement-was-approved' : 'announcement-was-refused',
      variables: { id, name: scope.person.name },
    },
    scope.now,
  )
  if (found.state === 'undoable') await showProgress(scope, id)
}
