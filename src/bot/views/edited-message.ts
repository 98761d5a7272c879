import { isToBeSent, sentMessageOf, type Rendered } from '../../messaging/index.ts'
import { personOf } from './person-texts.ts'
import { textMessage, type TextMessage, type ViewContext } from './view.ts'

/** Elapsed milliseconds before an edit looks again whether its message is there. */
const AGAIN_MS = 300

/**
 * A message that tells how far something is: sent once, under a key, and edited from then on.
 *
 * @param edit whether this row is one of the edits
 */
export async function editedMessage(
  view: ViewContext,
  key: string,
  edit: boolean,
  message: TextMessage,
): Promise<Rendered> {
  if (!edit) return textMessage(message)
  const sent = await sentMessageOf(view.db, key)
  // In the chat of the person's new account that number is another message.
  if (sent?.chatId === personOf(view).chatId) {
    return textMessage(message, { replaces: sent.messageId })
  }
  return (await isToBeSent(view.db, key))
    ? { later: 'its message is on its way', retryInMs: AGAIN_MS }
    : { cancel: 'there is nothing to edit' }
}
