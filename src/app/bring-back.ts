import { makeBackup, restore, type Inspected, type Restored } from '../backups/index.ts'
import type { Progress } from '../backups/index.ts'
import {
  knownMigrations,
  migrate,
  openDatabases,
  type InfrastructureOptions,
} from './infrastructure.ts'
import { readProgram } from './program.ts'

export interface BroughtBack extends Restored {
  /** Where what was there before is now; undefined: there was nothing. */
  readonly kept: string | undefined
}

export type BringBackOptions = InfrastructureOptions & {
  readonly backup: Inspected
  readonly now: Date
  /** Where what is there is backed up before it is replaced; undefined: nothing may be there. */
  readonly keepOldIn: string | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * Restores a backup into the database that the configuration names, and gives the app its rights.
 *
 * @throws UserError where it is refused; nothing is changed then
 */
export async function bringBack(options: BringBackOptions): Promise<BroughtBack> {
  const { backup, now, keepOldIn, onProgress, ...where } = options
  const { version } = await readProgram()
  const databases = await openDatabases(where)
  const { ownerUrl } = databases
  const from = where.config.databaseUrl === undefined ? 'embedded' : 'server'
  let kept: string | undefined
  try {
    const keepOld = async (folder: string): Promise<void> => {
      const made = { url: ownerUrl, from, program: version, madeAt: now, onProgress } as const
      kept = (await makeBackup({ ...made, folder, why: 'before-restore' })).file
    }
    const restored = await restore({
      backup,
      ownerUrl,
      migrations: knownMigrations(),
      now,
      ...(keepOldIn === undefined ? {} : { keepOld: () => keepOld(keepOldIn) }),
      onProgress,
    })
    await migrate(databases, where.config.redisUrl)
    return { ...restored, kept }
  } finally {
    await databases.stop()
  }
}
