import { readFile, writeFile } from 'node:fs/promises'

const BEGINS = '<!-- year: begins; written by `node bench/year.ts --write` -->'
const ENDS = '<!-- year: ends -->'

/** Puts lines between the two marks of a document. @throws Error when the marks are not there */
export async function writeBetweenMarks(path: string, lines: readonly string[]): Promise<void> {
  const document = await readFile(path, 'utf8')
  const [before, rest] = document.split(`${BEGINS}\n`)
  const after = rest?.split(ENDS)[1]
  if (before === undefined || after === undefined) throw new Error(`${path} has no place for it`)
  await writeFile(path, [before, BEGINS, '\n', lines.join('\n'), '\n', ENDS, after].join(''))
}
