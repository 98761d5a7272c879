import { found, type Finding } from './reasons.ts'

export interface FolderFacts {
  readonly folder: string
  /** The system's code where nothing can be written there; undefined: it can. */
  readonly fault: string | undefined
}

export interface DiskFacts {
  readonly folder: string
  /** Bytes that this user may still write. */
  readonly freeBytes: number
  /** Undefined where the file system has no such number. */
  readonly freeInodes: number | undefined
}

export interface ContentFacts {
  readonly tracks: number
  readonly lessons: number
  /** Each as `file:line: what: how to mend it`. */
  readonly errors: readonly string[]
}

export interface MachineFacts {
  readonly nodeVersion: string
  readonly folder: FolderFacts
  readonly disk: DiskFacts | undefined
  /** Whether the database lies in that folder. */
  readonly isEmbedded: boolean
  readonly content: ContentFacts
}

const NODE = 24

const MB = 1e6
/** Bytes: what Postgres needs for a log of changes that has grown, and for a morning's rows. */
const EMBEDDED = { least: 300 * MB, well: 2000 * MB }
/** Bytes: compiled code and what is written for a moment. */
const ALONE = { least: 20 * MB, well: 200 * MB }

export function judgeMachine(facts: MachineFacts): readonly Finding[] {
  const { nodeVersion, content } = facts
  const isOld = Number(nodeVersion.split('.')[0]) < NODE
  return [
    found(isOld ? 'node/old' : 'node/fine', { version: nodeVersion, needed: NODE }),
    judgeFolder(facts.folder),
    judgeDisk(facts.disk, facts.isEmbedded),
    content.errors.length > 0
      ? found('content/broken', { count: content.errors.length, first: content.errors[0] ?? '' })
      : found('content/fine', { tracks: content.tracks, lessons: content.lessons }),
  ]
}

function judgeFolder({ folder, fault }: FolderFacts): Finding {
  switch (fault) {
    case undefined:
      return found('folders/fine', { folder })
    case 'EROFS':
      return found('folders/readOnly', { folder })
    case 'EACCES':
    case 'EPERM':
      return found('folders/denied', { folder })
    case 'ENOSPC':
    case 'EDQUOT':
      return found('folders/full', { folder })
    default:
      return found('folders/broken', { folder, code: fault })
  }
}

function judgeDisk(disk: DiskFacts | undefined, isEmbedded: boolean): Finding {
  if (disk === undefined) return found('disk/untold')
  const { folder, freeBytes, freeInodes } = disk
  const { least, well } = isEmbedded ? EMBEDDED : ALONE
  const values = { folder, free: Math.floor(freeBytes / MB), well: well / MB }
  if (freeInodes === 0) return found('disk/noInodes', values)
  if (freeBytes < least) return found('disk/full', values)
  return found(freeBytes < well ? 'disk/low' : 'disk/fine', values)
}
