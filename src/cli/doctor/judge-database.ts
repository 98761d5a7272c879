import { found, type Finding, type Reason } from './reasons.ts'

/** What a database that was reached says of itself. */
export interface DatabaseFacts {
  /** As `server_version_num`: 180004. */
  readonly versionNumber: number
  readonly version: string
  readonly isSuperuser: boolean
  /** Tables of ours that there are. */
  readonly tables: number
  /** Of these, those that the app's role cannot read and write. */
  readonly closedTables: readonly string[]
  /** Whether the app's role can change what it may only add to. */
  readonly changesTrail: boolean
  /** Whether there are tables of the queue that the app's role cannot use. */
  readonly isQueueClosed: boolean
  readonly trigrams: 'there' | 'available' | 'unavailable'
  readonly timezone: string
  readonly knowsZone: boolean
  /** Connections that there may be, those kept for superusers left out. */
  readonly mostConnections: number
  readonly connections: number
  /** Of these, the bot's own. */
  readonly ownConnections: number
  /** Its clock, in milliseconds since 1970. */
  readonly clockMs: number
  /** Undefined where the app's role may not look at it. */
  readonly schema:
    | { missing: number; unknown: number; passedBy: number; applied: number }
    | undefined
  readonly isOursPolling: boolean
}

export type DatabaseSight =
  | { readonly kind: 'malformed' }
  /** An embedded one that was never made. */
  | { readonly kind: 'fresh' }
  | { readonly kind: 'embeddedFailed'; readonly said: string }
  | { readonly kind: 'shut'; readonly where: string; readonly code: string; readonly said: string }
  | { readonly kind: 'open'; readonly where: string; readonly facts: DatabaseFacts }

export interface DatabaseContext {
  /** The organisation's. */
  readonly zone: string
  /** Connections that one process may need. */
  readonly needed: number
  /** Of the oldest Postgres that will do. */
  readonly oldest: number
}

const parts = [
  'database.version',
  'database.rights',
  'database.extensions',
  'database.timezone',
  'database.connections',
  'migrations',
] as const

export function judgeDatabase(sight: DatabaseSight, context: DatabaseContext): readonly Finding[] {
  if (sight.kind === 'open') {
    const { where, facts } = sight
    return [
      found('database/fine', { where }),
      judgeVersion(facts, context.oldest),
      judgeRights(facts),
      judgeExtensions(facts),
      facts.knowsZone
        ? found('database.timezone/fine', { zone: context.zone, theirs: facts.timezone })
        : found('database.timezone/unknown', { zone: context.zone }),
      judgeConnections(facts, context.needed),
      judgeSchema(facts),
    ]
  }
  return [judgeShut(sight), ...parts.map((part) => found(`${part}/unreached`))]
}

function judgeShut(sight: Exclude<DatabaseSight, { kind: 'open' }>): Finding {
  switch (sight.kind) {
    case 'malformed':
    case 'fresh':
      return found(`database/${sight.kind}`)
    case 'embeddedFailed':
      return found('database/embeddedFailed', { said: sight.said })
    case 'shut':
      return found(shutReason(sight.code), { where: sight.where, said: sight.said })
  }
}

/** SQLSTATEs of Postgres (errcodes), and the system's own. */
function shutReason(code: string): Reason {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'database/unknownHost'
    case 'ECONNREFUSED':
      return 'database/refused'
    case 'ETIMEDOUT':
      return 'database/silent'
    case '28P01':
    case '28000':
      return 'database/password'
    case '3D000':
      return 'database/absent'
    case '53300':
      return 'database/full'
    case '57P03':
      return 'database/starting'
    default:
      return 'database/broken'
  }
}

function judgeVersion({ versionNumber, version }: DatabaseFacts, oldest: number): Finding {
  const isOld = versionNumber < oldest * 10_000
  return found(isOld ? 'database.version/old' : 'database.version/fine', { version, oldest })
}

function judgeRights(facts: DatabaseFacts): Finding {
  const { closedTables, tables } = facts
  if (tables === 0) return found('database.rights/empty')
  if (closedTables.length > 0) {
    const some = closedTables.slice(0, 3).join(', ')
    return found('database.rights/missing', { count: closedTables.length, some })
  }
  if (facts.isQueueClosed) return found('database.rights/queue')
  if (facts.isSuperuser) return found('database.rights/superuser')
  return found(facts.changesTrail ? 'database.rights/trail' : 'database.rights/fine')
}

function judgeExtensions({ trigrams }: DatabaseFacts): Finding {
  if (trigrams === 'there') return found('database.extensions/fine')
  return found(
    trigrams === 'available' ? 'database.extensions/absent' : 'database.extensions/unavailable',
  )
}

function judgeConnections(facts: DatabaseFacts, needed: number): Finding {
  const { mostConnections: most, connections: used, ownConnections } = facts
  const free = most - used
  // What a process of ours holds already it does not need once more.
  const wanted = Math.max(0, needed - ownConnections)
  const values = { used, most, free, needed: wanted }
  if (free <= 0) return found('database.connections/full', values)
  return found(free < wanted ? 'database.connections/tight' : 'database.connections/fine', values)
}

function judgeSchema({ schema }: DatabaseFacts): Finding {
  if (schema === undefined) return found('migrations/untold')
  if (schema.unknown > 0) return found('migrations/ahead', { count: schema.unknown })
  if (schema.passedBy > 0) return found('migrations/passedBy', { count: schema.passedBy })
  if (schema.applied === 0) return found('migrations/none')
  return schema.missing > 0
    ? found('migrations/behind', { count: schema.missing })
    : found('migrations/fine', { count: schema.applied })
}
