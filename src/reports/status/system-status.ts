import { readSending, type Lane, type SendingState } from '../../messaging/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Parked, QueueCount, Queues } from '../../platform/queue/index.ts'
import {
  readFailures,
  readInbox,
  readOutbox,
  readServer,
  type FailureCount,
  type InboxState,
} from './status-store.ts'

/** How the system is, for whoever looks after it. Nothing of it is about a person. */
export interface SystemStatus {
  readonly queues: {
    readonly kind: 'redis' | 'postgres'
    /** Null: the queues do not answer. */
    readonly counts: readonly QueueCount[] | null
    readonly parked: Parked | null
  }
  readonly inbox: InboxState
  readonly outbox: readonly {
    readonly lane: Lane
    readonly due: number
    /** Milliseconds for which the oldest has been due. */
    readonly oldestMs: number
  }[]
  readonly sending: SendingState | undefined
  /** Bulk messages a second. */
  readonly sendRate: number
  readonly failures: readonly FailureCount[]
  /** Null: none is made by itself. */
  readonly backup: BackupState | null
  readonly versions: Versions
}

export interface BackupState {
  /** Null: there has not been one yet. */
  readonly last: { readonly ageMs: number; readonly bytes: number } | null
  /** Nights without one since. */
  readonly missed: number
}

export interface Versions {
  readonly program: string
  /** Migrations that the database has, and those that this program knows. */
  readonly schema: { readonly applied: number; readonly known: number }
  readonly content: { readonly mark: string; readonly tracks: number; readonly lessons: number }
  readonly node: string
  readonly postgres: string
  /** Null without Redis, or when it does not answer. */
  readonly redis: string | null
}

export interface StatusDependencies {
  readonly db: Db
  readonly botId: number
  readonly queues: Pick<Queues, 'kind' | 'counts' | 'parked' | 'serverVersion'>
  readonly sendRate: number
  readonly program: { readonly version: string; readonly migrations: number }
  readonly content: () => Versions['content']
  readonly backup: (now: Date) => Promise<BackupState | null>
}

/** Parked jobs that are described; the rest is counted. */
const MOST_PARKED = 20

/** @throws when the database does not answer; queues that do not are told as such */
export async function readSystemStatus(
  { db, botId, queues, sendRate, program, content, backup }: StatusDependencies,
  now: Date,
): Promise<SystemStatus> {
  const [counts, parked, redis] = await Promise.all([
    queues.counts().catch(() => null),
    queues.parked(MOST_PARKED).catch(() => null),
    queues.serverVersion().catch(() => null),
  ])
  const server = await readServer(db)
  const [sending] = await readSending(db, botId)
  return {
    queues: { kind: queues.kind, counts, parked },
    inbox: await readInbox(db, now),
    outbox: await readOutbox(db, now),
    sending,
    sendRate,
    failures: await readFailures(db),
    backup: await backup(now),
    versions: {
      program: program.version,
      schema: { applied: server.migrations, known: program.migrations },
      content: content(),
      node: process.version.replace(/^v/, ''),
      postgres: server.version,
      redis,
    },
  }
}
