export interface JsonError {
  /** Where the first token begins that no JSON has at its place; the length of the text for its end. */
  readonly offset: number
  /** What might have stood there, in words. */
  readonly wanted: string
}

const SPACE = /[ \t\n\r]*/y
// Text that was read holds no control character that JSON would allow, so all are refused alike.
const TOKEN =
  /([{}[\],:])|("[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\p{Cc}]*)*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/uy

type State = 'value' | 'item' | 'key' | 'first key' | 'colon' | 'next' | 'end'

/**
 * Where JSON (RFC 8259) is broken; undefined where this finds nothing. `JSON.parse` names the place
 * of some errors only, and it is the judge of what is right: this is asked after it.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: ('{' | '[')[] = []
  let state: State = 'value'
  for (let offset = 0; ;) {
    SPACE.lastIndex = offset
    SPACE.exec(text)
    TOKEN.lastIndex = SPACE.lastIndex
    const start = SPACE.lastIndex
    if (start >= text.length && state === 'end') return undefined
    const token = TOKEN.exec(text)
    const next: State | undefined = token === null ? undefined : step(state, token, open)
    if (next === undefined) return { offset: start, wanted: wordsFor(state, open.at(-1)) }
    state = next
    offset = TOKEN.lastIndex
  }
}

/** The state after a token, or nothing where the token may not stand. Opens and closes brackets. */
function step(state: State, token: RegExpExecArray, open: ('{' | '[')[]): State | undefined {
  const [, sign, string] = token
  const done = (): State => (open.length === 0 ? 'end' : 'next')
  const takesValue = state === 'value' || state === 'item'
  const takesKey = state === 'key' || state === 'first key'
  switch (sign) {
    case undefined:
      if (takesValue) return done()
      return takesKey && string !== undefined ? 'colon' : undefined
    case '{':
    case '[':
      if (!takesValue) return undefined
      open.push(sign)
      return sign === '{' ? 'first key' : 'item'
    case '}':
    case ']': {
      const fits = open.at(-1) === (sign === '}' ? '{' : '[')
      const may = state === 'next' || state === (sign === '}' ? 'first key' : 'item')
      if (!fits || !may) return undefined
      open.pop()
      return done()
    }
    case ',':
      if (state !== 'next') return undefined
      return open.at(-1) === '{' ? 'key' : 'value'
    default:
      return state === 'colon' ? 'value' : undefined
  }
}

function wordsFor(state: State, inside: '{' | '[' | undefined): string {
  switch (state) {
    case 'value':
      return 'a value'
    case 'item':
      return 'a value or `]`'
    case 'key':
      return 'a key in double quotes'
    case 'first key':
      return 'a key in double quotes or `}`'
    case 'colon':
      return 'a colon'
    case 'next':
      return inside === '{' ? 'a comma or `}`' : 'a comma or `]`'
    case 'end':
      return 'nothing more'
  }
}
