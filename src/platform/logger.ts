import { pino, type Logger } from 'pino'
import { messageOf } from './errors.ts'
import { logContext } from './log-context.ts'

export type { Logger }

/**
 * Anything shaped like a bot token, wherever it stands: an HttpError of the Telegram client carries
 * the request's URL, and that URL holds the token, right behind the word "bot".
 */
const tokenPattern = /(?<!\d)\d{5,}:[A-Za-z0-9_-]{4,}/g

/** As long as a NIP (18 digits), a NIK or a family card's number (16); no id of ours is. */
const personalNumber = /(?<![\w.])\d{16,18}(?![\w.])/g

/** Passwords in connection URLs. */
const passwordPattern = /(:\/\/[^:@/\s]*):[^@/\s]+@/g

export function redact(text: string): string {
  return text
    .replace(tokenPattern, '[token]')
    .replace(passwordPattern, '$1:[password]@')
    .replace(personalNumber, '[number]')
}

/**
 * A structured logger on `stream` whose every line has tokens and passwords taken out, and says for
 * which update, request or job it was written.
 */
export function createLogger(
  level: string,
  stream: { write(line: string): unknown } = process.stderr,
): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: { err: describeError },
      mixin: () => ({ ...logContext() }),
      // What a line says itself goes ahead of what it is written for; each key stands once.
      mixinMergeStrategy: (line, context) => ({ ...context, ...line }),
    },
    { write: (line: string) => stream.write(redact(line)) },
  )
}

export const silentLogger: Logger = pino({ level: 'silent' })

/** Where it happened and what the innermost cause says; never a query's parameters. */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { type: error.name, message: messageOf(error), stack: frames.slice(0, 12).join('\n') }
}
