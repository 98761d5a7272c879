import { Composer } from 'grammy'
import {
  albumFault,
  cancel,
  changeDraft,
  choosableUnits,
  countAudience,
  createDraft,
  EVERYBODY,
  isFresh,
  latestUnderWay,
  messageOf,
  setPreviewed,
  takeAnnouncement,
  tellProgress,
  type Announcement,
  type Audience,
  type MessageFault,
} from '../../announcements/index.ts'
import { cancelMessages, insertBundles } from '../../messaging/index.ts'
import { jobRoles } from '../../people/index.ts'
import { audited } from '../audited.ts'
import { awaitedBy, awaitText, setAwaiting } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf, plainWords } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext, type JoinedScope } from '../scope.ts'
import type { ChoiceKind } from '../views/announcement-wizard.ts'
import { coordinates } from '../for-coordinator.ts'

export const announcements = new Composer<BotContext>()

/** A preview is worth sending for an hour. */
const WORTH_MS = 3600_000

/** Whoever coordinates, at this moment: a role that was taken away in between ends the wizard. */
export async function forCoordinator(
  ctx: BotContext,
  act: (scope: JoinedScope) => Promise<void>,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (!coordinates(scope)) {
    await setAwaiting(ctx, null)
    return reply(ctx, 'note', { key: 'coordinators-only' })
  }
  await act(scope)
}

/** The draft that a button or a text is about, locked; where it is none any more, that is said. */
export async function withDraft(
  ctx: BotContext,
  id: number | undefined,
  act: (scope: JoinedScope, draft: Announcement) => Promise<void>,
): Promise<void> {
  await forCoordinator(ctx, async (scope) => {
    const draft = id === undefined ? undefined : await takeAnnouncement(scope.tx, id)
    if (draft === undefined || !isFresh(draft, scope.person.id, scope.now)) {
      await setAwaiting(ctx, null)
      return replace(ctx, 'note', { key: 'announcement-draft-gone' })
    }
    await act(scope, draft)
  })
}

// --- The message ---

announcements.command(namesOf('pengumuman'), begin)
announcements.callbackQuery(callbackPattern('announce'), begin)

async function begin(ctx: BotContext): Promise<void> {
  await forCoordinator(ctx, async ({ tx, person, now }) => {
    const author = { authorId: person.id, chatId: person.chatId }
    const announcementId = await createDraft(tx, author, EVERYBODY, now)
    await awaitText(ctx, 'announcement', String(announcementId))
    await reply(ctx, 'ask-announcement', { announcementId })
  })
}

announcements.hears(plainWords.cancel, async (ctx, next) => {
  const { scope } = ctx
  if (!isJoined(scope)) return next()
  const [kind = '', id] = (scope.person.awaiting ?? '').split(':')
  if (kind.startsWith('announcement')) {
    await setAwaiting(ctx, null)
    if (kind === 'announcement-correction') return reply(ctx, 'note', { key: 'cancelled' })
    return drop(ctx, scope, numberIn(id))
  }
  const running = kind === '' ? await latestUnderWay(scope.tx, scope.person.id) : undefined
  return running === undefined ? next() : drop(ctx, scope, running)
})

announcements.callbackQuery(callbackPattern('announceCancel'), async (ctx) => {
  const { scope } = ctx
  if (isJoined(scope)) await drop(ctx, scope, numberIn(ctx.match[1]))
})

/** The author ends it, or an admin; also one whose role was taken away may stop what she began. */
async function drop(ctx: BotContext, scope: JoinedScope, id: number | undefined): Promise<void> {
  const { tx, person, roles, now, deps } = scope
  const found = id === undefined ? undefined : await takeAnnouncement(tx, id)
  const may = found !== undefined && (found.authorId === person.id || roles.admin)
  const before = may ? await cancel(tx, found.id, 'cancelled', now) : undefined
  if (found === undefined || before === undefined) {
    return reply(ctx, 'note', { key: 'announcement-nothing-to-cancel' })
  }
  scope.after.push(deps.wakeAnnouncer)
  // Whoever drops a draft of their own has done nothing to anybody.
  if (before !== 'draft' || found.authorId !== person.id) {
    await audited(scope, 'announcement.cancelled', { details: { announcement: found.id } })
  }
  if (before === 'draft') {
    await setAwaiting(ctx, null)
    return replace(ctx, 'note', { key: 'announcement-dropped' })
  }
  const begun = before === 'sending' || before === 'paused'
  const key = begun ? 'announcement-was-stopped' : 'announcement-was-undone'
  await reply(ctx, 'note', { key, variables: { id: found.id } })
  if (found.startsAt !== null) {
    scope.replies.push(...(await tellProgress(tx, found, now, { heldMs: REPLY_HELD_MS })))
  }
}

announcements.on('message', async (ctx, next) => {
  const awaited = await awaitedBy(ctx, 'announcement')
  if (awaited === undefined) return next()
  await withDraft(ctx, numberIn(awaited), (scope, draft) => take(ctx, scope, draft))
})

/** Takes the message, or one more part of its album. */
async function take(ctx: BotContext, scope: JoinedScope, draft: Announcement): Promise<void> {
  const message = ctx.message
  if (message === undefined) return
  const reading = messageOf(message)
  if (reading.is === 'fault') return refuse(ctx, reading.fault)
  const { kind, poll, album } = reading.message
  const { id, sourceIds, found } = draft
  const { tx } = scope
  if (poll !== null && scope.found.length > 0) return refuse(ctx, 'personal')
  // The rest of an album that was refused, and said to be.
  if (album !== null && album === draft.album && draft.kind === null) return
  const joins = album !== null && album === draft.album
  if (joins) {
    const fault = albumFault({ kind: draft.kind ?? kind, messages: sourceIds.length }, kind)
    if (fault !== undefined) {
      await cancelMessages(tx, [audienceKey(id, album)], 'the album is refused', scope.now)
      await changeDraft(tx, id, { kind: null, sourceIds: [] })
      return refuse(ctx, fault)
    }
    return changeDraft(tx, id, {
      sourceIds: [...sourceIds, message.message_id],
      found: [...new Set([...found, ...scope.found])],
    })
  }
  await changeDraft(tx, id, {
    kind,
    poll,
    album,
    chatId: message.chat.id,
    sourceIds: [message.message_id],
    found: [...scope.found],
  })
  // Its other parts come as messages of their own: whether it can be sent is seen before it is asked for
  // whom.
  const waits = album === null ? {} : { dedupeKey: audienceKey(id, album), afterMs: ALBUM_MS }
  await reply(ctx, 'announcement-audience', { announcementId: id }, waits)
}

/** The parts of an album arrive within a second (elapsed). */
const ALBUM_MS = 1200

function audienceKey(id: number, album: string): string {
  return `announcement-audience:${id}:${album}`
}

const faults = {
  kind: 'announcement-fault-kind',
  too_long: 'announcement-fault-too-long',
  quiz_unknown: 'announcement-fault-quiz-unknown',
  mixed_album: 'announcement-fault-mixed-album',
  album_too_long: 'announcement-fault-album-too-long',
  personal: 'announcement-fault-personal',
} as const satisfies Record<MessageFault | 'personal', string>

function refuse(ctx: BotContext, fault: keyof typeof faults): Promise<void> {
  const said = { key: faults[fault] }
  // The parts of an album come as a message each, and one word is enough.
  const album = ctx.message?.media_group_id
  const options = album === undefined ? {} : { dedupeKey: `announcement-fault:${album}` }
  return reply(ctx, 'note', said, options)
}

// --- The audience ---

announcements.callbackQuery(callbackPattern('announceAudience'), (ctx) =>
  withDraft(ctx, numberIn(ctx.match[1]), (_, { id }) =>
    replace(ctx, 'announcement-audience', { announcementId: id }),
  ),
)

announcements.callbackQuery(callbackPattern('announceBy'), async (ctx) => {
  const [id, by, from] = (ctx.match[1] ?? '').split('.')
  if (!isChoice(by)) return
  await withDraft(ctx, numberIn(id), (_, draft) =>
    replace(ctx, 'announcement-choose', {
      announcementId: draft.id,
      by,
      from: numberIn(from) ?? 0,
    }),
  )
})

function isChoice(by: string | undefined): by is ChoiceKind {
  return by === 'u' || by === 'r' || by === 't'
}

announcements.callbackQuery(callbackPattern('announceToggle'), async (ctx) => {
  const [id, by, value = ''] = (ctx.match[1] ?? '').split('.')
  if (!isChoice(by)) return
  await withDraft(ctx, numberIn(id), async (scope, draft) => {
    const offered = await offeredBy(scope, by)
    const place = offered.indexOf(value)
    if (place >= 0) {
      await changeDraft(scope.tx, draft.id, { audience: toggled(draft.audience, by, value) })
    }
    await replace(ctx, 'announcement-choose', {
      announcementId: draft.id,
      by,
      from: Math.max(place, 0),
    })
  })
})

/** What may be ticked: a forged button can name anything. */
async function offeredBy({ tx, person, deps }: JoinedScope, by: ChoiceKind): Promise<string[]> {
  if (by === 'u') return (await choosableUnits(tx, person.id)).map(({ id }) => id)
  return by === 'r' ? [...jobRoles] : deps.catalogue().tracks.map(({ id }) => id)
}

function toggled(audience: Audience, by: ChoiceKind, value: string): Audience {
  const flip = <T extends string>(list: readonly T[], all: readonly T[]): T[] =>
    all.filter((one) => (one === value ? !list.includes(one) : list.includes(one)))
  switch (by) {
    case 'u':
      return { ...audience, units: flip(audience.units, [...new Set([...audience.units, value])]) }
    case 'r':
      return { ...audience, roles: flip(audience.roles, jobRoles) }
    case 't':
      return {
        ...audience,
        tracks: flip(audience.tracks, [...new Set([...audience.tracks, value])]),
      }
  }
}

announcements.callbackQuery(callbackPattern('announceState'), (ctx) =>
  withDraft(ctx, numberIn(ctx.match[1]), async (scope, { id, audience }) => {
    const state = audience.state === 'all' ? 'lagging' : 'all'
    await changeDraft(scope.tx, id, { audience: { ...audience, state } })
    await replace(ctx, 'announcement-audience', { announcementId: id })
  }),
)

// --- The preview ---

announcements.callbackQuery(callbackPattern('announcePreview'), (ctx) =>
  withDraft(ctx, numberIn(ctx.match[1]), async (scope, draft) => {
    if (draft.kind === null) {
      await awaitText(ctx, 'announcement', String(draft.id))
      return reply(ctx, 'ask-announcement', { announcementId: draft.id })
    }
    await setAwaiting(ctx, null)
    await showPreview(ctx, scope, draft)
  }),
)

/** What will arrive, exactly as it will, and below it what it means. */
async function showPreview(
  ctx: BotContext,
  { tx, person, now, replies }: JoinedScope,
  { id, audience, revision: before }: Announcement,
): Promise<void> {
  const { reached, hash } = await countAudience(tx, person.id, audience, now)
  if (reached === 0) {
    return replace(ctx, 'announcement-audience', { announcementId: id, note: 'announcement-empty' })
  }
  const revision = before + 1
  await setPreviewed(tx, id, { reached, hash })
  const to = {
    lane: 'reply',
    personId: person.id,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  const rows = await insertBundles(
    tx,
    [
      [
        {
          ...to,
          kind: 'announcement',
          args: { announcementId: id, preview: 'author', revision },
        },
        { ...to, kind: 'announcement-confirm', args: { announcementId: id, revision } },
      ],
    ],
    { now, heldMs: REPLY_HELD_MS },
  )
  replies.push(...rows)
}
