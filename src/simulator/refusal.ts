/**
 * A request that Telegram would refuse: an error code with the description the real server gives
 * (tdlib/telegram-bot-api, Client.cpp). Reading one request takes dozens of steps, each of which
 * may refuse, so within the API a refusal is thrown; `dispatch` turns it into an answer, and it
 * goes no further.
 */
export class Refusal extends Error {
  readonly code: number
  readonly retryAfter: number | undefined
  readonly migrateToChatId: number | undefined

  constructor(code: number, description: string, parameters: RefusalParameters = {}) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.retryAfter = parameters.retryAfter
    this.migrateToChatId = parameters.migrateToChatId
  }
}

export interface RefusalParameters {
  /** Seconds. */
  retryAfter?: number
  migrateToChatId?: number
}

/**
 * 400. The real server lowers the first letter unless the second is a capital or an underscore
 * (so BUTTON_DATA_INVALID stays as it is), and so does this.
 */
export function badRequest(message: string): Refusal {
  const second = message.charAt(1)
  const keep = second === '_' || (second >= 'A' && second <= 'Z')
  const text = keep ? message : message.charAt(0).toLowerCase() + message.slice(1)
  return new Refusal(400, `Bad Request: ${text}`)
}

export function forbidden(message: string): Refusal {
  return new Refusal(403, `Forbidden: ${message}`)
}

export function tooManyRequests(retryAfter: number): Refusal {
  return new Refusal(429, `Too Many Requests: retry after ${retryAfter}`, { retryAfter })
}
