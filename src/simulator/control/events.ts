import type { SimulatorEvent } from '../events.ts'
import { phoneMessage } from '../people/phone.ts'
import type { Bot } from '../world/state.ts'
import type { ControlCall } from './types.ts'

/** Bytes; a reader that is so far behind is cut off, and reads the state anew when it returns. */
const MAX_BEHIND = 4 * 1024 * 1024
/** Elapsed ms between two comments that keep the connection open. */
const HEARTBEAT_MS = 15_000

/**
 * Changes as server-sent events, `event:` being the type. `message` and `edited` in a private chat
 * bring the message as the phone shows it. The first event is `hello`: read the state now.
 */
export function showEvents({ simulator, bot, request, response }: ControlCall): undefined {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const send = (type: string, data: unknown): void => {
    if (response.destroyed) return
    if (response.writableLength > MAX_BEHIND) response.destroy()
    else response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  const stop = simulator.events.subscribe((event) => {
    if (concerns(bot, event)) send(event.type, withMessage(bot, event))
  })
  const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MS)
  response.on('close', () => {
    clearInterval(heartbeat)
    stop()
  })
  send('hello', { bot: bot.me.id, now: bot.world.clock.now().toISOString() })
  request.socket.setNoDelay(true)
  return undefined
}

function concerns(bot: Bot, event: SimulatorEvent): boolean {
  if (event.type === 'fault') return true
  return (event.type === 'accepted' ? event.entry.botId : event.botId) === bot.me.id
}

function withMessage(bot: Bot, event: SimulatorEvent): unknown {
  if (event.type !== 'message' && event.type !== 'edited') return event
  const chat = bot.chats.get(event.chatId)
  const stored = chat?.messages.get(event.messageId)
  if (chat === undefined || stored === undefined) return event
  return { ...event, message: phoneMessage(bot, chat, stored, chat.id) }
}
