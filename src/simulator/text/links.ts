/** The user that a `tg://user?id=…` link names, or undefined when it is another link. */
export function userIdOfLink(url: string): number | undefined {
  const match = /^tg:(?:\/\/)?user\?id=(\d{1,15})$/i.exec(url.trim())
  return match === null ? undefined : Number(match[1])
}

export type CheckedLink = { ok: true; url: string } | { ok: false; reason: string }

/**
 * The link as Telegram keeps it, or why it takes it for none: a scheme is added where it is
 * missing, and a host must have a dot, so that `http://localhost` is refused as the real server
 * refuses it.
 */
export function checkLink(raw: string): CheckedLink {
  const trimmed = raw.trim()
  if (trimmed === '') return { ok: false, reason: 'URL must be non-empty' }
  if (/^(?:tg|ton|tonsite):/i.test(trimmed)) return { ok: true, url: trimmed }
  const absolute = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`
  if (!URL.canParse(absolute)) return { ok: false, reason: 'Wrong HTTP URL' }
  const parsed = new URL(absolute)
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    return { ok: false, reason: 'Unsupported URL protocol' }
  }
  if (!parsed.hostname.includes('.') && !parsed.hostname.startsWith('[')) {
    return { ok: false, reason: 'Wrong HTTP URL' }
  }
  return { ok: true, url: parsed.pathname === '/' ? parsed.href : absolute }
}
