import type { TypedMark } from '../store/types.ts'

/** What Telegram's apps make of marks that are typed around words, when the message is sent. */
const MARKS: Readonly<Record<string, TypedMark['type']>> = {
  '**': 'bold',
  __: 'italic',
  '~~': 'strikethrough',
  '||': 'spoiler',
  '`': 'code',
}

/** On one line, around something that neither begins nor ends with a space. */
const MARKED = /(\*\*|__|~~|\|\||`)(?=\S)(.{0,4094}?\S)\1/u

/** The text without its marks, and what they say; nothing typed within code is a mark. */
export function typedMarks(typed: string): { text: string; entities?: TypedMark[] } {
  const entities: TypedMark[] = []
  const text = read(typed, 0, entities)
  return entities.length === 0 ? { text } : { text, entities }
}

/** Reads a piece that will stand at `offset`. */
function read(typed: string, offset: number, entities: TypedMark[]): string {
  let text = ''
  let rest = typed
  for (;;) {
    const match = MARKED.exec(rest)
    const [whole, mark = '', inner = ''] = match ?? []
    const type = MARKS[mark]
    if (match === null || whole === undefined || type === undefined) return text + rest
    text += rest.slice(0, match.index)
    const at = offset + text.length
    const place = entities.length
    const within = type === 'code' ? inner : read(inner, at, entities)
    entities.splice(place, 0, { type, offset: at, length: within.length })
    text += within
    rest = rest.slice(match.index + whole.length)
  }
}
