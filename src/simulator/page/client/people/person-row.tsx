import type { JSX } from 'preact'

import { demo } from '../store/demo.ts'
import { lines, nameOf, unreadOf } from '../store/people.ts'
import { current, openPhones } from '../store/phones.ts'
import { locale, texts } from '../store/settings.ts'
import type { ChatPreview, Person } from '../store/types.ts'
import { Avatar } from '../ui/avatar.tsx'
import { count, listTime } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'

interface PersonRowProps {
  person: Person
  /** Place in the list, from 0. */
  at: number
  total: number
  /** Pixels from the top of the list. */
  top: number
  onOpen(): void
}

export function PersonRow({ person, at, total, top, onOpen }: PersonRowProps): JSX.Element {
  const { people: words, phone: phoneWords } = texts.value
  const name = nameOf(person)
  const line = lines.value.get(person.id)
  const unread = unreadOf(person.id)
  const isOpen = openPhones.value.includes(person.id)
  const role = demo.value?.gallery.find(({ id }) => id === person.id)
  return (
    <li style={{ transform: `translateY(${top}px)` }} aria-setsize={total} aria-posinset={at + 1}>
      <button
        type="button"
        class={`person ${current.value === person.id ? 'current' : ''}`}
        data-row={at}
        onClick={onOpen}
      >
        <span class="person-face">
          <Avatar id={person.id} name={name} />
          {isOpen && <span class="open-dot" role="img" aria-label={words.open} />}
        </span>
        <span class="person-words">
          <span class="person-top">
            <span class="person-name">{name}</span>
            {role !== undefined && (
              <span
                class="role-mark"
                role="img"
                aria-label={role.title[locale.value]}
                title={role.title[locale.value]}
              >
                <Icon name={role.role} size={15} />
              </span>
            )}
            {line?.last != null && <span class="person-time">{listTime(line.last.date)}</span>}
          </span>
          <span class="person-bottom">
            <span class="person-last">
              <Last preview={line?.last ?? null} />
            </span>
            {!person.online && <Icon name="signalOff" size={15} />}
            {person.blocked && <span class="tag">{phoneWords.blocked}</span>}
            {unread > 0 && (
              <span class="badge" aria-label={words.unread(unread)}>
                {count(unread)}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
}

function Last({ preview }: { preview: ChatPreview | null }): JSX.Element {
  const { people: words, chat } = texts.value
  if (preview === null) return <i>{words.fresh}</i>
  const kind = preview.kind === 'text' ? undefined : words.kinds[preview.kind]
  return (
    <>
      {!preview.fromBot && <span class="accent">{words.you}: </span>}
      {kind !== undefined && <span class="accent">{kind} </span>}
      {preview.text === '' && kind === undefined ? chat.pinnedService : preview.text}
    </>
  )
}
