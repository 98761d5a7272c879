import { queryNumber } from './read-body.ts'
import type { ControlCall } from './types.ts'
import type { LedgerFilter } from '../ledger/ledger.ts'
import type { MessageKind } from '../ledger/entry.ts'

const DEFAULT_LIMIT = 1000

/** `?method= chatId= kind= sent=1 dropped=1 after= limit=`; the newest when there are more. */
export function showLedger({ simulator, url }: ControlCall): unknown {
  const filter: LedgerFilter = { limit: queryNumber(url, 'limit') ?? DEFAULT_LIMIT }
  const method = url.searchParams.get('method')
  const chatId = queryNumber(url, 'chatId')
  const kind = url.searchParams.get('kind')
  const after = queryNumber(url, 'after')
  if (method !== null) filter.method = method
  if (chatId !== undefined) filter.chatId = chatId
  // An unknown kind finds nothing, which is true.
  if (kind !== null) filter.kind = kind as MessageKind
  if (after !== undefined) filter.after = after
  if (url.searchParams.get('sent') === '1') filter.sent = true
  if (url.searchParams.get('dropped') === '1') filter.responseDropped = true
  return simulator.ledger.entries(filter)
}

export function showCounts({ simulator: { ledger } }: ControlCall): unknown {
  return { accepted: ledger.accepted, counts: ledger.counts(), refusals: ledger.refusals() }
}
