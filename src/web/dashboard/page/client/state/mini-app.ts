/** What Telegram tells a Mini App behind the # of its address. */
export interface MiniApp {
  /** Signed by Telegram; goes with every request, and is kept nowhere. */
  readonly initData: string
  readonly platform: string
  readonly theme: Readonly<Record<string, string>>
}

/**
 * Source: https://core.telegram.org/api/bots/webapps and telegram-web-app.js, which passes the same
 * parameters on as `Telegram.WebApp`.
 *
 * @param hash of the address, with its #
 * @returns undefined where the page was opened otherwise than by Telegram
 */
export function miniAppIn(hash: string): MiniApp | undefined {
  const given = new URLSearchParams(hash.replace(/^#/u, ''))
  const initData = given.get('tgWebAppData')
  if (initData === null || initData === '') return undefined
  return {
    initData,
    platform: given.get('tgWebAppPlatform') ?? 'unknown',
    theme: themeIn(given.get('tgWebAppThemeParams') ?? ''),
  }
}

function themeIn(json: string): Readonly<Record<string, string>> {
  try {
    return coloursIn(JSON.parse(json))
  } catch {
    return {}
  }
}

/** The names and colours of a theme: whatever else stands there is not taken over. */
export function coloursIn(theme: unknown): Readonly<Record<string, string>> {
  if (typeof theme !== 'object' || theme === null) return {}
  const colours = Object.entries(theme).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && /^#[0-9a-f]{6}$/iu.test(entry[1]),
  )
  return Object.fromEntries(colours)
}
