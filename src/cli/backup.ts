import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUp } from '../app.ts'
import { systemClock } from '../platform/clock.ts'
import { parseConfig } from '../platform/config.ts'
import { createLogger } from '../platform/logger.ts'
import { sayHowFar, sizeText } from './backup-words.ts'
import type { Run } from './command.ts'
import { DATA_DIR } from './paths.ts'

/** One file with all that the database holds. The bot may run meanwhile. */
export const backup: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: { to: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const config = parseConfig(context.env)
  const folder = values.to === undefined ? (config.backupFolder ?? BACKUPS_DIR) : resolve(values.to)
  const made = await backUp({
    config,
    dataDir: config.dataDir ?? DATA_DIR,
    log: createLogger(config.logLevel),
    folder,
    madeAt: systemClock.now(),
    onProgress: sayHowFar(context.stderr),
  })
  context.stdout(
    values.json
      ? JSON.stringify(made)
      : `${made.rows} rows are backed up in ${made.file} (${sizeText(made.bytes)}).
It holds people's data and is readable for you alone: keep it so, on another machine too. DATA_SECRET and BOT_TOKEN are not in it.`,
  )
  return 0
}

/** Where backups go when nobody says where. */
export const BACKUPS_DIR = join(DATA_DIR, 'backups')
