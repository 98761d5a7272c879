import type { Clock } from '../platform/clock.ts'
import type { FaultPlan, Faults } from './faults/types.ts'
import type { Route } from './http/server.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { PaceLimits } from './limits/pace.ts'
import type { EventHub } from './events.ts'
import type { GroupProfile, SimulatedGroup } from './people/group.ts'
import type { SimulatedPerson } from './people/person.ts'
import type { PersonProfile } from './world/chats.ts'

export const DEFAULT_TOKEN = '123456:demo'

export interface SimulatorOptions {
  /** Civil time: dates of messages, expiry of updates and presses, how long messages can be deleted. */
  clock: Clock
  /** Default 127.0.0.1: reachable from this machine alone. */
  host?: string
  /** Default 0: chosen by the system. */
  port?: number
  /** Each is a bot of its own, with its own people. Default ['123456:demo']. */
  tokens?: readonly string[]
  /** Default 30 a second over all chats and about 1 to each; see limits/pace.ts. */
  limits?: PaceLimits
  faults?: FaultPlan
  /** Decides ids, shuffles and chances. Default 1. */
  seed?: number
  /** Pages beside the API, asked in order for what is not /bot, /file or /sim. */
  routes?: readonly Route[]
  /** Bounds on memory; see MEMORY for the defaults. */
  memory?: Partial<MemoryBounds>
  /** Mistakes of the simulator itself, which answer 500. Default: they are thrown by close(). */
  onError?: (error: unknown) => void
}

export interface MemoryBounds {
  ledgerEntries: number
  messagesPerChat: number
  /** Bytes of uploaded files. */
  files: number
}

export const MEMORY: MemoryBounds = {
  ledgerEntries: 1_000_000,
  messagesPerChat: 100_000,
  files: 256 * 1024 * 1024,
}

/** Telegram in a box. */
export interface Simulator {
  /** The API root for a bot's client. */
  readonly url: string
  readonly port: number
  /** Of the first token: the bot's user name, for t.me links. */
  readonly botUsername: string
  /** The person with that id, made if unknown. `token` defaults to the first. */
  person(profile: PersonProfile, token?: string): SimulatedPerson
  people(token?: string): readonly SimulatedPerson[]
  group(profile: GroupProfile, token?: string): SimulatedGroup
  readonly ledger: Ledger
  readonly faults: Faults
  readonly limits: {
    readonly current: PaceLimits
    set(limits: PaceLimits): void
    /** How many sends came although their sender had been told to wait. */
    readonly ignoredWaits: number
  }
  readonly events: Pick<EventHub, 'subscribe'>
  /** Updates that wait for the bot. */
  pendingUpdates(token?: string): number
  /** Whether the bot's getUpdates is being held open: it listens, and nothing is there for it. */
  isPolling(token?: string): boolean
  addRoute(route: Route): void
  /** Ends every connection, timer and push; throws what went wrong inside if nobody took it. */
  close(): Promise<void>
}
