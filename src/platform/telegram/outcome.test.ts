import { GrammyError, HttpError } from 'grammy'
import { expect, it } from 'vitest'
import { outcomeOfError } from './outcome.ts'

function refusal(code: number, description: string, parameters = {}): GrammyError {
  return new GrammyError(
    'x',
    { ok: false, error_code: code, description, parameters },
    'sendMessage',
    {},
  )
}

function network(name: string, code?: string): HttpError {
  const inner = Object.assign(new Error('https://api.telegram.org/bot123456:secret/x'), {
    name,
    ...(code === undefined ? {} : { code }),
  })
  return new HttpError('Network request failed', inner)
}

it.each([
  [
    refusal(429, 'Too Many Requests', { retry_after: 7 }),
    { kind: 'rate_limited', retryAfterMs: 7000 },
  ],
  [refusal(403, 'Forbidden: bot was blocked by the user'), { kind: 'unreachable' }],
  [refusal(403, 'Forbidden: user is deactivated'), { kind: 'unreachable' }],
  [refusal(400, 'Bad Request: chat not found'), { kind: 'unreachable' }],
  [
    refusal(400, "Bad Request: can't parse entities: Unsupported start tag"),
    { kind: 'misformatted' },
  ],
  [refusal(400, "Bad Request: can't find end of the entity"), { kind: 'misformatted' }],
  [refusal(400, 'Bad Request: ENTITY_BOUNDS_INVALID'), { kind: 'misformatted' }],
  [refusal(400, 'Bad Request: message text is empty'), { kind: 'refused' }],
  [refusal(413, 'Request Entity Too Large'), { kind: 'refused' }],
  [
    refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: -100_777,
    }),
    { kind: 'moved', chatId: -100_777 },
  ],
  [refusal(400, 'Bad Request: message is not modified: same'), { kind: 'ok' }],
  [refusal(400, 'Bad Request: message to delete not found'), { kind: 'ok' }],
  [refusal(401, 'Unauthorized'), { kind: 'unauthorized' }],
  [refusal(404, 'Not Found'), { kind: 'unauthorized' }],
  [refusal(502, 'Bad Gateway'), { kind: 'unavailable' }],
  [refusal(500, 'Internal Server Error'), { kind: 'unavailable' }],
  [
    network('FetchError', 'ECONNREFUSED'),
    { kind: 'unavailable', reason: 'FetchError ECONNREFUSED' },
  ],
  [network('FetchError', 'ENOTFOUND'), { kind: 'unavailable' }],
  [network('FetchError', 'ECONNRESET'), { kind: 'uncertain' }],
  [network('AbortError'), { kind: 'uncertain', reason: 'AbortError' }],
])('%s', (error, expected) => {
  expect(outcomeOfError(error)).toMatchObject(expected)
})

it('never lets the token out of a network error', () => {
  expect(JSON.stringify(outcomeOfError(network('FetchError', 'ECONNRESET')))).not.toContain(
    'secret',
  )
})

it('passes on what is no answer of Telegram: that is a bug', () => {
  expect(() => outcomeOfError(new TypeError('bug'))).toThrow('bug')
})
