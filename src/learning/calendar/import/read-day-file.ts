import { extname } from 'node:path'
import { decodeText, readForeignText } from '../../../content/index.ts'
import { checkDayFile, type CheckedDayFile } from './check-day-file.ts'
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
  return text.ok ? readDayText(path, text.text, calendarIds) : { ok: false, faults: [text.fault] }
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
    : { ok: false, faults: [{ ...text.fault, mend: 'save it as UTF-8 text, or export it again' }] }
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
  faults: [{ line: 1, what: 'the name says neither YAML nor CSV', mend: 'name it .yaml or .csv' }],
}

function readDayText(name: string, text: string, calendarIds: readonly string[]): CheckedDayFile {
  const read = formatOf(name)?.(text)
  if (read === undefined) return unknownFormat
  return read.ok ? checkDayFile(read.file, calendarIds) : read
}
