import type { JSX } from 'preact'

import { bot } from '../store/bot.ts'
import { loadChat } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import { BotAvatar } from '../ui/avatar.tsx'
import { usePhone } from './context.ts'

/** A chat in which nothing was said: the bot introduces itself. */
export function EmptyChat(): JSX.Element {
  const { chat, person } = usePhone()
  const { chat: words, failed, again } = texts.value
  if (chat.state.value === 'failed') {
    return (
      <div class="messages empty">
        <p class="empty-note">
          {failed}{' '}
          <button type="button" class="like-link" onClick={() => go(loadChat(chat))}>
            {again}
          </button>
        </p>
      </div>
    )
  }
  if (chat.state.value !== 'ready') return <div class="messages empty" aria-busy="true" />
  return (
    <div class="messages empty">
      <div class="introduction">
        <BotAvatar />
        {person.started ? (
          <p>{words.empty}</p>
        ) : (
          <>
            <b>{words.whatCan}</b>
            <p>{bot.value?.description || words.noDescription}</p>
          </>
        )}
      </div>
    </div>
  )
}
