import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const ROOT = new URL('../../', import.meta.url)

const packageShape = z.object({ version: z.string() })
const journalShape = z.object({ entries: z.array(z.unknown()) })

/** This program's version, and how many migrations it knows. */
export async function readProgram(): Promise<{ version: string; migrations: number }> {
  const read = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(new URL(path, ROOT), 'utf8'))
  const { version } = packageShape.parse(await read('package.json'))
  const { entries } = journalShape.parse(await read('drizzle/meta/_journal.json'))
  return { version, migrations: entries.length }
}
