import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import { Phone } from './chat/phone.tsx'
import { go } from './store/connection.ts'
import { demo } from './store/demo.ts'
import { setSignal } from './store/new-person.ts'
import { nameOf, people } from './store/people.ts'
import { closePhone, current } from './store/phones.ts'
import { locale, texts } from './store/settings.ts'
import { Avatar } from './ui/avatar.tsx'
import { Icon } from './ui/icons.tsx'
import { SignalSwitch } from './signal-switch.tsx'

/** A phone as a thing on the table: whose it is, its signal, and the way to put it away. */
export function PhoneCase({ id }: { id: number }): JSX.Element | null {
  const person = people.value.get(id)
  const box = useRef<HTMLElement>(null)
  const near = useNear(box)
  const inHand = current.value === id
  const { phone: words } = texts.value
  useEffect(() => {
    if (inHand)
      box.current?.scrollIntoView({ behavior: 'smooth', inline: 'nearest', block: 'nearest' })
  }, [inHand])
  if (person === undefined) return null
  const name = nameOf(person)
  const role = demo.value?.gallery.find((one) => one.id === id)
  return (
    <section
      ref={box}
      class={`phone-case ${inHand ? 'in-hand' : ''}`}
      aria-label={words.of(name)}
      data-person={id}
      onFocusCapture={() => {
        current.value = id
      }}
      onPointerDown={() => {
        current.value = id
      }}
    >
      <header class="nameplate">
        <Avatar id={id} name={name} />
        <div>
          <h2>{name}</h2>
          {role !== undefined && <p>{role.title[locale.value]}</p>}
        </div>
        <SignalSwitch online={person.online} onChange={(online) => go(setSignal(id, online))} />
        <button
          type="button"
          class="icon-button"
          aria-label={words.put(name)}
          onClick={() => closePhone(id)}
        >
          <Icon name="close" size={18} />
        </button>
      </header>
      <div class="case">{near && <Phone id={id} />}</div>
    </section>
  )
}

/** Whether it is near what is in sight: a phone far along the table is only its case. */
function useNear(box: { current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.at(-1)?.isIntersecting === true),
      { rootMargin: '0px 800px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return near
}
