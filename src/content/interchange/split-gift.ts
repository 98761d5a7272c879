export interface GiftLine {
  readonly number: number
  readonly text: string
}

/** What stands between blank lines: in GIFT a question or a change of category. */
export interface GiftBlock {
  /** Of the first line that is no comment. */
  readonly line: number
  readonly comments: readonly GiftLine[]
  /** The others, joined by line feeds; a comment leaves an empty line, so that lines count on. */
  readonly text: string
}

/** Blocks that hold more than comments, in order. */
export function splitGift(gift: string): GiftBlock[] {
  const blocks: GiftBlock[] = []
  let lines: GiftLine[] = []
  const close = () => {
    const block = blockOf(lines)
    if (block !== undefined) blocks.push(block)
    lines = []
  }
  gift.split('\n').forEach((text, index) => {
    if (text.trim() === '') close()
    else lines.push({ number: index + 1, text })
  })
  close()
  return blocks
}

function blockOf(lines: readonly GiftLine[]): GiftBlock | undefined {
  const first = lines.findIndex(({ text }) => !isComment(text))
  const start = lines[first]
  if (start === undefined) return undefined
  const comments = lines
    .filter(({ text }) => isComment(text))
    .map(({ number, text }) => ({ number, text: text.trim().slice(2).trim() }))
  const texts = lines.slice(first).map(({ text }) => (isComment(text) ? '' : text))
  return { line: start.number, comments, text: texts.join('\n') }
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('//')
}

/** What a comment of the form "// name: text" says, or nothing; see `markedComment`. */
export function commentOf(comments: readonly GiftLine[], name: string): string {
  const found = comments.find(({ text }) => text.startsWith(`${name}:`))
  return (
    found?.text
      .slice(name.length + 1)
      .trim()
      .replaceAll(MARKED, '[$1$2:') ?? ''
  )
}

const MARKED = /\[\\(\\*)(id|tag):/g
const MARK = /\[(\\*)(id|tag):/g

/**
 * A comment that `commentOf` reads. Moodle takes "[id:" and "[tag:" in any comment for its own, so a
 * backslash keeps such a text apart, as it does one that has the backslash already.
 */
export function markedComment(name: string, text: string): string {
  return `// ${name}: ${text.replaceAll(MARK, String.raw`[\$1$2:`)}`
}
