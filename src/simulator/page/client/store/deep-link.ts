/** What a link to the bot carries; an empty payload opens the bot and no more. */
export interface DeepLink {
  payload: string
}

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/u

/**
 * Reads `https://t.me/<bot>?start=<code>`, `tg://resolve?domain=<bot>&start=<code>` or the bare
 * code. Undefined when it is something else, or leads to another bot.
 */
export function parseDeepLink(text: string, botUsername: string): DeepLink | undefined {
  const trimmed = text.trim()
  if (PAYLOAD.test(trimmed)) return { payload: trimmed }
  const withScheme = /^(?:www\.)?t\.me\//iu.test(trimmed) ? `https://${trimmed}` : trimmed
  if (!URL.canParse(withScheme)) return undefined
  const url = new URL(withScheme)
  const name = botOfLink(url)
  if (name === undefined || name.toLowerCase() !== botUsername.toLowerCase()) return undefined
  const payload = url.searchParams.get('start') ?? ''
  return payload === '' || PAYLOAD.test(payload) ? { payload } : undefined
}

function botOfLink(url: URL): string | undefined {
  if (url.protocol === 'tg:') return url.searchParams.get('domain') ?? undefined
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (!isWeb || !/^(?:www\.)?t(?:elegram)?\.me$/iu.test(url.hostname)) return undefined
  return url.pathname.slice(1)
}
