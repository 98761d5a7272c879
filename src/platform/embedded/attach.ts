import { realpath } from 'node:fs/promises'
import { readPidFile } from './pid-file.ts'
import { serverProcesses } from './processes.ts'
import { clusterIn, settledHome } from './home.ts'
import { readSecrets } from './secrets.ts'
import { exists } from './shelter.ts'
import { appRole, ownerRole } from './provision.ts'
import { urlOf } from './urls.ts'

/**
 * The server of `dataDir` that another process runs, to be read beside it; undefined when none runs.
 * Claims nothing and changes nothing: what is found may end at any moment.
 */
export async function findEmbeddedPostgres(
  dataDir: string,
): Promise<{ ownerUrl: string; appUrl: string } | undefined> {
  if (!(await exists(dataDir))) return undefined
  const folder = await realpath(dataDir)
  const home = await settledHome(folder)
  const secrets = await readSecrets(folder)
  if (home === undefined || secrets === undefined) return undefined
  const file = await readPidFile(clusterIn(home))
  if (file === undefined || file === 'absent') return undefined
  if (file.status !== 'ready' || file.port === undefined) return undefined
  if (!(await serverProcesses(clusterIn(home))).includes(file.pid)) return undefined
  return {
    ownerUrl: urlOf(ownerRole, secrets.owner, file.port),
    appUrl: urlOf(appRole, secrets.app, file.port),
  }
}
