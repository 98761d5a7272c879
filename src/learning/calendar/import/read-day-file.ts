import { extname } from 'node:path'
import { readForeignText } from '../../../content/index.ts'
import { checkDayFile, type CheckedDayFile } from './check-day-file.ts'
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
  const format = { '.csv': readDayCsv, '.yaml': readDayYaml, '.yml': readDayYaml }[
    extname(path).toLowerCase()
  ]
  if (format === undefined) {
    const what = 'the name says neither YAML nor CSV'
    return { ok: false, faults: [{ line: 1, what, mend: 'name it .yaml or .csv' }] }
  }
  const text = await readForeignText(path)
  if (!text.ok) return { ok: false, faults: [text.fault] }
  const read = format(text.text)
  return read.ok ? checkDayFile(read.file, calendarIds) : read
}
