import { insertMessages } from '../messaging/index.ts'
import type { Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { takeNoticesDue, writtenKeys } from './notices-store.ts'

/** The kind of message that asks for a word to the new notice. */
export const NOTICE_KIND = 'notice-renewed'

/** The question waits out a long leave; whoever writes to the bot is asked anew at any time. */
const WORTH_MS = 30 * 24 * 3600_000

/** People of one transaction. */
const BATCH = 500

function noticeKey(personId: string, version: number): string {
  return `notice:${version}:${personId}`
}

/**
 * Asks everybody whose next lesson is due, and who agreed to an older notice, in the place of that
 * lesson. Run it before planning, and again while it returns something; each is asked once.
 *
 * @returns people whom it asked
 */
export async function noticesDue(
  db: Db,
  { version, now }: { readonly version: number; readonly now: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const due = await takeNoticesDue(tx, { version, now, limit: BATCH })
    await insertMessages(
      tx,
      due.map(({ personId, chatId }) => ({
        lane: 'lesson' as const,
        kind: NOTICE_KIND,
        args: {},
        personId,
        chatId,
        dedupeKey: noticeKey(personId, version),
        notAfter: new Date(now.getTime() + WORTH_MS),
      })),
      { now },
    )
    return due.length
  })
}

/** Whether somebody agreed to a notice that is no longer the one in use. */
export function isOutdated(
  { noticeVersion }: Pick<Person, 'noticeVersion'>,
  version: number,
): boolean {
  return noticeVersion !== null && noticeVersion < version
}

/** Of these people, those who were asked and have not answered: nothing is sent to them unasked. */
export async function waitsForNotice(
  db: Db,
  people: readonly Person[],
  version: number,
): Promise<ReadonlySet<string>> {
  const outdated = people.filter((person) => isOutdated(person, version))
  const written = await writtenKeys(
    db,
    outdated.map(({ id }) => noticeKey(id, version)),
  )
  return new Set(outdated.flatMap(({ id }) => (written.has(noticeKey(id, version)) ? [id] : [])))
}
