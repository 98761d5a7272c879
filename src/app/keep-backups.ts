import type { BackupStateArgs } from '../bot/index.ts'
import { makeNightly, readNights, TOLD_AFTER } from '../backups/index.ts'
import { addCivilDays, civilDay, momentOf } from '../learning/index.ts'
import { tellAnew, type LastTold, type NewMessage } from '../messaging/index.ts'
import { adminsToTell, type Person } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'

export interface BackupDependencies {
  readonly db: Db
  /** Backups are read with the app's own rights. */
  readonly appUrl: string
  readonly config: Pick<
    Config,
    'backupFolder' | 'backupAt' | 'backupKeep' | 'timezone' | 'databaseUrl'
  >
  readonly program: string
  readonly clock: Clock
  readonly log: Logger
  /** Told that there is something to send. */
  readonly onWritten: () => void
}

export interface KeptBackups {
  /** Begins one where it is due and none is being made; returns at once. */
  look(): void
  /** Breaks off what is being made: the next process begins it anew. */
  stop(): Promise<void>
}

/** The kind of message that tells admins how backups stand, and what each was told last. */
export const BACKUP_STATE = 'backup-state'

/** That data is in danger is worth a few days. */
const WORTH_MS = 3 * 24 * 3600_000

/** The moment at which the night's backup was due last, this very one included. */
export function lastDue(timezone: string, minute: number, now: Date): Date {
  const today = civilDay(timezone, now)
  const due = momentOf(timezone, today, minute)
  return due <= now ? due : momentOf(timezone, addCivilDays(today, -1), minute)
}

/**
 * Makes a backup each night, beside the tick, where a folder is named. Whichever process comes first
 * makes it; one that was missed because none ran is made at the next start.
 */
export function keepBackups(dependencies: BackupDependencies): KeptBackups {
  const { db, appUrl, config, program, clock, log } = dependencies
  const stopping = new AbortController()
  let running: Promise<void> | undefined

  async function round(folder: string): Promise<void> {
    const dueAt = lastDue(config.timezone, config.backupAt, clock.now())
    const from = config.databaseUrl === undefined ? 'embedded' : 'server'
    const { signal } = stopping
    const keep = config.backupKeep
    const what = { db, url: appUrl, from, program, folder, keep, dueAt, clock, signal } as const
    const tried = await makeNightly(what)
    if (tried === undefined) return
    if ('error' in tried) log.error({ error: tried.error }, 'the night’s backup was not made')
    else log.info({ ...tried }, 'the night’s backup is made')
    await tellAdmins(dependencies)
  }

  return {
    look() {
      const folder = config.backupFolder
      if (folder === undefined || stopping.signal.aborted || running !== undefined) return
      running = round(folder)
        .catch((error: unknown) => {
          log.error({ error: messageOf(error) }, 'the night’s backup was not looked after')
        })
        .finally(() => {
          running = undefined
        })
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** After two nights without one, once; and whoever was told, again when there is one. */
async function tellAdmins({ db, clock, onWritten }: BackupDependencies): Promise<void> {
  const { missed, failed } = await readNights(db)
  if (missed > 0 && missed < TOLD_AFTER) return
  const args: BackupStateArgs =
    missed === 0
      ? { outcome: 'works', nights: 0, why: '' }
      : { outcome: 'missed', nights: missed, why: failed?.error ?? '' }
  const admins = await adminsToTell(db)
  const now = clock.now()
  const isNews = (last: Readonly<Record<string, unknown>> = {}): boolean =>
    args.outcome === 'missed' ? last['outcome'] !== 'missed' : last['outcome'] === 'missed'
  const write = (last: LastTold): NewMessage[] =>
    admins.filter(({ id }) => isNews(last.get(id))).map((admin) => messageTo(admin, args, now))
  const ids = admins.map(({ id }) => id)
  if ((await tellAnew(db, BACKUP_STATE, ids, write, now)).length > 0) onWritten()
}

function messageTo(person: Person, args: BackupStateArgs, now: Date): NewMessage {
  return {
    lane: 'reply',
    kind: BACKUP_STATE,
    args: { ...args },
    personId: person.id,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
    soundDay: civilDay(person.timezone, now),
  }
}
