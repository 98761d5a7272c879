import { messageOf } from '../platform/errors.ts'

/** The system's code of a failure ("EACCES"): it says what, and does not repeat the machine's paths. */
export function codeOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  return typeof code === 'string' ? code : messageOf(error)
}
