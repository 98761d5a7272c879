import { migrate, openDatabases, type Databases } from '../app.ts'
import { parseConfig, type Config } from '../platform/config.ts'
import { withDatabase, type Db } from '../platform/db/index.ts'
import { createLogger } from '../platform/logger.ts'
import type { CommandContext } from './command.ts'
import { DATA_DIR } from './paths.ts'

/**
 * Runs a command's work on the database that the configuration names, migrated; the embedded one is
 * started for it and stopped after it.
 */
export function withStore<T>(
  context: Pick<CommandContext, 'env'>,
  work: (db: Db, config: Config, appUrl: string) => Promise<T>,
): Promise<T> {
  return withUrls(context, ({ appUrl }, config) =>
    withDatabase(appUrl, (db) => work(db, config, appUrl)),
  )
}

/** The same as the role that owns the tables: for what the app's own role may not do. */
export function withOwner<T>(
  context: Pick<CommandContext, 'env'>,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return withUrls(context, ({ ownerUrl }) => withDatabase(ownerUrl, work))
}

async function withUrls<T>(
  { env }: Pick<CommandContext, 'env'>,
  work: (urls: Pick<Databases, 'ownerUrl' | 'appUrl'>, config: Config) => Promise<T>,
): Promise<T> {
  const config = parseConfig(env)
  const log = createLogger(config.logLevel)
  const databases = await openDatabases({ config, dataDir: config.dataDir ?? DATA_DIR, log })
  try {
    await migrate(databases, config.redisUrl)
    return await work(databases, config)
  } finally {
    await databases.stop()
  }
}
