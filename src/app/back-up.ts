import { join } from 'node:path'
import { makeBackup, type BackupOptions, type Made } from '../backups/index.ts'
import { openDatabases, type InfrastructureOptions } from './infrastructure.ts'
import { readProgram } from './program.ts'

type BackUpOptions = Pick<BackupOptions, 'folder' | 'madeAt' | 'onProgress'> & InfrastructureOptions

/**
 * Makes a backup of the database that the configuration names. The embedded one is read where it runs;
 * where it does not, it is started for it, and the backup is noted as its last state.
 *
 * @throws UserError where the database cannot be reached, or the folder not be written to
 */
export async function backUp({
  folder,
  madeAt,
  onProgress,
  ...where
}: BackUpOptions): Promise<Made> {
  const { version } = await readProgram()
  const make = (url: string, from: 'embedded' | 'server'): Promise<Made> =>
    makeBackup({ url, from, program: version, folder, madeAt, onProgress })
  if (where.config.databaseUrl !== undefined) {
    return make(where.config.databaseOwnerUrl ?? where.config.databaseUrl, 'server')
  }
  const { findEmbedded, noteHandover } = await import('../platform/embedded/index.ts')
  const postgresDir = join(where.dataDir, 'postgres')
  const found = await findEmbedded(postgresDir)
  if (found.kind === 'running') return make(found.ownerUrl, 'embedded')
  const databases = await openDatabases(where)
  let made: Made
  try {
    made = await make(databases.ownerUrl, 'embedded')
  } finally {
    await databases.stop()
  }
  await noteHandover(postgresDir, made.file)
  return made
}
