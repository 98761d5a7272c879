import type { Db } from '../../platform/db/index.ts'
import { tellProgress } from '../tell-progress.ts'
import type { RosterImport } from './imports-store.ts'

/** The row of the message that tells how far an import is, and that later ones edit. */
export function importKey(id: number): string {
  return `import:${id}`
}

/** How far it is. @returns new rows */
export function tellImport(
  db: Db,
  { id, personId }: Pick<RosterImport, 'id' | 'personId'>,
  now: Date,
): Promise<number[]> {
  const args = { importId: id }
  return tellProgress(db, { personId, kind: 'import-progress', args, key: importKey(id) }, now)
}
