import type { Catalogue } from '../content/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import type { SteadyClock } from '../platform/steady-clock.ts'
import type { Logger } from '../platform/logger.ts'
import type { Role } from './roles.ts'

export interface AppOptions {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  /**
   * The same clock, where it is this machine's own: a start with one that is wrong by hours is
   * refused, and a jump is followed only when Telegram's clock says the same.
   */
  readonly steady?: SteadyClock
  /** Elapsed milliseconds between two looks whether it has jumped. */
  readonly clockEveryMs?: number
  /** Where an embedded Postgres keeps its data. */
  readonly dataDir: string
  /** The folder with the lessons. */
  readonly lessonsDir: string
  /** What stands in that folder, where it has been read already: for whoever starts several. */
  readonly catalogue?: Catalogue
  /** Takes up the lessons whenever their files change: for whoever writes them. */
  readonly watchLessons?: boolean
  /** Ends a start that waits, e.g. for a Telegram that cannot be reached. */
  readonly signal?: AbortSignal
  /** Elapsed milliseconds between two messages to one chat; Telegram's own pace by default. */
  readonly chatGapMs?: number
  /** Elapsed milliseconds between two looks at what has become due. */
  readonly tickMs?: number
  /** Elapsed milliseconds between two looks whether another process has reloaded the lessons. */
  readonly reloadsEveryMs?: number
  /** People whose updates are handled side by side. */
  readonly handlers?: number
  /** Bytes of an export that are sent as a document; what Telegram takes by default. */
  readonly mostSentBytes?: number
  readonly queuePrefix?: string
  /** Chance, from 0 to 1 without 1: it decides on the words of reminders. */
  readonly random?: () => number
  /** The version of the privacy notice that is asked for, where it is not the one of the texts. */
  readonly noticeVersion?: number
  /** What this process does; everything where it is left out. */
  readonly only?: readonly Role[]
  readonly postgresSettings?: Readonly<Record<string, string>>
}
