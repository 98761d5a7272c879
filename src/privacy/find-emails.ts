import type { Found } from './kinds.ts'

const LOCAL = /[\p{L}\d._%+'-]{1,64}$/u
const DOMAIN = /^[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/u

/** Where a space or a line break slipped in: only before domains that everybody knows. */
const SPACED_LOCAL = /[\p{L}\d._%+'-]{1,64}\s{1,3}$/u
const SPACED_DOMAIN =
  /^\s{0,3}(?:gmail|yahoo|ymail|hotmail|outlook|icloud|live|[a-z\d-]{2,30}\.go|[a-z\d-]{2,30}\.sch)\.(?:com|co|id)(?:\.id)?/i

/** The address and what may stand around its sign: 64 and 63 characters and some points. */
const REACH = 200

/** Addresses of e-mail in a readable text. A name of a Telegram account (@nama) is none. */
export function findEmails(text: string): Found[] {
  const found: Found[] = []
  for (let sign = text.indexOf('@'); sign !== -1; sign = text.indexOf('@', sign + 1)) {
    const before = text.slice(Math.max(0, sign - REACH), sign)
    const after = text.slice(sign + 1, sign + 1 + REACH)
    const local = LOCAL.exec(before)?.[0]
    const domain = DOMAIN.exec(after)?.[0]
    if (local !== undefined && domain !== undefined) {
      found.push(span('sure', sign - local.length, sign + 1 + domain.length))
      continue
    }
    const spaced = SPACED_DOMAIN.exec(after)?.[0]
    const loose = local ?? SPACED_LOCAL.exec(before)?.[0]
    if (spaced !== undefined && loose !== undefined) {
      found.push(span('likely', sign - loose.length, sign + 1 + spaced.length))
    }
  }
  return found
}

function span(certainty: 'sure' | 'likely', start: number, end: number): Found {
  return { kind: 'email', certainty, start, end }
}
