/**
 * The limit: sendMessage over kept-alive connections of Node's own HTTP client, each the next one as
 * soon as it is answered; nothing is read from a database, and nothing is written down.
 */
import { Agent, request } from 'node:http'
import { z } from 'zod'
import { serve, settingsOf } from '../support/serve.ts'
import { sideBySide } from '../support/side-by-side.ts'
import { TEXT } from '../support/text.ts'

const { token, apiRoot, inFlight } = settingsOf(
  z.object({ token: z.string(), apiRoot: z.string(), inFlight: z.number() }),
)
const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
const url = `${apiRoot}/bot${token}/sendMessage`

async function send(chatId: number): Promise<void> {
  const body = JSON.stringify({ chat_id: chatId, text: TEXT })
  const answered = await new Promise<string>((resolve, reject) => {
    const call = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => {
          resolve(text)
        })
        response.on('error', reject)
      },
    )
    call.on('error', reject)
    call.end(body)
  })
  const { ok } = z.object({ ok: z.boolean() }).parse(JSON.parse(answered))
  if (!ok) throw new Error(answered)
}

serve({
  async answer({ first, count }) {
    const started = performance.now()
    await sideBySide(inFlight, Number(count), (index) => send(Number(first) + index))
    return { ms: performance.now() - started }
  },
  async close() {
    agent.destroy()
    await Promise.resolve()
  },
})
