import { act, createPerson } from './api.ts'
import { chatOf, showToast } from './chats.ts'
import { demo } from './demo.ts'
import type { GalleryPerson } from './demo.ts'
import { people, putPerson } from './people.ts'
import { openPhone, type OpenOptions } from './phones.ts'
import { locale } from './settings.ts'

/** Invented names from South Sulawesi for phones that nobody has named. */
const NAMES = [
  'Andi Fitri',
  'Nurhayati',
  'Baso Amir',
  'Hasna',
  'Daeng Tata',
  'Sitti Rahma',
  'Rusdi',
  'Besse Intan',
  'Ambo Sakka',
  'Mutmainnah',
  'Syamsul',
  'Indo Tang',
]

/** Ids of people made here begin here: far from those that a demo or a script would choose. */
const FIRST_ID = 990_000_001

export function suggestedName(): string {
  const taken = new Set([...people.value.values()].map(({ firstName }) => firstName))
  return NAMES.find((name) => !taken.has(name)) ?? `${NAMES[0] ?? ''} ${people.value.size + 1}`
}

function freeId(): number {
  let id = FIRST_ID
  while (people.peek().has(id)) id += 1
  return id
}

/** A new phone in a new hand; with a payload it stands at START of that deep link. */
export async function newPhone(firstName: string, payload?: string): Promise<void> {
  const person = await createPerson({ id: freeId(), firstName, languageCode: locale.peek() })
  putPerson(person)
  openPhone(person.id, payload === undefined ? {} : { payload })
}

/** Takes up the phone of someone of the gallery; a newcomer's stands at the invitation. */
export async function becomePerson(one: GalleryPerson, options: OpenOptions = {}): Promise<void> {
  const known = people.peek().get(one.id)
  const person =
    known ?? (await createPerson({ id: one.id, firstName: one.name, languageCode: locale.peek() }))
  putPerson(person)
  const code = demo.peek()?.invite.code
  const invited = one.role === 'newcomer' && !person.started && code !== undefined
  openPhone(one.id, invited ? { ...options, payload: code } : options)
}

/** Takes up that phone and sends a command with it, as if it were typed: what comes of it is in sight. */
export async function askAs(one: GalleryPerson, text: string): Promise<void> {
  await becomePerson(one, { read: true })
  await act(one.id, { action: 'text', text })
}

/** The signal of a phone; what was written without it goes out as soon as it is back. */
export async function setSignal(id: number, online: boolean): Promise<void> {
  const { person } = await act(id, { action: 'online', online })
  putPerson(person)
  if (!online) return
  const chat = chatOf(id)
  const waiting = chat.pending.peek()
  chat.pending.value = []
  for (const { text, replyTo } of waiting) {
    // One after another: the bot must read them in the order in which they were written.
    await act(id, {
      action: 'text',
      text,
      ...(replyTo !== undefined && { replyTo }),
    }).catch((error: unknown) => showToast(chat, String(error)))
  }
}
