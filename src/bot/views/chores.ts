import { sentMessageOf } from '../../messaging/index.ts'
import { menuFor } from '../menu.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Telegram lets a bot delete for 48 hours; an hour less, for what waits in the outbox. */
const DELETABLE_MS = 47 * 3600_000

/**
 * Takes a reminder out of the chat, if it ever got there. Over a weekend it has grown too old to be
 * deleted: then its words and buttons go, since two reminders in a chat look like a pile.
 */
export const nudgeRemoval: View<ViewBaseArgs & { ofKey: string }> = async (view, args) => {
  const sent = await sentMessageOf(view.db, args.ofKey)
  if (sent === undefined) return { cancel: 'the reminder was not sent' }
  const { messageId, sentAt } = sent
  return view.now.getTime() - sentAt.getTime() < DELETABLE_MS
    ? { send: { method: 'deleteMessage', payload: { message_id: messageId } } }
    : textMessage({ html: view.t('nudge-over') }, { replaces: messageId })
}

/** The person's own command menu, by role and language. */
export const menu: View<ViewBaseArgs> = async (view) => {
  const person = personOf(view)
  const roles = await view.rolesOf(person.id)
  return {
    send: {
      method: 'setMyCommands',
      payload: {
        commands: menuFor(view.t, person.locale, roles),
        scope: { type: 'chat', chat_id: person.chatId },
      },
    },
  }
}

/** The one thing that the bot does in a group, after its one line. */
export const leaveGroup: View<ViewBaseArgs> = () => ({
  send: { method: 'leaveChat', payload: {} },
})
