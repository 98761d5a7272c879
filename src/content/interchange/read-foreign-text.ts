import { open, type FileHandle } from 'node:fs/promises'
import { codeOf } from '../code-of.ts'
import type { LessonFault } from '../faults/lesson-fault.ts'
import type { Fault } from '../problem.ts'
import { decodeText } from '../read-text.ts'

/** All lessons of this project are half a MiB as JSON; what is sixteen times that is something else. */
export const MOST_FOREIGN_BYTES = 8 * 1024 * 1024

/** Why a file that was named is no text; with its key where it is its bytes that are wrong. */
export type TextFault = Fault & Partial<Pick<LessonFault, 'key' | 'values'>>

export type ForeignText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: TextFault }

/** A file to import, as text. Never throws: what cannot be read is a fault. */
export async function readForeignText(path: string): Promise<ForeignText> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const info = await file.stat()
    if (!info.isFile()) return fault(1, 'this is not a file', 'name the file to import')
    if (info.size > MOST_FOREIGN_BYTES) {
      return fault(
        1,
        `the file has ${info.size} bytes, and ${MOST_FOREIGN_BYTES} is the limit`,
        'divide it into several files',
      )
    }
    const read = decodeText(await file.readFile())
    if (read.ok) return read
    const mend = 'save it as UTF-8 text, or export it again'
    return { ok: false, fault: { ...read.fault, mend } }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return fault(1, 'the file is missing', 'name one that is there')
    return fault(1, `the file cannot be read (${codeOf(error)})`, 'see that it may be read')
  } finally {
    await file?.close()
  }
}

function fault(line: number, what: string, mend: string): ForeignText {
  return { ok: false, fault: { line, what, mend } }
}
