import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'

import { showToast } from '../store/chats.ts'
import { go } from '../store/connection.ts'
import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'
import type { PhoneScope } from './context.ts'
import { perform, stopsOffline } from './do.ts'

/** Bytes: what a bot may download. */
const MAX_FILE = 20 * 1024 * 1024

export function AttachButton(): JSX.Element {
  const phone = usePhone()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class="field-button"
        aria-label={texts.value.chat.attach}
        onClick={() => {
          if (!stopsOffline(phone)) input.current?.click()
        }}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file !== undefined) go(send(phone, file))
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

async function send({ chat }: PhoneScope, file: File): Promise<void> {
  if (file.size > MAX_FILE) {
    showToast(chat, texts.peek().chat.tooBig)
    return
  }
  const isPhoto = /^image\/(?:png|jpeg)$/u.test(file.type)
  await perform(chat, {
    action: 'file',
    kind: isPhoto ? 'photo' : 'document',
    fileName: file.name,
    mimeType: file.type || 'application/octet-stream',
    content: await base64(file),
  })
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
  }
  return btoa(text)
}
