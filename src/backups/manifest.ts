import { z } from 'zod'

/** Raised when a program that knows only the one before could not read it. */
export const FORMAT = 'sedikit-backup/1'

const text = z.string().max(200)
const count = z.number().int().min(0)

/** The first entry of a backup: what is needed before the first row is read. */
export const headShape = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Versions of the program and of the server that it was made from. */
  program: text,
  postgres: text,
  /** Where it came from: the embedded Postgres or one that was named. */
  from: z.enum(['embedded', 'server']),
  /** Whether a bot was at work on it: then messages went out after it, of which it knows nothing. */
  inUse: z.boolean(),
  /** The migrations that it has had, by the moment that names each in the journal. */
  migrations: z.array(z.object({ when: z.number().int(), hash: text })),
  tables: z.array(z.object({ name: text, columns: z.array(text) })),
})

/** The last entry but one: what was counted on the way. */
export const countsShape = z.object({
  tables: z.array(z.object({ name: text, rows: count, bytes: count, sha256: text })),
  sequences: z.array(
    z.object({ name: text, last: z.string().regex(/^-?\d+$/), called: z.boolean() }),
  ),
})

export type Head = z.infer<typeof headShape>
export type Counts = z.infer<typeof countsShape>

export const HEAD = 'backup.json'
export const COUNTS = 'counts.json'
/** The last entry: the digest of everything before it. */
export const DIGEST = 'sha256'

/** Rows of a table come in parts, so that neither side holds a table in memory. */
export function partName(table: string, part: number): string {
  return `${table}/${String(part).padStart(6, '0')}.copy.gz`
}

/** The table that a part is of. */
export function tableOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/'))
}

export function rowsIn(counts: Counts): number {
  return counts.tables.reduce((sum, { rows }) => sum + rows, 0)
}
