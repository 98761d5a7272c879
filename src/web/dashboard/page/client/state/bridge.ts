import { coloursIn } from './mini-app.ts'

/** Telegram's app around a Mini App, spoken to directly: its own script would come from elsewhere. */
declare global {
  interface Window {
    TelegramWebviewProxy?: { postEvent(type: string, data: string): void }
    Telegram?: { WebView: { receiveEvent(type: string, data: unknown): void } }
  }
}

/** Source: telegram-web-app.js, `postEvent`. */
export function tell(type: string, data: object = {}): void {
  if (window.TelegramWebviewProxy !== undefined) {
    window.TelegramWebviewProxy.postEvent(type, JSON.stringify(data))
  } else if (window.parent !== window) {
    // To whichever of Telegram's pages the frame stands in; nothing secret is said.
    window.parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), '*')
  }
}

export interface Heard {
  onTheme(colours: Readonly<Record<string, string>>): void
  onBack(): void
}

/** Listens to Telegram, says that the page is there, and asks for all the room there is. */
export function joinTelegram({ onTheme, onBack }: Heard): void {
  const receive = (type: unknown, data: unknown): void => {
    if (type === 'back_button_pressed') onBack()
    if (type !== 'theme_changed' || typeof data !== 'object' || data === null) return
    if ('theme_params' in data) onTheme(coloursIn(data.theme_params))
  }
  window.Telegram = { WebView: { receiveEvent: receive } }
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || typeof data !== 'string') return
    const said = parse(data)
    if (typeof said !== 'object' || said === null || !('eventType' in said)) return
    receive(said.eventType, 'eventData' in said ? said.eventData : undefined)
  })
  tell('web_app_ready')
  tell('web_app_expand')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
