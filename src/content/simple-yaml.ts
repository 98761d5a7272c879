/** A path as text; no key of simple YAML holds a dot. */
const pathKey = (path: readonly PropertyKey[]): string => path.map(String).join('.')

export interface SimpleYaml {
  readonly value: Record<string, unknown>
  /** Counted from 1: the line of the key or list item at `path`; undefined where there is none. */
  readonly lineAt: (path: readonly PropertyKey[]) => number | undefined
}

/**
 * The YAML that lessons are written in, read in a tenth of the time and memory that a whole parser
 * takes: maps and lists as blocks indented by two, texts on one line that are plain words or in
 * double quotes, small numbers, lists of words in brackets. Of anything else, and of anything wrong,
 * the answer is undefined, and the whole parser reads it: what is read here, both read alike, which
 * simple-yaml.test.ts holds them to.
 */
export function readSimpleYaml(source: string): SimpleYaml | undefined {
  const reader: Reader = { lines: source.split('\n'), at: 0, found: new Map() }
  // The text may end in a line feed, and in one only.
  if (reader.lines.at(-1) === '') reader.lines.pop()
  const value = readMap(reader, 0, [])
  if (value === undefined || reader.at < reader.lines.length) return undefined
  const { found } = reader
  return { value, lineAt: (path) => found.get(pathKey(path)) }
}

interface Reader {
  readonly lines: string[]
  /** The index of the line that is read next. */
  at: number
  readonly found: Map<string, number>
}

type Path = readonly PropertyKey[]

const STEP = 2
const KEY = /^([A-Za-z][A-Za-z0-9_]*):(?: (.+))?$/
/** JSON's own strings: each of its escapes is one of YAML's, and means the same. */
const QUOTED = /^"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"$/u
/** No colon and no # in it, and no sign before it that means something. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} .,;()'"?!/&%–—-]*[\p{L}\p{N}.,;()'"?!/&%–—-])?$/u
const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/
const NUMBER = /^(?:0|[1-9]\d{0,8})$/
const WORDS = /^\[([a-z]+(?:, [a-z]+)*)\]$/
/** Plain words that are no text in YAML 1.2. */
const OTHER = /^(?:null|true|false)$/i

/** The indent of a line, in spaces alone, and what stands after it. */
function split(line: string): { indent: number; rest: string } {
  const indent = /^ */.exec(line)?.[0].length ?? 0
  return { indent, rest: line.slice(indent) }
}

function readMap(reader: Reader, indent: number, path: Path): Record<string, unknown> | undefined {
  const map: Record<string, unknown> = {}
  for (;;) {
    const line = reader.lines[reader.at]
    if (line === undefined) break
    const { indent: here, rest } = split(line)
    if (here < indent) break
    const [, key, scalar] = here === indent ? (KEY.exec(rest) ?? []) : []
    if (key === undefined || OTHER.test(key) || Object.hasOwn(map, key)) return undefined
    const within = [...path, key]
    reader.found.set(pathKey(within), reader.at + 1)
    reader.at += 1
    const value = scalar === undefined ? readBlock(reader, indent, within) : readScalar(scalar)
    if (value === undefined) return undefined
    map[key] = value
  }
  return Object.keys(map).length === 0 ? undefined : map
}

/** What is indented under a key. */
function readBlock(reader: Reader, indent: number, path: Path): unknown {
  const { indent: here, rest } = split(reader.lines[reader.at] ?? '')
  if (here !== indent + STEP) return undefined
  return rest.startsWith('- ') ? readList(reader, here, path) : readMap(reader, here, path)
}

function readList(reader: Reader, indent: number, path: Path): unknown[] | undefined {
  const list: unknown[] = []
  for (;;) {
    const line = reader.lines[reader.at]
    if (line === undefined) break
    const { indent: here, rest } = split(line)
    if (here < indent) break
    if (here > indent || !rest.startsWith('- ')) return undefined
    const within = [...path, list.length]
    reader.found.set(pathKey(within), reader.at + 1)
    const item = rest.slice(STEP)
    let value: unknown
    if (KEY.test(item)) {
      // The first key of a map stands on the line of the hyphen.
      reader.lines[reader.at] = ' '.repeat(indent + STEP) + item
      value = readMap(reader, indent + STEP, within)
    } else {
      reader.at += 1
      value = readScalar(item)
    }
    if (value === undefined) return undefined
    list.push(value)
  }
  return list
}

function readScalar(text: string): unknown {
  if (QUOTED.test(text)) return JSON.parse(text) as string
  if (PLAIN.test(text)) return OTHER.test(text) ? undefined : text
  if (DATE.test(text)) return text
  if (NUMBER.test(text)) return Number(text)
  const words = WORDS.exec(text)?.[1]?.split(', ')
  return words?.some((word) => OTHER.test(word)) === true ? undefined : words
}
