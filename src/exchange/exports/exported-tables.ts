import type { Column } from '../../platform/spreadsheet/table.ts'

type Named = readonly [name: string, width: number, kind?: Column['kind']]

/**
 * The columns of each table, under names that do not change with the language: other programs read
 * them. What they mean stands in the table `definitions`, in the language of whoever asked.
 */
export const exportedTables = {
  people: [
    ['person_id', 38],
    ['name', 32],
    ['unit', 32],
    ['role', 14],
    ['state', 14],
    ['joined_on', 12, 'day'],
    ['last_seen_on', 12, 'day'],
    ['on_roster', 10],
    ['lessons_sent', 10],
    ['lessons_done', 10],
  ],
  deliveries: [
    ['delivery_id', 12],
    ['person_id', 38],
    ['unit', 32],
    ['track', 16],
    ['lesson', 32],
    ['position', 9],
    ['due_on', 12, 'day'],
    ['sent_at', 17, 'moment'],
    ['closed_at', 17, 'moment'],
    ['state', 12],
  ],
  answers: [
    ['answer_id', 12],
    ['person_id', 38],
    ['question', 32],
    ['version', 9],
    ['occasion', 12],
    ['option', 9],
    ['correct', 9],
    ['sure', 9],
    ['answered_at', 17, 'moment'],
  ],
  items: [
    ['question', 32],
    ['version', 9],
    ['lesson', 32],
    ['wording', 60],
    ['key', 9],
    ['answers', 10],
    ['correct', 10],
    ['first_answers', 13],
    ['first_correct', 13],
  ],
  units: [
    ['unit_id', 38],
    ['unit', 32],
    ['parent', 32],
    ['sector', 14],
    ['people', 10],
    ['roster_places', 13],
    ['places_claimed', 14],
  ],
  personnel: [
    ['nip', 22],
    ['name', 32],
    ['unit', 32],
    ['track', 16],
    ['track_title', 32],
    ['started_on', 12, 'day'],
    ['completed_on', 12, 'day'],
    ['issued_on', 12, 'day'],
    ['jp', 6],
    ['jp_basis', 32],
    ['certificate_number', 24],
    ['revoked_on', 12, 'day'],
  ],
  definitions: [
    ['table', 14],
    ['column', 20],
    ['meaning', 90],
  ],
} as const satisfies Record<string, readonly Named[]>

export type ExportedTable = keyof typeof exportedTables

/**
 * What a coordinator does not get: answers and what they add up to (a coordinator sees that somebody
 * took part, and never an answer or a score), and NIPs, which only a register of personnel needs.
 */
const ofAdminsAlone: readonly string[] = ['answers', 'items', 'personnel.nip']

export function tablesFor(scope: 'all' | 'units'): readonly ExportedTable[] {
  const names = Object.keys(exportedTables) as ExportedTable[]
  return names.filter((name) => scope === 'all' || !ofAdminsAlone.includes(name))
}

export function columnsOf(table: ExportedTable, scope: 'all' | 'units'): readonly Column[] {
  const named: readonly Named[] = exportedTables[table]
  return named
    .filter(([name]) => scope === 'all' || !ofAdminsAlone.includes(`${table}.${name}`))
    .map(([title, width, kind]) => ({ title, width, ...(kind === undefined ? {} : { kind }) }))
}
