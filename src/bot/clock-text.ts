/** "10", "10.30", "10:30" → minutes after midnight; undefined for 25:61 and what is no hour. */
export function parseHour(text: string): number | undefined {
  const match = /^(?:pukul|jam|at)?\s*(\d{1,2})(?:[.:](\d{2}))?$/i.exec(text.trim())
  if (match === null) return undefined
  const hours = Number(match[1])
  const minutes = Number(match[2] ?? 0)
  return minutes < 60 && hours < 24 ? hours * 60 + minutes : undefined
}

/** Minutes after midnight at which it becomes quiet, and at which it is no more. */
export interface Quiet {
  readonly from: number
  readonly until: number
}

const BETWEEN = /\s*(?:[-\u2010-\u2015~]|\b(?:sampai|hingga|sd|ke|to|until|till)\b|s[./]d\.?)\s*/i

/** "20.00-06.00", "20 sampai 6" → quiet hours; undefined when an hour of them does not exist. */
export function parseQuiet(text: string): Quiet | undefined {
  const [begin = '', end = '', ...more] = text
    .trim()
    .replace(/^(?:dari|from)\s+/i, '')
    .split(BETWEEN)
  const from = parseHour(begin.replace(/^24(?=$|[.:]00$)/, '0'))
  const until = parseHour(end.replace(/^24(?=$|[.:]00$)/, '0'))
  return from === undefined || until === undefined || more.length > 0 ? undefined : { from, until }
}

const DAY = 24 * 60

/**
 * The hours that quiet ones leave open. They hold over midnight: a pause at noon cannot be had, and
 * the hours of a day that are left are one piece.
 */
export function openBeside({ from, until }: Quiet): { begins: number; ends: number } | undefined {
  if (from === until) return undefined
  if (until === 0) return { begins: 0, ends: from }
  if (from === 0) return { begins: until, ends: DAY }
  return from > until ? { begins: until, ends: from } : undefined
}

/** The other way round; hours that reach from midnight to midnight leave none quiet. */
export function quietBeside({ begins, ends }: { begins: number; ends: number }): Quiet {
  return { from: ends % DAY, until: begins }
}
