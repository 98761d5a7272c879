import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bringBack, knownMigrations, type BroughtBack } from '../app.ts'
import { assertRestorable, inspectBackup, standing, type Inspected } from '../backups/index.ts'
import { systemClock } from '../platform/clock.ts'
import { parseConfig } from '../platform/config.ts'
import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import { sayHowFar, sizeText } from './backup-words.ts'
import { BACKUPS_DIR } from './backup.ts'
import type { Run } from './command.ts'
import { DATA_DIR } from './paths.ts'

/** Brings a backup into an empty database, or with `--replace` into the place of what is there. */
export const restore: Run = async (context) => {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) {
    throw new UserError('Which backup? Name one file.', { hint: 'restore <file> [--check]' })
  }
  const { stdout, stderr } = context
  const inspected = await inspectBackup(resolve(file))
  const migrations = knownMigrations()
  const { head, counts, rows, bytes, sha256 } = inspected
  const version = standing(head.migrations, migrations)
  const contents = { ...head, rows, bytes, sha256, version, counts: counts.tables }
  if (values.check) {
    stdout(values.json ? JSON.stringify(contents) : describe(inspected))
    assertRestorable(inspected, migrations)
    if (!values.json) stdout('It is whole, and this version can restore it.')
    return 0
  }
  const config = parseConfig(context.env)
  const done = await bringBack({
    config,
    dataDir: config.dataDir ?? DATA_DIR,
    log: createLogger(config.logLevel),
    backup: inspected,
    now: systemClock.now(),
    keepOldIn: values.replace ? (config.backupFolder ?? BACKUPS_DIR) : undefined,
    onProgress: sayHowFar(stderr),
  })
  const { tables, ...rest } = done
  stdout(
    values.json
      ? JSON.stringify({ ...rest, madeAt: head.madeAt, tables: Object.fromEntries(tables) })
      : summary(inspected, done),
  )
  return 0
}

function describe({ file, bytes, rows, sha256, head, counts }: Inspected): string {
  const widest = Math.max(...counts.tables.map(({ rows: count }) => String(count).length), 1)
  return [
    `${file}: ${sizeText(bytes)}, ${rows} rows of ${counts.tables.length} tables`,
    `made at ${head.madeAt} by version ${head.program}, from ${head.from === 'embedded' ? 'the embedded Postgres' : 'Postgres'} ${head.postgres}${head.inUse ? ', while a bot was at work' : ''}`,
    `${head.migrations.length} migrations, SHA-256 ${sha256}`,
    ...counts.tables
      .filter(({ rows: count }) => count > 0)
      .map(({ name, rows: count }) => `  ${String(count).padStart(widest)}  ${name}`),
  ].join('\n')
}

function summary({ head }: Inspected, done: BroughtBack): string {
  const { rows, tables, kept, leftOut, migrated, settled } = done
  const filled = [...tables.values()].filter((count) => count > 0).length
  return [
    `Restored: ${rows} rows of ${filled} tables, each counted as in the backup of ${head.madeAt}.`,
    ...(migrated === 0 ? [] : [`It was older: ${migrated} migration(s) were applied to it.`]),
    ...(leftOut.length === 0 ? [] : [`Left out, none of ours: ${leftOut.join(', ')}.`]),
    ...(kept === undefined ? [] : [`What was there before is in ${kept}.`]),
    ...(head.inUse
      ? [
          `A bot was at work when it was made: ${settled.uncertain} message(s) that were about to go then are not sent again, ${settled.passed} command(s) are not answered again.`,
        ]
      : []),
    'Whoever was erased since then is in it again: erase them anew (docs/backup.md). Then start the bot.',
  ].join('\n')
}
