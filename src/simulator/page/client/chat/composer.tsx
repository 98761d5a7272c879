import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { CommandList, matching } from './command-list.tsx'
import { ComposingBar } from './composing-bar.tsx'
import { usePhone } from './context.ts'
import { perform, sendText } from './do.ts'
import { keyboardOf } from './keyboard-of.ts'
import { ReplyKeyboard } from './reply-keyboard.tsx'
import { AttachButton } from './attach.tsx'

/** Lines that the field grows to before it scrolls, pixels. */
const MAX_HEIGHT = 132

/** Where one types: the menu of commands, the field, and the bot's own keyboard below it. */
export function Composer(): JSX.Element {
  const { chat, person, composing, overlay } = usePhone()
  const { chat: words } = texts.value
  const [text, setText] = useState('')
  const [hidden, setHidden] = useState<number | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const keyboard = keyboardOf(chat.messages.value)
  const keyboardShown = keyboard !== undefined && hidden !== keyboard.messageId
  const suggestions = matching(chat.commands.value, text)
  const target = composing.value

  useEffect(() => {
    if (target === null) return
    if (target.mode === 'edit') setText(target.message.text)
    field.current?.focus()
  }, [target])

  useEffect(() => {
    const area = field.current
    if (area === null) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT)}px`
  }, [text])

  function submit(): void {
    const typed = text.trim()
    if (typed === '') return
    setText('')
    composing.value = null
    if (target?.mode === 'edit') {
      go(perform(chat, { action: 'edit', messageId: target.message.id, text: typed }))
    } else go(sendText(chat, person, typed, target?.message.id))
  }

  return (
    <div class="composer">
      {suggestions.length > 0 && (
        <CommandList
          commands={suggestions}
          onChoose={(command) => {
            setText('')
            go(sendText(chat, person, command))
          }}
        />
      )}
      <ComposingBar
        onCancel={() => {
          if (target?.mode === 'edit') setText('')
          composing.value = null
        }}
      />
      <form
        class="composer-row"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {chat.commands.value.length > 0 && (
          <button
            type="button"
            class="menu-button"
            aria-label={words.commandsLabel}
            aria-haspopup="dialog"
            onClick={() => {
              overlay.value = { kind: 'commands' }
            }}
          >
            <Icon name="menu" size={18} />
            <span class={text === '' ? '' : 'visually-hidden'}>{words.commands}</span>
          </button>
        )}
        <div class="field">
          <textarea
            ref={field}
            rows={1}
            value={text}
            placeholder={keyboard?.placeholder ?? words.message}
            aria-label={words.message}
            enterkeyhint="send"
            onInput={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
                event.preventDefault()
                submit()
              } else if (event.key === 'Escape' && target !== null) {
                event.stopPropagation()
                if (target.mode === 'edit') setText('')
                composing.value = null
              }
            }}
          />
          {keyboard !== undefined && (
            <button
              type="button"
              class="field-button"
              aria-label={words.keyboard}
              aria-pressed={keyboardShown}
              onClick={() => setHidden(keyboardShown ? keyboard.messageId : null)}
            >
              <Icon name="grid" />
            </button>
          )}
          {target === null && <AttachButton caption={text} onSent={() => setText('')} />}
        </div>
        <button type="submit" class="send" aria-label={words.send} disabled={text.trim() === ''}>
          <Icon name="send" size={22} />
        </button>
      </form>
      {keyboard !== undefined && keyboardShown && (
        <ReplyKeyboard
          keyboard={keyboard}
          onUsed={() => {
            if (keyboard.oneTime) setHidden(keyboard.messageId)
          }}
        />
      )}
    </div>
  )
}
