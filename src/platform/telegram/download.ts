import type { Api } from 'grammy'
import { get as httpGet, type Agent as HttpAgent, type IncomingMessage } from 'node:http'
import { get as httpsGet, type Agent as HttpsAgent } from 'node:https'

export type Downloaded =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'too_large' }
  /** Telegram does not answer, or has the file no more. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Elapsed milliseconds in which a file of Telegram's largest size comes over a slow link. */
const PATIENCE_MS = 120_000

/** Where files are. */
export interface Source {
  readonly api: Api
  readonly token: string
  readonly apiRoot: string
  /** For the protocol of the address. */
  readonly agent: HttpAgent | HttpsAgent
}

/**
 * A file that somebody sent to the bot. Its address holds the token: nothing of it goes into a reason.
 *
 * @param most bytes that are read, whatever was said of its size
 */
export async function downloadFile(
  { api, token, apiRoot, agent }: Source,
  fileId: string,
  most: number,
): Promise<Downloaded> {
  try {
    const file = await api.getFile(fileId)
    if ((file.file_size ?? 0) > most) return { kind: 'too_large' }
    const response = await get(`${apiRoot}/file/bot${token}/${file.file_path ?? ''}`, agent)
    if (response.statusCode !== 200) {
      response.destroy()
      return { kind: 'failed', reason: `status ${response.statusCode ?? 0}` }
    }
    const pieces: Uint8Array[] = []
    const body: AsyncIterable<Uint8Array> = response
    let size = 0
    // Leaving the loop ends the connection, whatever is still to come.
    for await (const piece of body) {
      size += piece.length
      if (size > most) return { kind: 'too_large' }
      pieces.push(piece)
    }
    return { kind: 'file', bytes: Buffer.concat(pieces) }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.name : 'unknown' }
  }
}

/** Node's own, by the agent that all calls go by: through the proxy where there is one. */
function get(url: string, agent: Source['agent']): Promise<IncomingMessage> {
  const begin = url.startsWith('https:') ? httpsGet : httpGet
  return new Promise((resolve, reject) => {
    begin(url, { agent, signal: AbortSignal.timeout(PATIENCE_MS) }, resolve).on('error', reject)
  })
}
