import type { Api } from 'grammy'

export type Downloaded =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | { readonly kind: 'too_large' }
  /** Telegram does not answer, or has the file no more. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Elapsed milliseconds in which a file of Telegram's largest size comes over a slow link. */
const PATIENCE_MS = 120_000

/**
 * A file that somebody sent to the bot. Its address holds the token: nothing of it goes into a reason.
 *
 * @param most bytes that are read, whatever was said of its size
 */
export async function downloadFile(
  api: Api,
  { token, apiRoot }: { readonly token: string; readonly apiRoot: string },
  fileId: string,
  most: number,
): Promise<Downloaded> {
  try {
    const file = await api.getFile(fileId)
    if ((file.file_size ?? 0) > most) return { kind: 'too_large' }
    const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path ?? ''}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!response.ok || response.body === null) {
      await response.body?.cancel()
      return { kind: 'failed', reason: `status ${response.status}` }
    }
    const pieces: Uint8Array[] = []
    const body: AsyncIterable<Uint8Array> = response.body
    let size = 0
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
