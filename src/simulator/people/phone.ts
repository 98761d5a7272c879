import type { Message, ReactionType } from 'grammy/types'

import { inlineOf } from '../api/markup.ts'
import { hashText, shuffled } from '../random.ts'
import { closeIfDue } from '../world/poll.ts'
import type { Bot, Chat, PollState, StoredMessage } from '../world/state.ts'
import { phoneMedia } from './phone-media.ts'
import type { PhoneMessage, PhonePoll } from './phone-message.ts'

/** What the person's phone shows of the chat, oldest first. */
export function phoneMessages(bot: Bot, chat: Chat, personId: number): PhoneMessage[] {
  return Array.from(chat.messages.values(), (stored) => phoneMessage(bot, chat, stored, personId))
}

export function phoneMessage(
  bot: Bot,
  chat: Chat,
  stored: StoredMessage,
  personId: number,
): PhoneMessage {
  const { wire, markup, poll } = stored
  const inline = inlineOf(markup)
  const media = phoneMedia(wire)
  const service = serviceOf(wire)
  const forwardedFrom = forwardName(wire)
  return {
    id: wire.message_id,
    fromBot: stored.fromBot,
    fromId: wire.from?.id ?? bot.me.id,
    date: wire.date,
    ...(wire.edit_date !== undefined && { editDate: wire.edit_date }),
    text: wire.text ?? wire.caption ?? '',
    entities: wire.entities ?? wire.caption_entities ?? [],
    ...(media !== undefined && { media }),
    ...(poll !== undefined && { poll: phonePoll(bot, poll, personId) }),
    ...(inline !== undefined && { buttons: inline.inline_keyboard }),
    ...(markup !== undefined && !('inline_keyboard' in markup) && { keyboard: markup }),
    silent: stored.silent,
    protected: wire.has_protected_content === true,
    ...(wire.reply_to_message !== undefined && { replyTo: wire.reply_to_message.message_id }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
    ...(wire.media_group_id !== undefined && { album: wire.media_group_id }),
    pinned: chat.pinned.includes(wire.message_id),
    reactions: shownReactions(bot, stored.reactions),
    ...(service !== undefined && { service }),
  }
}

/** The positions of the options as this person sees them: shuffled once, and then the same. */
export function displayOrder(poll: PollState, personId: number): number[] {
  const positions = poll.options.map((_, position) => position)
  return poll.shuffle ? shuffled(positions, hashText(`${poll.id}:${personId}`)) : positions
}

function phonePoll(bot: Bot, poll: PollState, personId: number): PhonePoll {
  closeIfDue(bot, poll)
  const mine = poll.votes.get(personId) ?? []
  const answered = mine.length > 0
  const revealed = poll.closed || (answered && !poll.hideResults)
  const voters = [...poll.votes.values()].filter(({ length }) => length > 0)
  return {
    id: poll.id,
    question: poll.question,
    questionEntities: poll.questionEntities,
    options: displayOrder(poll, personId).map((position) => {
      const option = poll.options[position]
      return {
        text: option?.text ?? '',
        entities: option?.entities ?? [],
        persistentId: option?.persistentId ?? '',
        position,
        chosen: mine.includes(position),
        ...(revealed && { voters: voters.filter((vote) => vote.includes(position)).length }),
        ...(revealed && poll.quiz && { correct: poll.correct.includes(position) }),
      }
    }),
    voters: voters.length,
    closed: poll.closed,
    quiz: poll.quiz,
    anonymous: poll.anonymous,
    multiple: poll.multiple,
    revotable: poll.revotable,
    answered,
    ...(poll.quiz && answered && { right: isRight(poll, mine) }),
    ...(poll.quiz &&
      (revealed || answered) &&
      poll.explanation !== '' && {
        explanation: poll.explanation,
        explanationEntities: poll.explanationEntities,
      }),
    ...(poll.closeDate !== undefined && { closeDate: poll.closeDate }),
  }
}

/** A quiz is answered right when exactly the correct options are chosen. */
export function isRight(poll: PollState, chosen: readonly number[]): boolean {
  return chosen.length === poll.correct.length && chosen.every((id) => poll.correct.includes(id))
}

function shownReactions(
  bot: Bot,
  reactions: ReadonlyMap<number, readonly ReactionType[]> | undefined,
): PhoneMessage['reactions'] {
  const shown: PhoneMessage['reactions'] = []
  for (const [id, list] of reactions ?? []) {
    for (const reaction of list) {
      if (reaction.type !== 'emoji') continue
      shown.push({ byBot: id === bot.me.id, personId: id, emoji: reaction.emoji })
    }
  }
  return shown
}

function serviceOf(wire: Message): PhoneMessage['service'] {
  if (wire.pinned_message !== undefined) return 'pinned'
  if (wire.new_chat_members !== undefined) return 'joined'
  return wire.left_chat_member === undefined ? undefined : 'left'
}

function forwardName({ forward_origin: origin }: Message): string | undefined {
  if (origin === undefined) return undefined
  if (origin.type === 'user') return origin.sender_user.first_name
  return origin.type === 'hidden_user' ? origin.sender_user_name : ''
}
