import { findAnnouncement, findCopy, type Announcement } from '../../announcements/index.ts'
import type { Rendered } from '../../messaging/index.ts'
import type { TelegramRequest } from '../../platform/telegram/index.ts'
import { callbackData } from '../callback.ts'
import { personOf } from './person-texts.ts'
import { keyboard, textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface AnnouncementArgs extends ViewBaseArgs {
  readonly announcementId: number
}

export interface CopyArgs extends AnnouncementArgs {
  /** For whom it is only shown: the author, or somebody who has to agree. */
  readonly preview?: 'author' | 'approver'
  /** The draft's, of the author's preview. */
  readonly revision?: number
}

/** A paused one is looked at again after so long; meanwhile its rows are put aside. */
const PAUSED_MS = 2000

/**
 * One copy, with its formatting and files, exactly as it was written. What was cancelled or recalled
 * goes no further than here, from the moment at which that was decided.
 */
export const announcement: View<CopyArgs> = async (view, { announcementId, preview, revision }) => {
  const found = await findAnnouncement(view.db, announcementId)
  if (found === undefined) return { cancel: 'the announcement is gone' }
  if (preview === 'author' && (found.state !== 'draft' || found.revision !== revision)) {
    return { cancel: 'another draft by now' }
  }
  if (preview === undefined) {
    const stopped = stop(found)
    if (stopped !== undefined) return stopped
  }
  const ids = preview === 'author' ? found.sourceIds : found.previewIds
  const album = ids.length > 1
  const { method, payload } = contentOf(found, ids)
  const markup = album ? {} : { reply_markup: readButton(view, announcementId, false) }
  return { send: { method, payload: { ...payload, ...markup } } }
}

function stop({ state }: Announcement): Rendered | undefined {
  if (state === 'undoable' || state === 'sending') return undefined
  if (state === 'paused') return { later: 'announcement paused', retryInMs: PAUSED_MS }
  return { cancel: 'announcement cancelled' }
}

function contentOf(found: Announcement, ids: readonly number[]): TelegramRequest {
  const { poll, correction, chatId } = found
  if (poll !== null) return { method: 'sendPoll', payload: pollPayload(poll) }
  const [messageId, ...others] = ids
  if (others.length > 0) {
    return { method: 'copyMessages', payload: { from_chat_id: chatId, message_ids: ids } }
  }
  if (correction !== null && found.kind === 'text') {
    return { method: 'sendMessage', payload: { ...correction } }
  }
  const caption =
    correction === null ? {} : { caption: correction.text, caption_entities: correction.entities }
  return {
    method: 'copyMessage',
    payload: { from_chat_id: chatId, message_id: messageId, ...caption },
  }
}

/** Asked anew in each chat, and not anonymous: only of such a poll Telegram tells the bot the votes. */
function pollPayload(poll: NonNullable<Announcement['poll']>): Record<string, unknown> {
  const { question, options, multiple, correct, explanation } = poll
  return {
    question,
    options: options.map((text) => ({ text })),
    is_anonymous: false,
    allows_multiple_answers: multiple,
    ...(correct === null ? {} : { type: 'quiz', correct_option_ids: correct }),
    ...(explanation === null ? {} : { explanation }),
  }
}

function readButton(
  { t }: ViewContext,
  announcementId: number,
  read: boolean,
): Record<string, unknown> {
  const text = t(read ? 'button-announcement-was-read' : 'button-announcement-read')
  return keyboard([[{ text, data: callbackData('announcementRead', announcementId) }]])
}

/** Below an album, which can have no button. */
export const announcementLine: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const found = await findAnnouncement(view.db, announcementId)
  if (found === undefined || found.state === 'recalled') return { cancel: 'taken back' }
  return {
    send: {
      method: 'sendMessage',
      payload: {
        text: view.t('announcement-line'),
        parse_mode: 'HTML',
        reply_markup: readButton(view, announcementId, false),
      },
    },
  }
}

/** The button, once it was pressed. */
export const announcementRead: View<AnnouncementArgs> = (view, { announcementId, replaces }) => ({
  send: {
    method: 'editMessageReplyMarkup',
    payload: { message_id: replaces, reply_markup: readButton(view, announcementId, true) },
  },
})

/** The corrected wording, into a copy that has arrived. */
export const announcementEdit: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const found = await findAnnouncement(view.db, announcementId)
  const copy = await findCopy(view.db, announcementId, personOf(view).id)
  const correction = found?.correction
  if (correction === null || correction === undefined || found?.state === 'recalled') {
    return { cancel: 'no correction stands' }
  }
  const album = (found?.sourceIds.length ?? 0) > 1
  const messageId = album ? copy?.messageIds[0] : copy?.messageIds.at(-1)
  if (copy === undefined || messageId === undefined) return { cancel: 'there is no copy' }
  const { text, entities } = correction
  const markup = album ? {} : { reply_markup: readButton(view, announcementId, copy.acknowledged) }
  return {
    send:
      found?.kind === 'text'
        ? {
            method: 'editMessageText',
            payload: { message_id: messageId, text, entities, ...markup },
          }
        : {
            method: 'editMessageCaption',
            payload: {
              message_id: messageId,
              caption: text,
              caption_entities: entities,
              ...markup,
            },
          },
  }
}

/** All copies that stand in one chat, taken away. */
export const announcementRemoval: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const copy = await findCopy(view.db, announcementId, personOf(view).id)
  if (copy === undefined || copy.messageIds.length === 0) return { cancel: 'there is no copy' }
  return { send: { method: 'deleteMessages', payload: { message_ids: copy.messageIds } } }
}

/** To one who has it and has not said so. */
export const announcementReminder: View<AnnouncementArgs> = async (view, { announcementId }) => {
  const found = await findAnnouncement(view.db, announcementId)
  const copy = await findCopy(view.db, announcementId, personOf(view).id)
  if (found === undefined || found.state === 'recalled' || copy === undefined) {
    return { cancel: 'taken back' }
  }
  if (copy.acknowledged) return { cancel: 'read meanwhile' }
  const reminder = textMessage({ html: view.t('announcement-reminder') })
  if (!('send' in reminder)) return reminder
  return {
    send: {
      method: 'sendMessage',
      payload: {
        ...reminder.send.payload,
        reply_parameters: {
          message_id: copy.messageIds[0],
          allow_sending_without_reply: true,
        },
        reply_markup: readButton(view, announcementId, false),
      },
    },
  }
}
