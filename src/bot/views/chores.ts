import { sentMessageOf } from '../../messaging/index.ts'
import { menuFor } from '../menu.ts'
import { personOf } from './person-texts.ts'
import type { View, ViewBaseArgs } from './view.ts'

/** Takes a reminder out of the chat, if it ever got there. */
export const nudgeRemoval: View<ViewBaseArgs & { ofKey: string }> = async (view, args) => {
  const sent = await sentMessageOf(view.db, args.ofKey)
  return sent === undefined
    ? { cancel: 'the reminder was not sent' }
    : { send: { method: 'deleteMessage', payload: { message_id: sent.messageId } } }
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
