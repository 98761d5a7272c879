import type { z } from 'zod'
import { explainIssue, type Expected } from './explain-issue.ts'
import { lessonFault, type LessonFault } from './faults/lesson-fault.ts'
import type { YamlDocument } from './yaml-document.ts'

export interface CheckedFields<T> {
  /** Undefined where anything is wrong with them. */
  readonly fields: T | undefined
  readonly faults: readonly LessonFault[]
}

/** Holds a YAML document to a schema; each fault is at the line of the key that it is about. */
export function checkFields<T>(
  document: YamlDocument,
  schema: z.ZodType<T>,
  expected: Expected,
): CheckedFields<T> {
  if (document.faults.length > 0) return { fields: undefined, faults: document.faults }
  const result = schema.safeParse(document.value, { reportInput: true })
  if (result.success) return { fields: result.data, faults: [] }
  const faults = result.error.issues
    .flatMap((issue) => explainIssue(issue, schema, expected))
    .map(({ path, key, values }) => lessonFault(document.lineOf(path), key, values))
  return { fields: undefined, faults }
}
