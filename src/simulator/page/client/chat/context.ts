import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Signal } from '@preact/signals'

import type { Chat } from '../store/chats.ts'
import type { Person, PhoneMessage } from '../store/types.ts'

/** What lies over the phone, one at a time. */
export type Overlay =
  | { kind: 'actions'; message: PhoneMessage }
  | { kind: 'link'; url: string }
  | { kind: 'picture'; message: PhoneMessage }
  | { kind: 'contact' }
  | { kind: 'commands' }
  | { kind: 'menu' }

/** The phone that a component is part of. */
export interface PhoneScope {
  readonly chat: Chat
  readonly person: Person
  readonly overlay: Signal<Overlay | null>
  /** The message that the next text answers to, or that it changes. */
  readonly composing: Signal<{ mode: 'reply' | 'edit'; message: PhoneMessage } | null>
  /** Shows a message that may be far away. */
  showMessage(id: number): void
}

const PhoneContext = createContext<PhoneScope | null>(null)
export const PhoneProvider = PhoneContext.Provider

export function usePhone(): PhoneScope {
  const scope = useContext(PhoneContext)
  if (scope === null) throw new Error('a part of a phone stands outside of any phone')
  return scope
}
