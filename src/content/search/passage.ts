/** A piece of a passage, and whether it is what was looked for. */
export interface PassagePart {
  readonly text: string
  readonly found: boolean
}

/**
 * What Postgres puts around each word that was found: control characters, which no lesson holds,
 * since its check refuses them.
 */
export const FOUND = { start: '\u0002', end: '\u0003' } as const

/** Characters of a passage: five of them and their titles stand on one screen of a phone. */
export const MOST_PASSAGE = 200

const MARKED = new RegExp(`${FOUND.start}([^${FOUND.start}${FOUND.end}]*)${FOUND.end}?`, 'g')

/**
 * A headline of Postgres over `body` as parts on one line, cut to MOST_PASSAGE, with an ellipsis
 * where the lesson goes on before or after it.
 */
export function readPassage(headline: string, body: string): PassagePart[] {
  const parts: PassagePart[] = []
  let from = 0
  for (const match of headline.matchAll(MARKED)) {
    add(parts, headline.slice(from, match.index), false)
    add(parts, match[1] ?? '', true)
    from = match.index + match[0].length
  }
  add(parts, headline.slice(from), false)
  const whole = plain(body)
  const shown = plain(parts.map(({ text }) => text).join('')).trim()
  const cut = cutTo(trimmed(parts), MOST_PASSAGE)
  if (cut.length === 0) return []
  return [
    ...(whole.startsWith(shown) ? [] : [{ text: '… ', found: false }]),
    ...cut,
    ...(whole.endsWith(shown) && lengthOf(cut) >= shown.length
      ? []
      : [{ text: ' …', found: false }]),
  ]
}

function add(parts: PassagePart[], text: string, found: boolean): void {
  const line = text.replaceAll(FOUND.end, '').replaceAll(/\s+/g, ' ')
  if (line !== '') parts.push({ text: line, found })
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function trimmed(parts: readonly PassagePart[]): PassagePart[] {
  return parts
    .map(({ text, found }, index) => {
      const started = index === 0 ? text.trimStart() : text
      return { text: index === parts.length - 1 ? started.trimEnd() : started, found }
    })
    .filter(({ text }) => text !== '')
}

/** Cut after a word where there is one to cut after. */
function cutTo(parts: readonly PassagePart[], most: number): PassagePart[] {
  const kept: PassagePart[] = []
  let left = most
  for (const { text, found } of parts) {
    if (text.length <= left) kept.push({ text, found })
    else {
      const end = text.lastIndexOf(' ', left)
      // Never between the halves of a character beyond the 16-bit ones.
      const piece = end > 0 ? text.slice(0, end) : kept.length > 0 ? '' : whole(text, left)
      if (piece !== '') kept.push({ text: piece, found })
      break
    }
    left -= text.length
  }
  return kept
}

function whole(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

function lengthOf(parts: readonly PassagePart[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0)
}
