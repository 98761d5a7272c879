import { realpath } from 'node:fs/promises'
import { clusterIn, settledHome } from './home.ts'
import { readPidFile } from './pid-file.ts'
import { serverProcesses } from './processes.ts'
import { appRole, ownerRole } from './provision.ts'
import { readSecrets } from './secrets.ts'
import { exists } from './shelter.ts'
import { urlOf } from './urls.ts'

export type FoundEmbedded =
  /** Nothing was ever made here. */
  | { readonly kind: 'absent' }
  /** There is a database, and nobody serves it. */
  | { readonly kind: 'stopped' }
  /** Some process serves it; with the addresses of both roles. It may end at any moment. */
  | { readonly kind: 'running'; readonly ownerUrl: string; readonly appUrl: string }

/**
 * Looks whether `dataDir` holds an embedded Postgres and whether it runs, without claiming, starting
 * or mending anything.
 *
 * @throws UserError when the folder's pointer leads nowhere, or its passwords cannot be read
 */
export async function findEmbedded(dataDir: string): Promise<FoundEmbedded> {
  if (!(await exists(dataDir))) return { kind: 'absent' }
  const folder = await realpath(dataDir)
  const home = await settledHome(folder)
  if (home === undefined || !(await exists(clusterIn(home)))) return { kind: 'absent' }
  const file = await readPidFile(clusterIn(home))
  if (file === undefined || file === 'absent' || file.status !== 'ready') return { kind: 'stopped' }
  const lives = (await serverProcesses(clusterIn(home))).includes(file.pid)
  const secrets = await readSecrets(folder)
  if (!lives || secrets === undefined || file.port === undefined) return { kind: 'stopped' }
  return {
    kind: 'running',
    ownerUrl: urlOf(ownerRole, secrets.owner, file.port),
    appUrl: urlOf(appRole, secrets.app, file.port),
  }
}
