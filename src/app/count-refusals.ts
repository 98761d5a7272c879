import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import type { Refusal } from '../web/index.ts'

/**
 * Says each refused update to the log, with how many there were of its kind since the start.
 *
 * @param onRefused told of each
 */
export function countRefusals(
  log: Logger,
  onRefused: (refusal: Refusal) => void,
): (refusal: Refusal) => void {
  const counts = new Map<Refusal['reason'], number>()
  return (refusal) => {
    const { reason, error } = refusal
    onRefused(refusal)
    const count = (counts.get(reason) ?? 0) + 1
    counts.set(reason, count)
    const account = { reason, count, ...(error === undefined ? {} : { error: messageOf(error) }) }
    if (reason === 'not stored') {
      log.error(account, 'an update was not stored; Telegram brings it again')
    } else if (isNews(count)) {
      // Anybody can send such things, and as many as they like: the log does not grow with them.
      log.warn(account, 'a request to the webhook was refused')
    }
  }
}

/** The first, the tenth, the hundredth… */
function isNews(count: number): boolean {
  return /^10*$/.test(String(count))
}
