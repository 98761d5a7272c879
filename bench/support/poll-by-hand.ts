import { z } from 'zod'
import type { Update } from 'grammy/types'

/** Handlers side by side at most; that of @grammyjs/runner is 500. */
const WIDTH = 500

const batch = z.object({ result: z.array(z.looseObject({ update_id: z.number() })) })

/**
 * Long polling that hands updates to concurrent handlers without waiting for them, as grammY's
 * runner does; the same for both libraries, whose own loops wait for each batch.
 *
 * @returns stops, and waits for the handlers that run
 */
export function pollByHand(
  url: string,
  handle: (update: Update) => Promise<void>,
): () => Promise<void> {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const loop = async (): Promise<void> => {
    for (let offset = 0; !stopping.signal.aborted;) {
      const allowed = encodeURIComponent(JSON.stringify(['poll_answer']))
      const response = await fetch(
        `${url}/getUpdates?offset=${offset}&timeout=25&limit=100&allowed_updates=${allowed}`,
        { signal: stopping.signal },
      )
      for (const update of batch.parse(await response.json()).result) {
        offset = update.update_id + 1
        while (running.size >= WIDTH) await Promise.race(running)
        const handling: Promise<void> = handle(update).finally(() => running.delete(handling))
        running.add(handling)
      }
    }
  }
  const looping = loop().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error
  })
  return async () => {
    stopping.abort()
    await looping
    await Promise.all(running)
  }
}
