import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFields } from '../check-fields.ts'
import { codeOf } from '../code-of.ts'
import type { Fault } from '../problem.ts'
import { readText } from '../read-text.ts'
import { parseYaml, type YamlPath } from '../yaml-document.ts'
import {
  PUBLISHED_FILE,
  publishedExpected,
  publishedSchema,
  type PublishedFields,
} from './published-schema.ts'

/** A line a question, about 150 bytes: room for some 25,000 of them. */
const MOST_BYTES = 4 * 1024 * 1024

export type ReadPublished =
  | { readonly kind: 'none' }
  | { readonly kind: 'wrong'; readonly faults: readonly Fault[] }
  | {
      readonly kind: 'read'
      readonly text: string
      readonly fields: PublishedFields
      readonly lineOf: (path: YamlPath) => number
    }

/** published.yaml below `folder`, where there is one. Never throws for what it holds. */
export async function readPublished(folder: string): Promise<ReadPublished> {
  const path = join(folder, PUBLISHED_FILE)
  if (!(await isThere(path))) return { kind: 'none' }
  const read = await readText(path, MOST_BYTES)
  if (!read.ok) return { kind: 'wrong', faults: [read.fault] }
  const document = parseYaml(read.text)
  const { fields, faults } = checkFields(document, publishedSchema, publishedExpected)
  if (fields === undefined) return { kind: 'wrong', faults }
  return { kind: 'read', text: read.text, fields, lineOf: document.lineOf }
}

/** Only what is surely absent is: what cannot be looked at is an error that `readText` names. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    return !['ENOENT', 'ENOTDIR'].includes(codeOf(error))
  }
}
