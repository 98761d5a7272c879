import { createHmac, hkdfSync } from 'node:crypto'
import { openSealed, seal } from '../../platform/seal.ts'

/** A NIP as it stands on the roster: sealed, and beside it what finds it again. */
export interface RosterNip {
  /** Keyed: who reads the table cannot try all numbers until one fits. */
  readonly hash: string
  readonly sealed: string
}

export function rosterNip(secret: string, nip: string): RosterNip {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'sedikit roster nip hash v1', 32))
  const hash = createHmac('sha256', key).update(nip).digest('base64url')
  return { hash, sealed: seal(secret, ownerOf(hash), nip) }
}

/** @returns undefined where there is none, or it was sealed under another secret */
export function openRosterNip(
  secret: string,
  hash: string | undefined,
  sealed: string | undefined,
): string | undefined {
  return hash === undefined || sealed === undefined
    ? undefined
    : openSealed(secret, ownerOf(hash), sealed)
}

/** A place gets its number after it is sealed; moved to the row of another NIP it stays shut. */
function ownerOf(hash: string): string {
  return `roster:${hash}`
}
