import type { World } from './world.ts'

/** What lets a world's webhook be told from a stranger's; goes with `WEBHOOK_ENV`. */
export const WEBHOOK_SECRET = 'a-secret_of-ours'

/** Updates come by webhook, which only these tests push to: nobody listens at the address. */
export const WEBHOOK_ENV = { PUBLIC_URL: 'http://127.0.0.1:9', WEBHOOK_SECRET } as const

/** Pushes a body as Telegram does: as JSON, or as it is where it is a text. */
export function push(
  world: Pick<World, 'app'>,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`http://127.0.0.1:${world.app.webPort}/telegram`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': WEBHOOK_SECRET,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A message of somebody in their own chat. */
export function privateMessage(from: number, text: string): Record<string, unknown> {
  return {
    message_id: 1,
    date: 1_795_400_000,
    from: { id: from, is_bot: false, first_name: 'Siti' },
    chat: { id: from, type: 'private', first_name: 'Siti' },
    text,
    ...(text.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ', 1)[0]?.length }] }
      : {}),
  }
}
