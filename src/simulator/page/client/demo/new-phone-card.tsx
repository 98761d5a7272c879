import type { JSX } from 'preact'

import { go } from '../store/connection.ts'
import { demo } from '../store/demo.ts'
import { newPhone, suggestedName } from '../store/new-person.ts'
import { texts } from '../store/settings.ts'
import { Icon } from '../ui/icons.tsx'

/** The sixth card: nobody of the gallery, but a new phone at the demo's own invitation. */
export function NewPhoneCard(): JSX.Element {
  const { start: words } = texts.value
  return (
    <button
      type="button"
      class="role-card new-card"
      onClick={() => go(newPhone(suggestedName(), demo.value?.invite.code))}
    >
      <span class="role-line">
        <Icon name="plus" size={18} />
        {words.newPhone}
      </span>
      <span class="role-story">{words.newPhoneInvited}</span>
    </button>
  )
}
