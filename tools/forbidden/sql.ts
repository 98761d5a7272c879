/**
 * The ways in which Postgres reads its own clock; `now()` and its like need their brackets, the
 * others are keywords, and the last is the string that becomes the current time when it is cast.
 */
const clockReads =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b|'(?:now|today|tomorrow|yesterday)'\s*::|\b(?:timestamptz|timestamp|date)\s+'(?:now|today|tomorrow|yesterday)'/gi

export interface Read {
  /** Where it starts in the text. */
  readonly at: number
  readonly found: string
}

/** Every place in `sql` that reads the database's clock; what stands in SQL comments is passed over. */
export function clockReadsIn(sql: string): Read[] {
  return [...withoutComments(sql).matchAll(clockReads)].map((match) => ({
    at: match.index,
    found: match[0],
  }))
}

/** The same text with comments blanked out, so that places stay what they were. */
function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
}
