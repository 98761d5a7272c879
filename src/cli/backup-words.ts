import type { Progress } from '../backups/index.ts'
import { elapsedMs } from '../platform/elapsed.ts'

/** Elapsed milliseconds between two lines on progress. */
const SAY_EVERY_MS = 2000

/** Says now and then how far it is; nothing where it is done before anybody wonders. */
export function sayHowFar(print: (text: string) => unknown): (progress: Progress) => void {
  let said = elapsedMs()
  return ({ table, done, of, rows }) => {
    if (elapsedMs() - said < SAY_EVERY_MS) return
    said = elapsedMs()
    print(`${done} of ${of} tables, ${rows} rows: ${table}`)
  }
}

export function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}
