import type { Refusal } from '../../../contract.ts'
import { miniApp } from './settings.ts'

export type Answer<T> =
  | { readonly kind: 'new'; readonly value: T; readonly etag: string | null; readonly at: Date }
  | { readonly kind: 'same'; readonly at: Date }
  | { readonly kind: 'refused'; readonly status: number; readonly words: string | undefined }
  /** Nobody answered, or somebody in between who is not our server. */
  | { readonly kind: 'lost' }

/** Milliseconds after which an answer is no longer waited for: a weak network is slow, not gone. */
const PATIENCE = 30_000

/** Asks the server that the page came from; never throws for what a network does. */
export async function ask<T>(
  path: string,
  etag: string | null,
  stop: AbortSignal,
): Promise<Answer<T>> {
  const ended = new AbortController()
  const end = (): void => ended.abort()
  stop.addEventListener('abort', end)
  const timer = setTimeout(end, PATIENCE)
  try {
    const response = await fetch(path, {
      headers: { ...proof(), ...(etag !== null && { 'if-none-match': etag }) },
      signal: ended.signal,
    })
    const at = new Date(response.headers.get('date') ?? 0)
    if (response.status === 304) return { kind: 'same', at }
    const said = await readJson(response)
    if (!response.ok) return { kind: 'refused', status: response.status, words: wordsOf(said) }
    if (said === undefined) return { kind: 'lost' }
    return { kind: 'new', value: said as T, etag: response.headers.get('etag'), at }
  } catch (error) {
    if (error instanceof TypeError || isAbort(error)) return { kind: 'lost' }
    throw error
  } finally {
    clearTimeout(timer)
    stop.removeEventListener('abort', end)
  }
}

/** A file, for those who cannot simply follow a link to it; undefined where it did not come. */
export async function askForFile(path: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(path, { headers: proof() })
    return response.ok ? await response.blob() : undefined
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Who looks: in a Mini App by what Telegram signed, in a browser by the cookie alone. */
const proof = (): Readonly<Record<string, string>> =>
  miniApp === undefined ? {} : { authorization: `tma ${miniApp.initData}` }

const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError'

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function wordsOf(said: unknown): Refusal['words'] | undefined {
  if (typeof said !== 'object' || said === null || !('words' in said)) return undefined
  return typeof said.words === 'string' ? said.words : undefined
}
