import { computed, signal } from '@preact/signals'

import type { PhoneMessage } from '../../../people/phone-message.ts'
import { lineAfter } from '../../chat-line.ts'
import type { ChatLine, Person } from './types.ts'

export const people = signal<ReadonlyMap<number, Person>>(new Map())
export const lines = signal<ReadonlyMap<number, ChatLine>>(new Map())
/** The newest message that was seen on each phone. */
const seen = signal<ReadonlyMap<number, number>>(new Map())

export function putPerson(person: Person): void {
  people.value = new Map(people.value).set(person.id, person)
}

export function putPeople(all: readonly Person[]): void {
  people.value = new Map(all.map((person) => [person.id, person]))
}

export function putLines(all: readonly ChatLine[]): void {
  lines.value = new Map(all.map((line) => [line.id, line]))
}

/** Brings the lines of the list up to date with messages that came or changed. */
export function touchLines(changes: readonly { message: PhoneMessage; chatId: number }[]): void {
  if (changes.length === 0) return
  const next = new Map(lines.value)
  for (const { message, chatId } of changes) {
    const before = next.get(chatId) ?? { id: chatId, last: null, waiting: 0 }
    next.set(chatId, lineAfter(before, message))
  }
  lines.value = next
}

export function markSeen(id: number, messageId: number): void {
  if ((seen.peek().get(id) ?? 0) >= messageId) return
  seen.value = new Map(seen.peek()).set(id, messageId)
}

/** How many messages of the bot wait unseen on that phone. */
export function unreadOf(id: number): number {
  const line = lines.value.get(id)
  if (line?.last === null || line === undefined) return 0
  return line.last.id <= (seen.value.get(id) ?? 0) ? 0 : line.waiting
}

export function nameOf(person: Person): string {
  const known = pinned.value.get(person.id)
  if (known !== undefined) return known
  return person.lastName ? `${person.firstName} ${person.lastName}` : person.firstName
}

export const search = signal('')

/** Those whom a visitor can be, with their full names: they stand at the top of the list. */
export const pinned = signal<ReadonlyMap<number, string>>(new Map())

/** Everyone whom the search finds: the pinned, then those with the newest messages. */
export const found = computed<readonly Person[]>(() => {
  const words = search.value.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  const dateOf = (person: Person): number => lines.value.get(person.id)?.last?.date ?? 0
  const order = (person: Person): number => lines.value.get(person.id)?.last?.id ?? 0
  return [...people.value.values()]
    .filter((person) => {
      const text = `${nameOf(person)} ${person.username ?? ''} ${person.id}`.toLocaleLowerCase()
      return words.every((word) => text.includes(word))
    })
    .sort(
      (a, b) =>
        Number(pinned.value.has(b.id)) - Number(pinned.value.has(a.id)) ||
        dateOf(b) - dateOf(a) ||
        order(b) - order(a) ||
        a.id - b.id,
    )
})
