import type { JSX } from 'preact'

import { go } from '../store/connection.ts'
import { closePhone } from '../store/phones.ts'
import { nameOf } from '../store/people.ts'
import { texts } from '../store/settings.ts'
import { Sheet } from '../ui/dialog.tsx'
import { Icon } from '../ui/icons.tsx'
import { usePhone } from './context.ts'
import { perform, stopsOffline } from './do.ts'

/** Block and unblock, and putting the phone away. */
export function ChatMenu({ onClose }: { onClose(): void }): JSX.Element {
  const phone = usePhone()
  const { chat, person } = phone
  const { phone: words } = texts.value
  return (
    <Sheet label={words.menu} onClose={onClose} class="sheet-actions">
      <button
        type="button"
        class={person.blocked ? '' : 'danger'}
        onClick={() => {
          onClose()
          if (stopsOffline(phone)) return
          go(perform(chat, { action: person.blocked ? 'unblock' : 'block' }))
        }}
      >
        <Icon name="block" />
        {person.blocked ? words.unblock : words.block}
      </button>
      <button
        type="button"
        onClick={() => {
          onClose()
          closePhone(person.id)
        }}
      >
        <Icon name="close" />
        {words.put(nameOf(person))}
      </button>
    </Sheet>
  )
}
