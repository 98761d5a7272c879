import { UserError } from './errors.ts'

/** A second more or less is how times are told; a minute is what nobody notices in a lesson. */
const RIGHT_MS = 60_000

/** Beyond this, lessons and reminders come at hours that the quiet hours forbid. */
const OFF_MS = 3600_000

export type ClockVerdict = 'right' | 'off' | 'wrong'

/** @param skewMs by how much this machine's clock is ahead of another one; negative: behind */
export function judgeSkew(skewMs: number): ClockVerdict {
  const distance = Math.abs(skewMs)
  return distance <= RIGHT_MS ? 'right' : distance <= OFF_MS ? 'off' : 'wrong'
}

/**
 * Refuses to work with a clock that cannot be right: lessons would come at night, and what is kept
 * for a time would be deleted before it.
 *
 * @throws UserError where this machine's clock is more than an hour away from Telegram's
 */
export function assertClock(now: Date, telegram: Date): void {
  if (judgeSkew(now.getTime() - telegram.getTime()) !== 'wrong') return
  throw new UserError(
    `This machine's clock is wrong: it says ${sayMoment(now)}, and Telegram's says ${sayMoment(telegram)}. Nothing was planned, sent or deleted.`,
    {
      hint: 'Set the clock (timedatectl set-ntp true), or mend that of the Bot API server where TELEGRAM_API_ROOT names one of your own; then start again.',
    },
  )
}

function sayMoment(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
