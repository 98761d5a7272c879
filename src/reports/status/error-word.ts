/** Characters that a line of a report has room for. */
const LONGEST = 80

/**
 * Why something failed, without anything that may be a person's: the part before what a program added
 * to it, without long numbers, which are ids.
 */
export function errorWord(reason: string): string {
  const line = reason.split('\n', 1)[0] ?? ''
  const known = /^(?:the view failed|Failed query)\b/.exec(line)?.[0]
  return (known ?? line).replaceAll(/\d{5,}/g, '…').slice(0, LONGEST)
}
