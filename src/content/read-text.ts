import { isUtf8 } from 'node:buffer'
import { lstat, readFile } from 'node:fs/promises'
import { codeOf } from './code-of.ts'
import { lessonFault, type FaultValues, type LessonFault } from './faults/lesson-fault.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import { MOST_BYTES } from './limits.ts'

export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: LessonFault }

/**
 * A file as text, its line ends made "\n". Never throws: what cannot be read is a fault.
 * @param most bytes that it may have
 */
export async function readText(path: string, most = MOST_BYTES): Promise<ReadText> {
  try {
    // Looked at before it is read: a link leads out of the folder, a pipe never ends, and the size
    // of a file is not ours to trust.
    const found = await lstat(path)
    if (!found.isFile()) return fault(1, 'no-file')
    if (found.size > most) return fault(1, 'file-too-large', { bytes: found.size, most })
    return decodeText(await readFile(path))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return fault(1, 'file-missing')
    return fault(1, 'file-unreadable', { code: codeOf(error) })
  }
}

/** Bytes as text. A byte order mark is dropped; anything but UTF-8 text is a fault with its line. */
export function decodeText(bytes: Buffer): ReadText {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return fault(1, 'file-utf16')
  }
  if (bytes.includes(0)) return fault(lineAt(bytes, bytes.indexOf(0)), 'file-binary')
  if (!isUtf8(bytes)) return fault(firstBrokenLine(bytes), 'file-not-utf8')
  const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n')
  const damage = /(?![\t\n])[\p{Cc}\ufffd]/u.exec(text)
  if (damage === null) return { ok: true, text }
  const hex = damage[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  const line = text.slice(0, damage.index).split('\n').length
  return fault(line, 'file-hidden-character', { value: hex })
}

function fault(line: number, key: LessonFaultKey, values: FaultValues = {}): ReadText {
  return { ok: false, fault: lessonFault(line, key, values) }
}

function startsWith(bytes: Buffer, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second
}

function lineAt(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be looked at alone. */
function firstBrokenLine(bytes: Buffer): number {
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}
