import type { JobRole } from '../words.ts'
import type { RosterNip } from './roster-nip.ts'

/** A place of a checked roster. */
export interface RosterRow {
  readonly line: number
  readonly name: string
  readonly unitId: string
  readonly jobRole: JobRole | null
  readonly phone: string | null
  readonly nip?: RosterNip
}

/** A unit that a file names together with the one above it. */
export interface NewUnit {
  readonly line: number
  readonly id: string
  readonly name: string
  readonly parentId: string
}

/** A place as it was before an import changed it. */
export interface PlaceBefore {
  readonly unitId: string
  readonly name: string
  readonly jobRole: JobRole | null
  readonly phone: string | null
  readonly sealedNip: string | null
  readonly nipHash: string | null
}
