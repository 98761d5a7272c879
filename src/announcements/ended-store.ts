import { sql } from 'drizzle-orm'
import { insertMessages, type Ended } from '../messaging/index.ts'
import { arrayOf, at, rowsOf, type Db } from '../platform/db/index.ts'
import { findPeople } from '../people/index.ts'
import { changeAnnouncement, findAnnouncement, takeAnnouncement } from './announcements-store.ts'
import { tellProgressSoon } from './progress-message.ts'
import type { RecipientOutcome } from './words.ts'

/** A word to the author about what went wrong is worth sending for a day. */
const WORTH_MS = 24 * 3600_000

/** Telegram's words for what stands there no more, or cannot be copied. */
const SOURCE_GONE =
  /message to (copy|forward) not found|can't be (copied|forwarded)|wrong file identifier/i

/** What the ledger's word means for announcements, in the ledger's own transaction. */
export async function announcementsEnded(
  tx: Db,
  ended: readonly Ended[],
  now: Date,
): Promise<void> {
  const copies = ended.filter(({ kind, personId }) => kind === 'announcement' && personId !== null)
  const previews = copies.filter(({ args }) => args['preview'] !== undefined)
  const sent = copies.filter(({ args }) => args['preview'] === undefined)
  if (sent.length > 0) {
    await writeOutcomes(tx, sent, now)
    await stopWithoutSource(tx, sent, now)
  }
  for (const preview of previews) await previewEnded(tx, preview, now)
  const edits = ended.filter(({ kind }) => kind === 'announcement-edit')
  if (edits.length > 0) await writeAfter(tx, 'edit', edits)
  const removals = ended.filter(({ kind }) => kind === 'announcement-removal')
  if (removals.length > 0) await writeAfter(tx, 'recall', removals)
  await tellWhatFollowed(tx, [...edits, ...removals], now)
}

/** The last of them is the news: gathered, as what people do with their copies is. */
async function tellWhatFollowed(tx: Db, ended: readonly Ended[], now: Date): Promise<void> {
  for (const id of new Set(ended.map(({ args }) => Number(args['announcementId'])))) {
    const found = await findAnnouncement(tx, id)
    if (found !== undefined) await tellProgressSoon(tx, found, now)
  }
}

function outcomeOf({ state, unreachable, reason }: Ended): RecipientOutcome {
  if (state === 'failed') return unreachable ? 'unreachable' : 'failed'
  return state === 'cancelled' && reason === 'expired' ? 'failed' : state
}

/** Of one message, or of an album: the numbers that Telegram gave. */
function messageIdsOf({ messageId, result }: Ended): readonly number[] {
  if (messageId !== null) return [messageId]
  if (!Array.isArray(result)) return []
  return result.flatMap((one: unknown) =>
    typeof one === 'object' &&
    one !== null &&
    'message_id' in one &&
    typeof one.message_id === 'number'
      ? [one.message_id]
      : [],
  )
}

/**
 * A copy that turned up late, when another row had taken the place of its own, is kept beside the
 * other: it has to be corrected and taken back like any.
 */
async function writeOutcomes(tx: Db, ended: readonly Ended[], now: Date): Promise<void> {
  const column = <T extends string | number | null>(pick: (row: Ended) => T): T[] => ended.map(pick)
  const touched = await rowsOf<{ announcement_id: string }>(
    tx,
    sql`
    update announcement_recipients r
    set outcome = case when r.outcome = 'sent' then r.outcome
        when r.outbox_id = e.outbox_id or e.outcome = 'sent' then e.outcome else r.outcome end,
      reason = case when e.outcome in ('failed', 'unreachable', 'uncertain') and r.outbox_id = e.outbox_id
        then e.reason else r.reason end,
      message_ids = r.message_ids || e.message_ids::bigint[],
      chat_id = case when e.outcome = 'sent' then e.chat_id else r.chat_id end,
      sent_at = case when e.outcome = 'sent' then ${at(now)} else r.sent_at end,
      recall = case when e.outcome = 'sent' then null else r.recall end
    from unnest(
      ${arrayOf(
        column((e) => Number(e.args['announcementId'])),
        'bigint',
      )},
      ${arrayOf(
        column((e) => e.personId),
        'uuid',
      )}, ${arrayOf(
        column((e) => e.id),
        'bigint',
      )},
      ${arrayOf(column(outcomeOf), 'text')}, ${arrayOf(
        column((e) => e.reason),
        'text',
      )},
      ${arrayOf(
        column((e) => e.chatId),
        'bigint',
      )},
      ${arrayOf(
        column((e) => `{${messageIdsOf(e).join(',')}}`),
        'text',
      )}
    ) as e(announcement_id, person_id, outbox_id, outcome, reason, chat_id, message_ids)
    where r.announcement_id = e.announcement_id and r.person_id = e.person_id
    returning r.announcement_id`,
  )
  const ids = [...new Set(touched.map((row) => Number(row.announcement_id)))]
  // Those that wait for nothing more than this: the announcer looks at them again.
  await tx.execute(sql`
    update announcements set unsettled = true
    where id = any(${arrayOf(ids, 'bigint')})
      and (state = 'recalled' or version > 1)`)
}

/** The message is gone, and every further copy would fail as this one did. */
async function stopWithoutSource(tx: Db, ended: readonly Ended[], now: Date): Promise<void> {
  const gone = ended.filter(
    ({ state, unreachable, reason }) =>
      state === 'failed' && !unreachable && SOURCE_GONE.test(reason ?? ''),
  )
  for (const id of new Set(gone.map(({ args }) => Number(args['announcementId'])))) {
    const found = await takeAnnouncement(tx, id)
    if (found === undefined || !['undoable', 'sending', 'paused'].includes(found.state)) continue
    await changeAnnouncement(tx, id, {
      state: 'cancelled',
      reason: 'source_gone',
      endedAt: now,
      unsettled: true,
    })
    await tellAuthor(tx, found.authorId, { key: 'announcement-source-gone' }, now)
  }
}

/** The preview is what all copies are made from: nobody can edit it, so what was seen is what goes. */
async function previewEnded(tx: Db, ended: Ended, now: Date): Promise<void> {
  if (ended.args['preview'] !== 'author') return
  const found = await findAnnouncement(tx, Number(ended.args['announcementId']))
  if (found?.state !== 'draft' || found.revision !== ended.args['revision']) return
  if (ended.state === 'sent') {
    await changeAnnouncement(tx, found.id, { previewIds: [...messageIdsOf(ended)] })
  } else if (ended.state === 'failed' && !ended.unreachable) {
    await tellAuthor(tx, found.authorId, { key: 'announcement-copy-failed' }, now)
  }
}

/** What became of edits, or of removals. */
async function writeAfter(
  tx: Db,
  column: 'edit' | 'recall',
  ended: readonly Ended[],
): Promise<void> {
  const name = sql.identifier(column)
  await tx.execute(sql`
    update announcement_recipients r
    set ${name} = case when e.state = 'sent' then 'done' else 'failed' end
    from unnest(
      ${arrayOf(
        ended.map(({ args }) => Number(args['announcementId'])),
        'bigint',
      )},
      ${arrayOf(
        ended.map(({ personId }) => personId),
        'uuid',
      )},
      ${arrayOf(
        ended.map(({ state }) => state),
        'text',
      )}
    ) as e(announcement_id, person_id, state)
    where r.announcement_id = e.announcement_id and r.person_id = e.person_id
      and r.${name} = 'queued'`)
}

/** A note to the author: a text of the locales, with its variables. */
export async function tellAuthor(
  tx: Db,
  authorId: string | null,
  args: { readonly key: string; readonly variables?: Readonly<Record<string, string | number>> },
  now: Date,
): Promise<void> {
  const author = authorId === null ? undefined : (await findPeople(tx, [authorId])).get(authorId)
  if (author === undefined) return
  await insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'note',
        args,
        personId: author.id,
        chatId: author.chatId,
        notAfter: new Date(now.getTime() + WORTH_MS),
      },
    ],
    { now },
  )
}
