import type { InboxRow } from '../messaging/index.ts'
import { lockInvites, looksLikeInviteCode } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'

/** Many people come in together, by several links: their invites are locked in one order. */
export async function lockInvitesOf(tx: Db, updates: readonly InboxRow[]): Promise<void> {
  await lockInvites(
    tx,
    updates.map((update) => codeIn(update.body)).filter((code) => code !== undefined),
  )
}

/** The code of `/start <code>`, or one that was typed alone. */
function codeIn(body: unknown): string | undefined {
  const text = (body as { message?: { text?: unknown } } | null)?.message?.text
  if (typeof text !== 'string') return undefined
  const code = text.replace(/^\/start(?:@\w+)?\s+/, '').trim()
  return looksLikeInviteCode(code) ? code : undefined
}
