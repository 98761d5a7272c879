import type { MessageEntity } from 'grammy/types'

import { checkLink, userIdOfLink } from './links.ts'
import type { FindUser } from './types.ts'

/** The entity that a link makes, or undefined where Telegram drops it (a bad link, a stranger). */
export function linkEntity(
  url: string,
  place: { offset: number; length: number },
  findUser: FindUser,
): MessageEntity | undefined {
  const userId = userIdOfLink(url)
  if (userId !== undefined) {
    const user = findUser(userId)
    return user === undefined ? undefined : { type: 'text_mention', ...place, user }
  }
  const link = checkLink(url)
  return link.ok ? { type: 'text_link', ...place, url: link.url } : undefined
}
