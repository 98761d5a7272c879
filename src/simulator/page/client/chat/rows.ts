import type { PhoneMessage } from '../store/types.ts'

/** A line of the chat as it is drawn. */
export type Row =
  | { kind: 'date'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'service'; key: string; message: PhoneMessage }
  | {
      kind: 'message'
      key: string
      message: PhoneMessage
      /** The other pictures of its album. */
      album: readonly PhoneMessage[]
      /** First and last of a run by the same hand: the last has the tail. */
      first: boolean
      last: boolean
    }

/** Seconds that may lie between two messages of one run. */
const RUN_SECONDS = 600

export interface RowOptions {
  /** The civil day of a moment (seconds since 1970), as a text that differs from day to day. */
  dayOf(seconds: number): string
  /** Above this message stands that the unread begin here. */
  unreadFrom: number | null
}

export function rowsOf(messages: readonly PhoneMessage[], options: RowOptions): Row[] {
  const rows: Row[] = []
  let day = ''
  for (let at = 0; at < messages.length; at += 1) {
    const message = messages[at]
    if (message === undefined) continue
    const today = options.dayOf(message.date)
    if (today !== day) rows.push({ kind: 'date', key: `d${today}`, at: message.date })
    day = today
    if (message.id === options.unreadFrom) rows.push({ kind: 'unread', key: 'unread' })
    if (message.service !== undefined) {
      rows.push({ kind: 'service', key: `m${message.id}`, message })
      continue
    }
    const album: PhoneMessage[] = []
    while (message.album !== undefined && messages[at + 1]?.album === message.album) {
      at += 1
      const other = messages[at]
      if (other !== undefined) album.push(other)
    }
    const before = rows.at(-1)
    const first = before?.kind !== 'message' || !isRun(before.message, message)
    rows.push({ kind: 'message', key: `m${message.id}`, message, album, first, last: true })
    if (!first && before?.kind === 'message') before.last = false
  }
  return rows
}

function isRun(before: PhoneMessage, after: PhoneMessage): boolean {
  return before.fromId === after.fromId && after.date - before.date < RUN_SECONDS
}

/** Rows in pieces of this many: a piece out of sight is only a height. */
export const CHUNK = 12

export function chunksOf(rows: readonly Row[]): Row[][] {
  const chunks: Row[][] = []
  for (let at = 0; at < rows.length; at += CHUNK) chunks.push(rows.slice(at, at + CHUNK))
  return chunks
}

/** Whether two pieces look the same, so that the old drawing serves. */
export function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, at) => sameRow(row, b[at]))
}

function sameRow(a: Row, b: Row | undefined): boolean {
  if (b === undefined || a.kind !== b.kind || a.key !== b.key) return false
  if (a.kind === 'service' && b.kind === 'service') return a.message === b.message
  if (a.kind !== 'message' || b.kind !== 'message') return true
  return (
    a.message === b.message &&
    a.first === b.first &&
    a.last === b.last &&
    a.album.length === b.album.length &&
    a.album.every((one, at) => one === b.album[at])
  )
}
