import { audit } from '../audit/index.ts'
import { calendarImportedArgs, type CalendarImportedArgs } from '../bot/index.ts'
import { civilDay, importDays, listCalendars, noteChange, readDayBytes } from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import { findPeople, isAdminNow } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import type { Downloaded } from '../platform/telegram/index.ts'

/** A list of days has some dozens of lines. */
export const MOST_DAY_BYTES = 256 * 1024

/** Whoever sent it has moved on after an hour. */
const WORTH_MS = 3600_000

export interface ImportDaysDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly download: (fileId: string) => Promise<Downloaded>
  readonly replan: () => Promise<void>
  /** Told that there is something to send. */
  readonly onWritten: () => void
}

export interface ImportDaysWish {
  readonly by: string
  readonly fileId: string
  readonly fileName: string
  /** False: only says what it would change. */
  readonly apply: boolean
}

/**
 * Takes a file of days that somebody sent to the chat, as a whole or not at all, and tells that person
 * what came of it. It is brought once more for the second time: nothing of it is kept in between.
 */
export function createImportDays(
  dependencies: ImportDaysDependencies,
): (wish: ImportDaysWish) => Promise<void> {
  const { db, clock, onWritten } = dependencies

  async function tell(by: string, args: CalendarImportedArgs): Promise<void> {
    const person = (await findPeople(db, [by])).get(by)
    if (person === undefined) return
    const now = clock.now()
    await insertMessages(
      db,
      [
        {
          lane: 'reply',
          kind: 'calendar-imported',
          args,
          personId: by,
          chatId: person.chatId,
          notAfter: new Date(now.getTime() + WORTH_MS),
          soundDay: civilDay(person.timezone, now),
        },
      ],
      { now },
    )
    onWritten()
  }

  return async (wish) => {
    const args = await take(wish, dependencies)
    await tell(wish.by, args)
    if (args.outcome === 'done') await dependencies.replan()
  }
}

async function take(
  { by, fileId, fileName, apply }: ImportDaysWish,
  { db, clock, download }: ImportDaysDependencies,
): Promise<CalendarImportedArgs> {
  const brought = await download(fileId)
  if (brought.kind === 'too_large') return { outcome: 'too_large' }
  if (brought.kind === 'failed') return { outcome: 'not_given' }
  const ids = (await listCalendars(db)).map(({ id }) => id)
  const checked = readDayBytes(fileName, brought.bytes, ids)
  if (!checked.ok) return calendarImportedArgs({ kind: 'faults', faults: checked.faults })
  const { list } = checked
  return db.transaction(async (tx) => {
    // The role may have been taken since the file was sent.
    const allowed = apply && (await isAdminNow(tx, by))
    const made = await importDays(tx, list, { dryRun: !allowed })
    if (made.kind === 'closes') {
      return { outcome: 'closes', calendar: made.calendarId, from: made.from }
    }
    if (allowed) {
      const { added, changed, removed } = made
      const counts = { added: added.length, changed: changed.length, removed: removed.length }
      const details = { year: list.year, ...counts }
      await audit(tx, { action: 'calendar.imported', by, details }, clock.now())
      await noteChange(tx, { everybody: true }, clock.now())
    }
    return calendarImportedArgs({ ...made, year: list.year, dry: !allowed })
  })
}
