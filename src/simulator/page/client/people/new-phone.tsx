import type { JSX } from 'preact'
import { useState } from 'preact/hooks'

import { bot } from '../store/bot.ts'
import { go } from '../store/connection.ts'
import { parseDeepLink } from '../store/deep-link.ts'
import { demo } from '../store/demo.ts'
import { newPhone, suggestedName } from '../store/new-person.ts'
import { texts } from '../store/settings.ts'

/** A phone for somebody who is not there yet, at a deep link if one is given. */
export function NewPhone({ onDone }: { onDone?: () => void }): JSX.Element {
  const { start: words } = texts.value
  const [name, setName] = useState('')
  const [link, setLink] = useState('')
  const suggested = suggestedName()
  const username = bot.value?.username ?? ''
  const parsed = link.trim() === '' ? null : parseDeepLink(link, username)
  const invite = demo.value?.invite

  return (
    <form
      class="new-phone"
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed === undefined) return
        go(newPhone(name.trim() || suggested, parsed === null ? undefined : parsed.payload))
        setName('')
        setLink('')
        onDone?.()
      }}
    >
      <label>
        <span>{words.name}</span>
        <input
          value={name}
          maxLength={64}
          placeholder={suggested}
          autocomplete="off"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{words.link}</span>
        <input
          value={link}
          placeholder={words.linkHint}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={parsed === undefined}
          onInput={(event) => setLink(event.currentTarget.value)}
        />
      </label>
      {parsed === undefined && (
        <p class="form-problem" role="alert">
          {words.badLink(username)}
        </p>
      )}
      <div class="form-buttons">
        {invite !== undefined && link === '' && (
          <button type="button" class="quiet" onClick={() => setLink(invite.link)}>
            {words.useInvite}
          </button>
        )}
        <button type="submit" class="main" disabled={parsed === undefined}>
          {words.open}
        </button>
      </div>
    </form>
  )
}
