import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../code-of.ts'
import type { Fault } from '../problem.ts'
import { readText } from '../read-text.ts'
import { WORDINGS_FILE, wordingsSchema, type PublishedWordings } from './wordings-schema.ts'

/** Two languages of a question are about 1.5 KB: room for some 20,000 of them. */
const MOST_BYTES = 32 * 1024 * 1024

export type ReadWordings =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly fault: Fault }
  | { readonly kind: 'read'; readonly wordings: PublishedWordings }

const MEND = 'bring back the file as it was published, since `lessons check --publish` writes it'

/** The wordings that were published, where they are kept. Never throws for what the file holds. */
export async function readWordings(folder: string): Promise<ReadWordings> {
  const path = join(folder, WORDINGS_FILE)
  if (!(await isThere(path))) return { kind: 'none' }
  const read = await readText(path, MOST_BYTES)
  if (!read.ok) return { kind: 'wrong', fault: read.fault }
  const parsed = parse(read.text)
  if (parsed === undefined) {
    return { kind: 'wrong', fault: { line: 1, what: 'this is not JSON', mend: MEND } }
  }
  const checked = wordingsSchema.safeParse(parsed.value)
  if (checked.success) return { kind: 'read', wordings: checked.data }
  const where = checked.error.issues[0]?.path.join('.') ?? ''
  const what = `these are not published wordings (${where === '' ? 'at the top' : where})`
  return { kind: 'wrong', fault: { line: 1, what, mend: MEND } }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    // Where it breaks is of no use: nobody writes this file by hand.
    return undefined
  }
}

/** Only what is surely absent is. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(codeOf(error))
  }
}
