import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportedTables } from '../../src/exchange/exports/exported-tables.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { exportScene, sheetsOf, type ExportScene } from '../support/exporting.ts'
import { unzip } from '../support/unzip.ts'

type Kind = 'text' | 'number' | 'truth' | 'day' | 'moment'

/** What each column holds, written down once more, apart from what writes it. */
const kindsOf: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  people: {
    person_id: 'text',
    name: 'text',
    unit: 'text',
    role: 'text',
    state: 'text',
    joined_on: 'day',
    last_seen_on: 'day',
    on_roster: 'truth',
    lessons_sent: 'number',
    lessons_done: 'number',
  },
  deliveries: {
    delivery_id: 'number',
    person_id: 'text',
    unit: 'text',
    track: 'text',
    lesson: 'text',
    position: 'number',
    due_on: 'day',
    sent_at: 'moment',
    closed_at: 'moment',
    state: 'text',
  },
  answers: {
    answer_id: 'number',
    person_id: 'text',
    question: 'text',
    version: 'number',
    occasion: 'text',
    option: 'text',
    correct: 'truth',
    sure: 'truth',
    answered_at: 'moment',
  },
  items: {
    question: 'text',
    version: 'number',
    lesson: 'text',
    wording: 'text',
    key: 'text',
    answers: 'number',
    correct: 'number',
    first_answers: 'number',
    first_correct: 'number',
  },
  units: {
    unit_id: 'text',
    unit: 'text',
    parent: 'text',
    sector: 'text',
    people: 'number',
    roster_places: 'number',
    places_claimed: 'number',
  },
  personnel: {
    nip: 'text',
    name: 'text',
    unit: 'text',
    track: 'text',
    track_title: 'text',
    started_on: 'day',
    completed_on: 'day',
    issued_on: 'day',
    jp: 'number',
    jp_basis: 'text',
    certificate_number: 'text',
    revoked_on: 'day',
  },
  definitions: { table: 'text', column: 'text', meaning: 'text' },
}

function kindOf(value: unknown): Kind | 'none' {
  if (value === null || value === undefined) return 'none'
  if (value instanceof Date) return value.getTime() % 86_400_000 === 0 ? 'day' : 'moment'
  if (typeof value === 'boolean') return 'truth'
  return typeof value === 'number' ? 'number' : 'text'
}

const isTable = (name: string): name is keyof typeof exportedTables =>
  Object.hasOwn(exportedTables, name)

function exportedWidths(name: string): number[] {
  return isTable(name) ? exportedTables[name].map(([, width]) => width) : []
}

describe('a workbook that was exported, opened by another reader', () => {
  let scene: ExportScene
  beforeAll(async () => {
    scene = await exportScene()
  })
  afterAll(() => scene.world.close())

  it('holds in every sheet what it says: types, days, moments, widths, and a head that stays', async () => {
    const bytes = await scene.exported(scene.admin, 'xlsx')
    const sheets = await sheetsOf(bytes)
    const parts = await unzip(bytes)
    const rows = await rowsOf<Record<string, unknown>>(
      scene.world.app.db,
      sql`select p.id::text as person_id, d.due_day::text as due_on,
          to_char(d.sent_at at time zone 'Asia/Makassar', 'YYYY-MM-DD HH24:MI') as sent_at
        from deliveries d join people p on p.id = d.person_id order by d.id`,
    )
    for (const [i, [name, columns]] of Object.entries(kindsOf).entries()) {
      const [head = [], ...lines] = sheets[name] ?? []
      expect([name, head]).toEqual([name, Object.keys(columns)])
      expect([name, lines.length > 0]).toEqual([name, true])
      for (const [at, [column, kind]] of Object.entries(columns).entries()) {
        const found = new Set(lines.map((line) => kindOf(line[at])).filter((one) => one !== 'none'))
        const holds = [...found].every(
          (one) => one === kind || (kind === 'moment' && one === 'day'),
        )
        expect([name, column, [...found], holds]).toEqual([name, column, [...found], true])
      }
      const xml = parts.get(`xl/worksheets/sheet${i + 1}.xml`) ?? ''
      const widths = [...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => Number(width))
      expect([name, widths]).toEqual([name, exportedWidths(name)])
      expect(xml).toContain('<pane ySplit="1"')
    }
    // Days and moments are those of the database, in civil time.
    const deliveries = (sheets['deliveries'] ?? []).slice(1)
    // A day's fraction has no exact form: what the reader is a millisecond short of is that minute.
    const day = (value: unknown, length: number): string | null =>
      value instanceof Date
        ? new Date(Math.round(value.getTime() / 1000) * 1000)
            .toISOString()
            .slice(0, length)
            .replace('T', ' ')
        : null
    expect(deliveries.map((line) => [line[1], day(line[6], 10), day(line[7], 16)])).toEqual(
      rows.map((row) => [row['person_id'], row['due_on'], row['sent_at']]),
    )
    // A number is written for machines, and shown as the reader's own language has it: 1.234,5.
    expect(Object.values(sheets).flat(2)).not.toContainEqual(
      expect.stringMatching(/^\d{1,3}(\.\d{3})*,\d+$/),
    )
  })
})
