import type { JSX } from 'preact'

import { go } from '../store/connection.ts'
import { focusWanted } from '../store/phones.ts'
import { texts } from '../store/settings.ts'
import { Composer } from './composer.tsx'
import { usePhone } from './context.ts'
import { perform, stopsOffline } from './do.ts'

/** What is at the bottom of a chat: where one types, or the one thing that can be done now. */
export function PhoneBottom(): JSX.Element {
  const phone = usePhone()
  const { chat, person } = phone
  const { chat: words, phone: phoneWords } = texts.value
  const payload = chat.startPayload.value
  if (person.deactivated) return <p class="bottom-note">{phoneWords.gone}</p>

  function start(): void {
    if (stopsOffline(phone)) return
    chat.startPayload.value = null
    go(
      perform(chat, payload ? { action: 'start', payload } : { action: 'start' }).then(() => {
        // The button is gone: one goes on where one types.
        focusWanted.value = chat.id
      }),
    )
  }
  if (person.blocked && payload === null) {
    return (
      <button
        type="button"
        class="bottom-button"
        onClick={() => {
          if (!stopsOffline(phone)) go(perform(chat, { action: 'unblock' }))
        }}
      >
        {phoneWords.unblock}
      </button>
    )
  }
  if (!person.started || payload !== null) {
    return (
      <button type="button" class="bottom-button start" onClick={start}>
        {words.start}
      </button>
    )
  }
  return <Composer />
}
