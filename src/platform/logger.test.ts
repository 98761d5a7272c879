import { expect, it } from 'vitest'
import { createLogger, redact } from './logger.ts'

it.each([
  [
    'https://api.telegram.org/bot123456:ABC-def_9/sendMessage',
    'https://api.telegram.org/bot[token]/sendMessage',
  ],
  ['token 7000000001:AAHdF6IQ', 'token [token]'],
  ['postgres://owner:geheim@host:5432/x', 'postgres://owner:[password]@host:5432/x'],
  ['redis://:geheim@host', 'redis://:[password]@host'],
  ['at 12:30, port 127.0.0.1:5432', 'at 12:30, port 127.0.0.1:5432'],
])('%s loses its secrets', (text, redacted) => {
  expect(redact(text)).toBe(redacted)
})

it('loses them in whatever is logged, and writes one line for it', () => {
  const lines: string[] = []
  const log = createLogger('debug', { write: (line) => lines.push(line) })
  const error = new Error('GET /bot123456:ABCdef/getMe\n\u001B[31mfailed')
  log.debug({ err: error, url: 'redis://:geheim@host' }, 'palsu\r\n{"level":60}')
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trimEnd()).not.toMatch(/ABCdef|geheim|\p{Cc}/u)
})
