import { sentMessageOf, wasSent } from '../../messaging/index.ts'
import { menuFor } from '../menu.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type View, type ViewBaseArgs } from './view.ts'

/** Telegram lets a bot delete for 48 hours; an hour less, for what waits in the outbox. */
const DELETABLE_MS = 47 * 3600_000

/**
 * Takes a reminder out of the chat, if it ever got there. One that has grown too old to be deleted
 * (the system was down when its time came) loses its words and buttons: two would look like a pile.
 */
export const nudgeRemoval: View<ViewBaseArgs & { ofKey: string; unlessSent?: string }> = async (
  view,
  args,
) => {
  if (args.unlessSent !== undefined && (await wasSent(view.db, args.unlessSent))) {
    return { cancel: 'the reminder went away by itself' }
  }
  const sent = await sentMessageOf(view.db, args.ofKey)
  if (sent === undefined) return { cancel: 'the reminder was not sent' }
  const { messageId, chatId, sentAt } = sent
  // In the chat of the person's new account that number is another message.
  if (chatId !== view.person?.chatId) return { cancel: 'the reminder stands in another chat' }
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
