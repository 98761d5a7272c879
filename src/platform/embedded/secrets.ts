import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { UserError } from '../errors.ts'
import { isMissing } from './failure.ts'

/** The passwords of the three roles, made once a cluster and kept in a file of mode 0600. */
const secretsSchema = z.object({
  superuser: z.string().min(16),
  owner: z.string().min(16),
  app: z.string().min(16),
})
export type Secrets = z.infer<typeof secretsSchema>

export function secretsFile(dataDir: string): string {
  return join(dataDir, 'secrets.json')
}

/** Undefined when there is none yet. */
export async function readSecrets(dataDir: string): Promise<Secrets | undefined> {
  const file = secretsFile(dataDir)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  try {
    return secretsSchema.parse(JSON.parse(text))
  } catch (cause) {
    throw new UserError(`${file} does not hold the database's passwords`, {
      hint: 'Restore it from a backup. Without it the data in this folder cannot be opened.',
      cause,
    })
  }
}

/** Written before the cluster is made, so that no cluster ever exists without its passwords. */
export async function createSecrets(dataDir: string): Promise<Secrets> {
  const secrets = { superuser: password(), owner: password(), app: password() }
  const file = secretsFile(dataDir)
  const next = `${file}.new`
  await writeFile(next, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  await giveToFolderOwner(next, dataDir)
  await rename(next, file)
  return secrets
}

/** So that what was started once with sudo can be started by the folder's owner afterwards. */
async function giveToFolderOwner(file: string, folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = await stat(folder)
  await chown(file, uid, gid)
}

/** 192 bits of URL-safe text: it stands unquoted in connection strings and in SQL literals. */
function password(): string {
  return randomBytes(24).toString('base64url')
}
