import { readdir, realpath, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { claimFolder } from './claim.ts'
import { explainFileError } from './failure.ts'
import { clusterIn, originName, pointerName, settledHome } from './home.ts'
import { removeStages } from './initdb.ts'
import { findRunningServer } from './running.ts'
import { secretsFile } from './secrets.ts'
import { exists } from './shelter.ts'
import { stopServer } from './stop.ts'

/**
 * Removes the database of `dataDir` for good: stops a server that was left running, then removes
 * the cluster wherever it lies, and our files; the folder too, if nothing else is in it. Plainly
 * removing the folder would leave a running server, or a cluster elsewhere, behind. Throws a
 * UserError when a living process uses the folder; a folder that does not exist is no error.
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  if (!(await exists(dataDir))) return
  try {
    const folder = await realpath(dataDir)
    const claim = await claimFolder(folder)
    try {
      await removeAll(folder)
    } finally {
      await claim.release()
    }
    if ((await readdir(folder)).length === 0) await rmdir(folder)
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

async function removeAll(dataDir: string): Promise<void> {
  const home = await settledHome(dataDir)
  if (home !== undefined) {
    const clusterDir = clusterIn(home)
    if (await exists(clusterDir)) {
      const running = await findRunningServer(clusterDir)
      if (running !== undefined) await stopServer(running)
    }
    await removeStages(home)
    await rm(clusterDir, { recursive: true, force: true })
    // Only what bears our mark is removed on the word of a pointer file.
    if (home !== dataDir && (await exists(join(home, originName)))) {
      await rm(home, { recursive: true, force: true })
    }
  }
  const ours = [pointerName, 'server.log', 'server.log.old'].map((name) => join(dataDir, name))
  for (const file of [...ours, secretsFile(dataDir), `${secretsFile(dataDir)}.new`])
    await rm(file, { force: true })
}
