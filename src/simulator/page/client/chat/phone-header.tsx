import type { JSX } from 'preact'

import { bot } from '../store/bot.ts'
import { texts } from '../store/settings.ts'
import { BotAvatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'

interface PhoneHeaderProps {
  /** Leads back to the list, where only one phone fits. */
  onBack?: () => void
}

export function PhoneHeader({ onBack }: PhoneHeaderProps): JSX.Element {
  const { overlay } = usePhone()
  const { phone: words } = texts.value
  const name = bot.value?.name || bot.value?.username || ''
  return (
    <header class="chat-header">
      {onBack !== undefined && (
        <button type="button" class="icon-button" aria-label={words.back} onClick={onBack}>
          <Icon name="back" size={24} />
        </button>
      )}
      <BotAvatar />
      <div class="chat-who">
        <h3>{name}</h3>
        <p class="chat-status">
          <Status />
        </p>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={words.menu}
        aria-haspopup="dialog"
        onClick={() => {
          overlay.value = { kind: 'menu' }
        }}
      >
        <Icon name="more" size={22} />
      </button>
    </header>
  )
}

function Status(): JSX.Element {
  const { chat, person } = usePhone()
  const { phone: words, bot: botWord } = texts.value
  if (!person.online) return <span class="connecting">{words.offline}</span>
  const doing = chat.doing.value
  if (doing === null) return <>{botWord.toLocaleLowerCase()}</>
  return (
    <span class="doing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {doing === 'typing' ? words.typing : words.sendingFile}
    </span>
  )
}
