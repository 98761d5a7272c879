import type { JSX } from 'preact'

import { go } from './store/connection.ts'
import { setSignal } from './store/new-person.ts'
import { nameOf, people, unreadOf } from './store/people.ts'
import { current, openPhone, shownPhones } from './store/phones.ts'
import { texts } from './store/settings.ts'
import { Avatar } from './ui/avatar.tsx'
import { SignalSwitch } from './signal-switch.tsx'

/** The phones that are on, where only one fits; beside them the signal of the one in hand. */
export function Switcher(): JSX.Element {
  const { phone: words, people: peopleWords } = texts.value
  const inHand = current.value === null ? undefined : people.value.get(current.value)
  return (
    <div class="switcher">
      <ul aria-label={words.switcher}>
        {shownPhones.value.map((id) => {
          const person = people.value.get(id)
          if (person === undefined) return null
          const unread = unreadOf(id)
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={words.of(nameOf(person))}
                aria-current={current.value === id}
                onClick={() => openPhone(id)}
              >
                <Avatar id={id} name={nameOf(person)} />
                <span>{person.firstName}</span>
                {unread > 0 && (
                  <span class="badge" aria-label={peopleWords.unread(unread)}>
                    {unread}
                  </span>
                )}
              </button>
            </li>
          )
        })}
      </ul>
      {inHand !== undefined && (
        <SignalSwitch
          online={inHand.online}
          onChange={(online) => go(setSignal(inHand.id, online))}
        />
      )}
    </div>
  )
}
