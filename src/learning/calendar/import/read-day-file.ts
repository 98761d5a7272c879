import { extname } from 'node:path'
import { decodeText, readForeignText, type TextFault } from '../../../content/index.ts'
import { checkDayFile, type CheckedDayFile } from './check-day-file.ts'
import { dayFault, type DayFault } from './day-fault.ts'
import type { ReadDayFile } from './day-file.ts'
import { readDayCsv } from './read-day-csv.ts'
import { readDayYaml } from './read-day-yaml.ts'

/**
 * A file of days off, YAML or CSV by its name, read and checked. Never throws for what is wrong with
 * the file.
 */
export async function readDayFile(
  path: string,
  calendarIds: readonly string[],
): Promise<CheckedDayFile> {
  if (formatOf(path) === undefined) return unknownFormat
  const text = await readForeignText(path)
  return text.ok
    ? readDayText(path, text.text, calendarIds)
    : { ok: false, faults: [ofText(text.fault)] }
}

/** The same of bytes that came by another way than the disk. */
export function readDayBytes(
  name: string,
  bytes: Buffer,
  calendarIds: readonly string[],
): CheckedDayFile {
  const text = decodeText(bytes)
  return text.ok
    ? readDayText(name, text.text, calendarIds)
    : { ok: false, faults: [ofText(text.fault)] }
}

/** Why it is no text; what only the shell can meet (a folder, a file that is missing) is said as it is. */
function ofText({ line, what, mend, key, values = {} }: TextFault): DayFault {
  switch (key) {
    case 'file-binary':
      return dayFault(line, 'binary')
    case 'file-hidden-character':
      return dayFault(line, 'hidden-character', { value: hexOf(values) })
    case 'file-not-utf8':
      return dayFault(line, 'not-utf8')
    case 'file-utf16':
      return dayFault(line, 'utf16')
    default:
      return dayFault(line, 'unreadable', { what, mend })
  }
}

/** The character that cannot be shown, as a number of Unicode: "0007". */
function hexOf({ value = '' }: NonNullable<TextFault['values']>): string | number {
  return typeof value === 'object' ? '' : value
}

type Format = (text: string) => ReadDayFile

function formatOf(name: string): Format | undefined {
  const formats: Readonly<Record<string, Format>> = {
    '.csv': readDayCsv,
    '.yaml': readDayYaml,
    '.yml': readDayYaml,
  }
  return formats[extname(name).toLowerCase()]
}

const unknownFormat: CheckedDayFile = {
  ok: false,
  faults: [dayFault(1, 'unknown-format')],
}

function readDayText(name: string, text: string, calendarIds: readonly string[]): CheckedDayFile {
  const read = formatOf(name)?.(text)
  if (read === undefined) return unknownFormat
  return read.ok ? checkDayFile(read.file, calendarIds) : read
}
