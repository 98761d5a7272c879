/** Uses of one text after which it gets a name: what is rare is not worth a plan of its own. */
const OFTEN = 32

/** Names at the most: each costs memory in each connection, here and on the server. */
const MOST_NAMES = 200

/** Texts that are counted at the most; a query with a parameter for each of many values has many. */
const MOST_COUNTED = 1000

/**
 * Which statements are prepared: those that come again and again with the same text. The server
 * parses and plans a named one once a connection, instead of each time, which was a fifth of what a
 * short query cost it. After five uses it may keep one plan for all parameters, and does so where
 * that is estimated to be no dearer (PostgreSQL, "PREPARE", plan_cache_mode).
 *
 * @returns the name of a text, as soon as it has come often enough
 */
export function createStatementNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  const counts = new Map<string, number>()

  return (text) => {
    const name = names.get(text)
    if (name !== undefined || names.size >= MOST_NAMES) return name
    const count = (counts.get(text) ?? 0) + 1
    if (count < OFTEN) {
      if (counts.size >= MOST_COUNTED) counts.clear()
      counts.set(text, count)
      return undefined
    }
    counts.delete(text)
    names.set(text, `s${names.size}`)
    return names.get(text)
  }
}
