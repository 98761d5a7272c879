import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { formatProblem, formatWarning, type Problem } from '../content/index.ts'
import {
  checkRoster,
  tryRoster,
  listUnits,
  MOST_BYTES,
  readTable,
  type RosterImported,
} from '../people/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import type { CsvRow } from '../platform/split-csv.ts'
import { auditShell } from './audit-shell.ts'
import type { Run } from './command.ts'
import { unitNamed } from './unit-assignment.ts'
import { withStore } from './with-store.ts'

type Counts = Omit<RosterImported, 'lines' | 'made'>

/** Who should learn, from a spreadsheet; taken as a whole or not at all, and only with `--apply`. */
export const rosterImport: Run = async (context) => {
  const { file, unit, apply, json } = readArguments(context.args)
  const { stdout, stderr } = context
  const table = await rowsIn(file)
  return withStore(context, async (db, { dataSecret }) => {
    const defaultUnit = unit === undefined ? undefined : await unitNamed(db, unit)
    const units = await listUnits(db)
    if (units.length === 0) {
      throw new UserError('There are no units yet.', { hint: 'Add them first: unit add <name>' })
    }
    const options = { defaultUnit, secret: dataSecret }
    const { rows, newUnits, faults, warnings } = checkRoster(table, units, options)
    const tried =
      faults.length > 0
        ? { kind: 'faulty' as const, faults }
        : await tryRoster(db, { rows, newUnits }, { apply, now: systemClock.now() }, (tx, made) =>
            auditShell(tx, 'roster.imported', {
              details: { added: made.added, changed: made.changed },
            }),
          )
    const wrong = tried.kind === 'faulty' ? tried.faults : []
    const [problems, warned] = [wrong, warnings].map((all): Problem[] =>
      all.map(({ line, what, mend }) => ({ file, line, what, mend })),
    )
    for (const warning of warned ?? []) stderr(formatWarning(warning))
    for (const problem of problems ?? []) stderr(formatProblem(problem))
    const said = { file, rows: rows.length, problems, warnings: warned }
    if (tried.kind === 'faulty') {
      stderr(
        `Nothing was imported: mend ${wrong.length === 1 ? 'what is' : `${wrong.length} things that are`} wrong in ${file}.`,
      )
      if (json) stdout(JSON.stringify({ ...said, imported: false }))
      return 1
    }
    const { kind: _, lines: __, made: ___, ...imported } = tried
    if (json) stdout(JSON.stringify({ ...said, imported: apply, ...imported }))
    else stdout(describe(imported, apply))
    return 0
  })
}

function describe(
  { units, added, changed, unchanged, absent, claimed }: Counts,
  apply: boolean,
): string {
  return [
    `${added} added, ${changed} changed, ${unchanged} as they were`,
    ...(units > 0 ? [`${units} units added`] : []),
    ...(absent > 0
      ? [`${absent} on the roster of these units are not in the file: left as they are`]
      : []),
    ...(claimed > 0 ? [`${claimed} belong to people who have joined already`] : []),
    ...(apply ? [] : ['Dry run: nothing was written. Add --apply to import.']),
  ].join('\n')
}

async function rowsIn(file: string): Promise<readonly CsvRow[]> {
  const kind = extname(file).toLowerCase().slice(1)
  if (kind !== 'csv' && kind !== 'xlsx') {
    throw new UserError(`${file} is neither CSV nor XLSX by its name.`, {
      hint: 'Save the list as .xlsx or .csv; an old .xls is not read.',
    })
  }
  const size = await stat(file).then(
    (found) => found.size,
    () => undefined,
  )
  if (size === undefined) throw new UserError(`${file} cannot be read.`)
  if (size > MOST_BYTES) throw new UserError(`${file} is larger than 20 MB.`)
  const read = await readTable(await readFile(file), kind)
  if (read.ok) return read.rows
  throw new UserError(`${file}${read.line === null ? '' : `:${read.line}`}: ${read.why}.`)
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      apply: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      unit: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    throw new UserError('Which file? Name one, .csv or .xlsx: roster import <file>')
  }
  const { unit, apply, json } = values
  if (apply && values['dry-run']) throw new UserError('Either --apply or --dry-run, not both.')
  return { file, unit, apply, json }
}
