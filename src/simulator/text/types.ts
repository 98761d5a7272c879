import type { MessageEntity, User } from 'grammy/types'

/** Text with its formatting; offsets and lengths are UTF-16 code units, as in the Bot API. */
export interface FormattedText {
  text: string
  entities: MessageEntity[]
}

/** Whom a link to a user (`tg://user?id=…`) means; unknown users are not linked. */
export type FindUser = (id: number) => User | undefined
