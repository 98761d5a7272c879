import { batch } from '@preact/signals'

import { address, readChats, readPerson, readState } from './api.ts'
import { bots } from './bot.ts'
import { heldChat, heldChats, loadChat, loadCommands, removeMessages, upsert } from './chats.ts'
import type { Chat } from './chats.ts'
import { setNow } from './clock.ts'
import { showDoing } from './doing.ts'
import { noteAccepted } from './feed.ts'
import { lines, putLines, putPeople, putPerson, touchLines } from './people.ts'
import { connection } from './connection.ts'
import { showAnswer } from './answers.ts'
import type { LiveEvent, PhoneMessage } from './types.ts'

const TYPES = [
  'message',
  'edited',
  'deleted',
  'action',
  'sync',
  'callback',
  'person',
  'bot',
  'accepted',
] as const

/** More changed people than this are read all at once. */
const MANY = 12

/**
 * Follows the simulator while the page is in view. Events are gathered for a frame, so that a
 * morning on which a thousand lessons go out costs sixty redraws a second and not a thousand.
 */
export function followSimulator(onError: (error: unknown) => void): () => void {
  let source: EventSource | undefined
  let waiting: LiveEvent[] = []
  let frame = 0

  function flush(): void {
    frame = 0
    const events = waiting
    waiting = []
    batch(() => apply(events, onError))
  }
  function take(event: MessageEvent<string>): void {
    waiting.push(JSON.parse(event.data) as LiveEvent)
    if (frame === 0) frame = requestAnimationFrame(flush)
  }
  function open(): void {
    if (source !== undefined) return
    source = new EventSource(address('/sim/events'))
    source.addEventListener('hello', (event: MessageEvent<string>) => {
      connection.value = 'live'
      setNow((JSON.parse(event.data) as { now: string }).now)
      readAll().catch(onError)
    })
    source.addEventListener('error', () => {
      connection.value = 'lost'
    })
    for (const type of TYPES) source.addEventListener(type, take)
  }
  function close(): void {
    source?.close()
    source = undefined
  }
  // A browser holds six connections to one place: pages in the background give theirs back.
  const onVisibility = (): void => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', onVisibility)
  onVisibility()
  return () => {
    document.removeEventListener('visibilitychange', onVisibility)
    cancelAnimationFrame(frame)
    close()
  }
}

async function readAll(): Promise<void> {
  const [state, chatLines] = await Promise.all([readState(), readChats()])
  batch(() => {
    bots.value = state.bots
    putPeople(state.people)
    putLines(chatLines)
    setNow(state.now)
    connection.value = 'live'
  })
  const read = heldChats().filter(({ state }) => state.peek() !== 'loading')
  await Promise.all(read.map(loadChat))
}

function apply(events: readonly LiveEvent[], onError: (error: unknown) => void): void {
  const changed: { chatId: number; message: PhoneMessage }[] = []
  const byChat = new Map<number, PhoneMessage[]>()
  const persons = new Set<number>()
  let relist = false
  for (const event of events) {
    switch (event.type) {
      case 'message':
      case 'edited':
        if (event.message === undefined) break
        changed.push({ chatId: event.chatId, message: event.message })
        byChat.set(event.chatId, [...(byChat.get(event.chatId) ?? []), event.message])
        break
      case 'deleted':
        settle(byChat, event.chatId)
        relist = remove(event.chatId, event.messageIds) || relist
        break
      case 'sync':
        relist = true
        reload(heldChat(event.chatId), onError)
        break
      case 'action':
        showDoing(heldChat(event.chatId), event.action)
        break
      case 'callback':
        showAnswer(heldChat(event.personId), event.text, event.alert, event.url)
        break
      case 'person':
        persons.add(event.personId)
        break
      case 'bot':
        for (const chat of heldChats()) loadCommands(chat).catch(onError)
        break
      case 'accepted':
        noteAccepted(event.entry)
        break
      default:
        break
    }
  }
  for (const chatId of byChat.keys()) settle(byChat, chatId)
  touchLines(changed.filter(({ chatId }) => chatId > 0))
  if (persons.size > MANY || relist) relistSoon(onError)
  else for (const id of persons) readPerson(id).then(putPerson).catch(onError)
}

/** Messages that came for a chat go into it; the bot is then no longer writing. */
function settle(byChat: Map<number, PhoneMessage[]>, chatId: number): void {
  const messages = byChat.get(chatId)
  const chat = heldChat(chatId)
  byChat.delete(chatId)
  if (messages === undefined || chat === undefined) return
  if (messages.some(({ fromBot }) => fromBot)) chat.doing.value = null
  // While it is being read, the answer holds them anyway, or the next event brings them.
  chat.messages.value = upsert(chat.messages.peek(), messages)
}

/** Whether the list has to be read anew: where the chat is not held, nobody knows what is last now. */
function remove(chatId: number, messageIds: readonly number[]): boolean {
  const chat = heldChat(chatId)
  if (chat?.state.peek() === 'ready') {
    removeMessages(chat, messageIds)
    return false
  }
  const last = lines.peek().get(chatId)?.last
  return last !== undefined && last !== null && messageIds.includes(last.id)
}

function reload(chat: Chat | undefined, onError: (error: unknown) => void): void {
  if (chat !== undefined) loadChat(chat).catch(onError)
}

/** Elapsed ms for which changes of many people are gathered. */
const RELIST_MS = 700

let relisting = false

function relistSoon(onError: (error: unknown) => void): void {
  if (relisting) return
  relisting = true
  setTimeout(() => {
    relisting = false
    Promise.all([readState(), readChats()])
      .then(([state, chatLines]) =>
        batch(() => {
          putPeople(state.people)
          putLines(chatLines)
        }),
      )
      .catch(onError)
  }, RELIST_MS)
}
