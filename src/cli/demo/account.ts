import type { AnnouncementRows } from './big-announcement-store.ts'

/** What the ledger says of an announcement, held against what arrived on the phones. */
export interface AnnouncementAccount {
  readonly recipients: number
  /** Phones on which it stands. */
  readonly arrived: number
  /** Phones on which it stands more than once. */
  readonly twice: number
  /** By the ledger: accepted by Telegram. */
  readonly sent: number
  /** By the ledger: handed over, and no answer came back. */
  readonly uncertain: number
  /** Of those: it stands on the phone all the same. */
  readonly uncertainArrived: number
  /** By the ledger: on its way, or not yet. */
  readonly open: number
  /** Blocked, failed or cancelled, each with its reason. */
  readonly ended: number
  /** Called sent and standing on no phone; or at the end without an outcome. */
  readonly lost: number
}

/** @param copies of the announcement, by the chats in which they arrived */
export function accountOf(
  { recipients }: AnnouncementRows,
  copies: ReadonlyMap<number, number>,
  over: boolean,
): AnnouncementAccount {
  const count = (holds: (one: AnnouncementRows['recipients'][number]) => boolean): number =>
    recipients.filter(holds).length
  const on = (chatId: number): number => copies.get(chatId) ?? 0
  const open = count(({ outcome }) => outcome === null)
  const sent = count(({ outcome }) => outcome === 'sent')
  const uncertain = count(({ outcome }) => outcome === 'uncertain')
  return {
    recipients: recipients.length,
    arrived: count(({ chatId }) => on(chatId) > 0),
    twice: count(({ chatId }) => on(chatId) > 1),
    sent,
    uncertain,
    uncertainArrived: count(({ chatId, outcome }) => outcome === 'uncertain' && on(chatId) > 0),
    open,
    ended: recipients.length - open - sent - uncertain,
    lost:
      count(({ chatId, outcome }) => outcome === 'sent' && on(chatId) === 0) + (over ? open : 0),
  }
}
