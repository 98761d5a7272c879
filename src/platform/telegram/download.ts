import type { TelegramClient } from './client.ts'

/** A file that somebody sent to the bot. */
export type Downloaded =
  | { readonly kind: 'file'; readonly content: Buffer }
  | { readonly kind: 'too_large' }
  /** Telegram does not give it: too old, or out of reach. */
  | { readonly kind: 'not_given' }

export interface DownloadOptions {
  readonly telegram: Pick<TelegramClient, 'call'>
  readonly apiRoot: string
  readonly token: string
  /** Bytes at the most; what is larger is not even begun, or is broken off. */
  readonly most: number
  readonly signal?: AbortSignal
}

/** Elapsed milliseconds after which a file that does not come is given up. */
const PATIENCE_MS = 30_000

/** Brings a file by its id. Never throws for what is wrong with the file or its way here. */
export async function download(fileId: string, options: DownloadOptions): Promise<Downloaded> {
  const { telegram, apiRoot, token, most } = options
  const told = await telegram.call({ method: 'getFile', payload: { file_id: fileId } })
  if (told.kind !== 'ok') return { kind: 'not_given' }
  const { path, size } = fileIn(told.result)
  if (path === undefined) return { kind: 'not_given' }
  if (size !== undefined && size > most) return { kind: 'too_large' }
  const signals = [AbortSignal.timeout(PATIENCE_MS), ...(options.signal ? [options.signal] : [])]
  try {
    const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, {
      signal: AbortSignal.any(signals),
      redirect: 'error',
    })
    if (!response.ok || response.body === null) return { kind: 'not_given' }
    return await readAll(response.body, most)
  } catch {
    // Its address holds the token: what fetch says of it is not for the log.
    return { kind: 'not_given' }
  }
}

function fileIn(result: unknown): { path: string | undefined; size: number | undefined } {
  const file: object = typeof result === 'object' && result !== null ? result : {}
  const path = 'file_path' in file ? file.file_path : undefined
  const size = 'file_size' in file ? file.file_size : undefined
  return {
    path: typeof path === 'string' ? path : undefined,
    size: typeof size === 'number' ? size : undefined,
  }
}

/** What is sent may be more than what was said. */
async function readAll(body: AsyncIterable<Uint8Array>, most: number): Promise<Downloaded> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body) {
    bytes += part.length
    if (bytes > most) return { kind: 'too_large' }
    parts.push(part)
  }
  return { kind: 'file', content: Buffer.concat(parts) }
}
