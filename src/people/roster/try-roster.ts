import type { Db } from '../../platform/db/index.ts'
import type { CheckedRoster } from './check-roster.ts'
import { rosterFault, type RosterFault } from './roster-faults.ts'
import { importRoster, type RosterImported } from './roster-store.ts'

export type TriedRoster =
  | ({ readonly kind: 'imported' } & RosterImported)
  | { readonly kind: 'faulty'; readonly faults: readonly RosterFault[] }

/**
 * Carries a checked roster out, or only tries to: a dry run does everything and takes it back, so its
 * numbers are those of the real one.
 *
 * @param apply whether it stays
 */
export async function tryRoster(
  db: Db,
  { rows, newUnits }: Pick<CheckedRoster, 'rows' | 'newUnits'>,
  { apply, now }: { readonly apply: boolean; readonly now: Date },
  also: (tx: Db, made: RosterImported) => Promise<void> = () => Promise.resolve(),
): Promise<TriedRoster> {
  const undone = new Error('dry run')
  let tried: TriedRoster | undefined
  try {
    return await db.transaction(async (tx) => {
      const imported = await importRoster(tx, rows, now, newUnits)
      tried =
        imported.kind === 'imported'
          ? imported
          : {
              kind: 'faulty',
              faults: imported.rows.map(({ line, name }) => rosterFault(line, 'same-place', name)),
            }
      if (!apply) throw undone
      if (imported.kind === 'imported') await also(tx, imported)
      return tried
    })
  } catch (error) {
    if (error === undone && tried !== undefined) return tried
    throw error
  }
}
