import { pino, type Logger } from 'pino'

export type { Logger }

/**
 * Anything shaped like a bot token, wherever it stands: an HttpError of the Telegram client carries
 * the request's URL, and that URL holds the token.
 */
const tokenPattern = /\b\d{5,}:[A-Za-z0-9_-]{4,}/g

/** Passwords in connection URLs. */
const passwordPattern = /(:\/\/[^:@/\s]*):[^@/\s]+@/g

export function redact(text: string): string {
  return text.replace(tokenPattern, '[token]').replace(passwordPattern, '$1:[password]@')
}

/** A structured logger on `stream` whose every line has tokens and passwords taken out. */
export function createLogger(
  level: string,
  stream: { write(line: string): unknown } = process.stderr,
): Logger {
  return pino(
    { level, base: null, redact: ['*.token', '*.botToken', 'token', 'botToken'] },
    { write: (line: string) => stream.write(redact(line)) },
  )
}

export const silentLogger: Logger = pino({ level: 'silent' })
