import type { CheckedRoster, RosterFault, TriedRoster } from '../../people/index.ts'
import type { ImportSummary, Line } from './words.ts'

/** Lines that are kept of one file; the numbers above them are of all. */
const MOST_LINES = 20_000

export interface Found {
  readonly summary: ImportSummary
  readonly lines: readonly Line[]
}

/** What a dry run says: first what is wrong, then what is worth a look, then what would be done. */
export function foundIn(
  { warnings, newUnits }: CheckedRoster,
  tried: TriedRoster,
  unitNames: ReadonlyMap<string, string>,
): Found {
  const names = new Map([...unitNames, ...newUnits.map(({ id, name }) => [id, name] as const)])
  const faults = tried.kind === 'faulty' ? tried.faults : []
  const done = tried.kind === 'imported' ? tried : undefined
  const lines: Line[] = [
    ...faults.map((fault) => ({ ...said(fault), kind: 'fault' as const })),
    ...warnings.map((fault) => ({ ...said(fault), kind: 'warning' as const })),
    ...(done === undefined
      ? []
      : newUnits.map(({ line, name, parentId }) => ({
          line,
          kind: 'unit' as const,
          key: 'import-line-unit',
          values: { name, parent: names.get(parentId) ?? '' },
        }))),
    ...(done?.lines ?? []).map(({ line, kind, name, unitId, was }) => ({
      line,
      kind,
      key: was === null ? `import-line-${kind}` : 'import-line-renamed',
      values: { name, unit: names.get(unitId) ?? '', was: was ?? '' },
    })),
  ]
  return {
    lines: lines.slice(0, MOST_LINES),
    summary: {
      units: done?.units ?? 0,
      added: done?.added ?? 0,
      changed: done?.changed ?? 0,
      unchanged: done?.unchanged ?? 0,
      absent: done?.absent ?? 0,
      claimed: done?.claimed ?? 0,
      faults: faults.length,
      warnings: warnings.length,
    },
  }
}

function said({ line, problem, value, other }: RosterFault): Omit<Line, 'kind'> {
  return { line, key: `import-${problem}`, values: { value, other } }
}
