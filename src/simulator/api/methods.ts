import { answerCallbackQuery } from './answer-callback-query.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import { copyMessage, copyMessages } from './copy-message.ts'
import { deleteMessage, deleteMessages } from './delete-messages.ts'
import { editMessageCaption } from './edit-message-caption.ts'
import { editMessageMedia } from './edit-message-media.ts'
import { editMessageReplyMarkup } from './edit-message-reply-markup.ts'
import { editMessageText } from './edit-message-text.ts'
import { forwardMessage, forwardMessages } from './forward-message.ts'
import { getChatMember, getChatMemberCount } from './get-chat-member.ts'
import { getChat } from './get-chat.ts'
import { getFile } from './get-file.ts'
import { getMe } from './get-me.ts'
import { getUpdates } from './get-updates.ts'
import { leaveChat } from './leave-chat.ts'
import { getChatMenuButton, setChatMenuButton } from './menu-button.ts'
import { pinChatMessage, unpinAllChatMessages, unpinChatMessage } from './pin-chat-message.ts'
import {
  getMyDescription,
  getMyName,
  getMyShortDescription,
  setMyDescription,
  setMyName,
  setMyShortDescription,
} from './profile.ts'
import { sendChatAction } from './send-chat-action.ts'
import { sendMediaGroup } from './send-media-group.ts'
import {
  sendAnimation,
  sendAudio,
  sendDocument,
  sendPhoto,
  sendVideo,
  sendVoice,
} from './send-media.ts'
import { sendMessage } from './send-message.ts'
import { sendPoll } from './send-poll.ts'
import { setMessageReaction } from './set-message-reaction.ts'
import { stopPoll } from './stop-poll.ts'
import type { Method } from './types.ts'
import { deleteWebhook, getWebhookInfo, setWebhook } from './webhook-methods.ts'

/** Every method of the Bot API that is simulated. */
const METHODS = {
  answerCallbackQuery,
  copyMessage,
  copyMessages,
  deleteMessage,
  deleteMessages,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  forwardMessage,
  forwardMessages,
  getChat,
  getChatMember,
  getChatMemberCount,
  getChatMenuButton,
  getFile,
  getMe,
  getMyCommands,
  getMyDescription,
  getMyName,
  getMyShortDescription,
  getUpdates,
  getWebhookInfo,
  leaveChat,
  pinChatMessage,
  sendAnimation,
  sendAudio,
  sendChatAction,
  sendDocument,
  sendMediaGroup,
  sendMessage,
  sendPhoto,
  sendPoll,
  sendVideo,
  sendVoice,
  setChatMenuButton,
  setMessageReaction,
  setMyCommands,
  setMyDescription,
  setMyName,
  setMyShortDescription,
  setWebhook,
  stopPoll,
  unpinAllChatMessages,
  unpinChatMessage,
} as const satisfies Record<string, Method>

export type MethodName = keyof typeof METHODS

export const METHOD_NAMES = Object.keys(METHODS) as readonly MethodName[]

/** By the name as it is written, and in small letters: the Bot API takes any case. */
const BY_NAME = new Map<string, readonly [MethodName, Method]>()
for (const [name, method] of Object.entries(METHODS)) {
  BY_NAME.set(name, [name as MethodName, method])
  BY_NAME.set(name.toLowerCase(), [name as MethodName, method])
}

export function findMethod(name: string): readonly [MethodName, Method] | undefined {
  return BY_NAME.get(name) ?? BY_NAME.get(name.toLowerCase())
}
