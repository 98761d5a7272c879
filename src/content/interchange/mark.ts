/** Stands in a comment where a text is to be written that the source did not hold. */
export const MARK = 'WRITE'

/** Whether line `line` of a file that was written here, from 1, is such a place. */
export function isMarked(file: string, line: number): boolean {
  const text = file.split('\n')[line - 1] ?? ''
  // The line under the front matter is empty where the body is to be written.
  return text.trim() === '' || text.includes(`# ${MARK}: `)
}
