import type { JSX } from 'preact'

import { fileAddress } from '../store/api.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import type { PhoneMessage } from '../store/types.ts'
import { Sheet } from '../ui/dialog.tsx'
import { CommandList } from './command-list.tsx'
import { usePhone } from './context.ts'
import { perform, sendText, stopsOffline } from './do.ts'
import { ChatMenu } from './chat-menu.tsx'
import { MessageActions } from './message-actions.tsx'

/** What lies over the phone at the moment, if anything does. */
export function Overlays(): JSX.Element | null {
  const { chat, person, overlay } = usePhone()
  const { chat: words } = texts.value
  const close = (): void => {
    overlay.value = null
  }
  const shown = overlay.value
  if (shown === null) return <Alert />
  switch (shown.kind) {
    case 'actions':
      return <MessageActions message={shown.message} onClose={close} />
    case 'commands':
      return (
        <Sheet label={words.commandsLabel} onClose={close} class="sheet-commands">
          <CommandList
            commands={chat.commands.value}
            onChoose={(command) => {
              close()
              go(sendText(chat, person, command))
            }}
          />
        </Sheet>
      )
    case 'link':
      return <OpenLink url={shown.url} onClose={close} />
    case 'picture':
      return <Picture message={shown.message} onClose={close} />
    case 'contact':
      return <ShareContact onClose={close} />
    case 'menu':
      return <ChatMenu onClose={close} />
  }
}

function OpenLink({ url, onClose }: { url: string; onClose(): void }): JSX.Element {
  const { chat: words, cancel } = texts.value
  return (
    <Sheet label={words.openLink} onClose={onClose}>
      <h3>{words.openLink}</h3>
      <p class="sheet-address">{url}</p>
      <p>{words.openLinkNote}</p>
      <div class="sheet-buttons">
        <button type="button" onClick={onClose}>
          {cancel}
        </button>
        <a class="main" href={url} target="_blank" rel="noopener noreferrer" onClick={onClose}>
          {words.openIt}
        </a>
      </div>
    </Sheet>
  )
}

/** A number that no one has: it begins with an area code that does not exist. */
const INVENTED_NUMBER = '+62000000000'

function ShareContact({ onClose }: { onClose(): void }): JSX.Element {
  const phone = usePhone()
  const { chat: words, cancel } = texts.value
  return (
    <Sheet label={words.shareContact} onClose={onClose}>
      <h3>{words.shareContact}</h3>
      <p>
        {words.shareContactNote} <b>{INVENTED_NUMBER}</b>
      </p>
      <div class="sheet-buttons">
        <button type="button" onClick={onClose}>
          {cancel}
        </button>
        <button
          type="button"
          class="main"
          data-first
          onClick={() => {
            onClose()
            if (stopsOffline(phone)) return
            go(perform(phone.chat, { action: 'contact', phoneNumber: INVENTED_NUMBER }))
          }}
        >
          {words.share}
        </button>
      </div>
    </Sheet>
  )
}

function Picture({
  message,
  onClose,
}: {
  message: PhoneMessage
  onClose(): void
}): JSX.Element | null {
  if (message.media === undefined) return null
  const { chat: words, close } = texts.value
  return (
    <Sheet label={words.photo} onClose={onClose} class="sheet-picture">
      <button type="button" class="picture-close" aria-label={close} onClick={onClose}>
        <img src={fileAddress(message.media.fileId)} alt={message.text || words.photo} />
      </button>
    </Sheet>
  )
}

/** What a bot says in an alert has to be closed. */
function Alert(): JSX.Element | null {
  const { chat } = usePhone()
  const toast = chat.toast.value
  if (toast?.alert !== true) return null
  const close = (): void => {
    chat.toast.value = null
  }
  return (
    <Sheet label={toast.text} onClose={close} class="sheet-alert">
      <p>{toast.text}</p>
      <div class="sheet-buttons">
        <button type="button" class="main" onClick={close}>
          {texts.value.chat.ok}
        </button>
      </div>
    </Sheet>
  )
}
