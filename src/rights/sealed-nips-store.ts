import { sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../platform/db/index.ts'

/** A sealed NIP; with a hash where it is one of the roster. */
export interface SealedNip extends Record<string, unknown> {
  readonly nip: string
  readonly hash: string | null
}

/** Every sealed NIP of a person: for certificates, as it was printed, and of the roster. */
export function sealedNips(db: Db, personId: string): Promise<SealedNip[]> {
  return rowsOf<SealedNip>(
    db,
    sql`
    select sealed_nip as nip, null as hash from certificate_holders
    where person_id = ${personId} and sealed_nip is not null
    union
    select s.sealed_nip, null from certificates c
    join certificate_sheets s on s.certificate_id = c.id
    where c.person_id = ${personId} and s.sealed_nip is not null
    union
    select sealed_nip, nip_hash from roster_places
    where person_id = ${personId} and sealed_nip is not null`,
  )
}
