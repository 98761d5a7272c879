import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { signal } from '@preact/signals'

import { chatOf } from '../store/chats.ts'
import { now } from '../store/clock.ts'
import { people, markSeen, nameOf } from '../store/people.ts'
import { current, focusWanted, narrow, view } from '../store/phones.ts'
import { texts } from '../store/settings.ts'
import { timeText } from '../ui/format.ts'
import { Icon } from '../ui/icons.tsx'
import { PhoneProvider } from './context.ts'
import type { Overlay, PhoneScope } from './context.ts'
import { EmptyChat } from './empty-chat.tsx'
import { MessageList } from './message-list.tsx'
import { Overlays } from './overlays.tsx'
import { PhoneBottom } from './phone-bottom.tsx'
import { PhoneHeader } from './phone-header.tsx'
import { PinnedBar } from './pinned-bar.tsx'
import { PhoneToast } from './toast.tsx'

interface PhoneProps {
  id: number
  onBack?: () => void
}

/** One person's phone with the bot's chat open. */
export function Phone({ id, onBack }: PhoneProps): JSX.Element | null {
  const person = people.value.get(id)
  const chat = chatOf(id)
  const own = useMemo(
    () => ({
      overlay: signal<Overlay | null>(null),
      composing: signal<PhoneScope['composing']['value']>(null),
      target: signal<{ id: number } | null>(null),
    }),
    [id],
  )
  const newest = chat.messages.value.at(-1)?.id
  useEffect(() => {
    const looked = !narrow.value || (view.value === 'phone' && current.value === id)
    if (newest !== undefined && looked) markSeen(id, newest)
  })
  useFocus(id)
  const scope = useMemo<PhoneScope | null>(
    () =>
      person === undefined
        ? null
        : {
            chat,
            person,
            overlay: own.overlay,
            composing: own.composing,
            showMessage: (messageId) => {
              own.target.value = { id: messageId }
            },
          },
    [chat, person, own],
  )
  if (person === undefined || scope === null) return null
  const name = nameOf(person)
  return (
    <PhoneProvider value={scope}>
      <div class={`screen ${person.online ? '' : 'offline'}`}>
        <div class="status-bar" aria-hidden="true">
          <StatusTime />
          <Icon name={person.online ? 'signal' : 'signalOff'} size={15} />
        </div>
        <PhoneHeader {...(onBack !== undefined && { onBack })} />
        <PinnedBar />
        <div class="wallpaper">
          {chat.messages.value.length === 0 ? (
            <EmptyChat />
          ) : (
            <MessageList label={texts.value.chat.log(name)} target={own.target.value} />
          )}
          <PhoneToast />
        </div>
        <PhoneBottom />
        <Overlays />
      </div>
    </PhoneProvider>
  )
}

/**
 * A phone that was just taken up is written on at once, as in Telegram's own windows. Not by a
 * finger: there the focus would raise a keyboard.
 */
function useFocus(id: number): void {
  const ready = chatOf(id).state.value === 'ready'
  const wanted = focusWanted.value === id
  useEffect(() => {
    if (!wanted || !ready) return
    focusWanted.value = null
    if (!matchMedia('(hover: hover)').matches) return
    document
      .querySelector<HTMLElement>(`[data-person="${id}"] :is(.composer textarea, .bottom-button)`)
      ?.focus({ preventScroll: true })
  }, [wanted, ready, id])
}

/** By itself, so that a clock that runs draws four digits anew and not the phone. */
function StatusTime(): JSX.Element {
  return <span>{now.value === 0 ? '' : timeText(now.value / 1000)}</span>
}
