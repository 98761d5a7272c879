import { migrate, openDatabases } from '../app.ts'
import { parseConfig, type Config } from '../platform/config.ts'
import { withDatabase, type Db } from '../platform/db/index.ts'
import { createLogger } from '../platform/logger.ts'
import type { CommandContext } from './command.ts'
import { DATA_DIR } from './paths.ts'

/**
 * Runs a command's work on the database that the configuration names, migrated; the embedded one is
 * started for it and stopped after it.
 */
export async function withStore<T>(
  { env }: Pick<CommandContext, 'env'>,
  work: (db: Db, config: Config, appUrl: string) => Promise<T>,
): Promise<T> {
  const config = parseConfig(env)
  const log = createLogger(config.logLevel)
  const databases = await openDatabases({ config, dataDir: DATA_DIR, log })
  try {
    await migrate(databases, config.redisUrl)
    return await withDatabase(databases.appUrl, (db) => work(db, config, databases.appUrl))
  } finally {
    await databases.stop()
  }
}
