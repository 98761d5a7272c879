import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml'
import { messageOf } from '../platform/errors.ts'
import { lessonFault, type LessonFault } from './faults/lesson-fault.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import { readSimpleYaml, type SimpleYaml } from './simple-yaml.ts'

export type YamlPath = readonly PropertyKey[]

export interface YamlDocument {
  /** Plain data; undefined where the YAML itself is broken. */
  readonly value: unknown
  /** The line of the key or list item at `path`, or of the nearest thing around it that exists. */
  readonly lineOf: (path: YamlPath) => number
  readonly faults: readonly LessonFault[]
}

/** The parser's time grows with the square of the depth: 50,000 brackets take seconds. */
const MOST_BRACKETS = 64
const NESTED = new RegExp(`(?:[[{]\\s*){${MOST_BRACKETS}}`)

/** Parses YAML 1.2 that begins at line `firstLine` of its file; errors are faults, none is thrown. */
export function parseYaml(source: string, firstLine = 1): YamlDocument {
  const deep = NESTED.exec(source)
  if (deep !== null) {
    const line = firstLine + source.slice(0, deep.index).split('\n').length - 1
    const fault = lessonFault(line, 'yaml-brackets', { most: MOST_BRACKETS })
    return { value: undefined, lineOf: () => line, faults: [fault] }
  }
  const simple = readSimpleYaml(source)
  if (simple !== undefined) {
    return { value: simple.value, lineOf: simpleLines(source, firstLine, simple), faults: [] }
  }
  const lines = new LineCounter()
  const document = parse(source, lines)
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const lineOf = lineFinder(source, firstLine, document)
  const errors = [...document.errors, ...document.warnings]
  if (errors.length > 0) {
    return { value: undefined, lineOf, faults: explainErrors(document, errors, lineAt) }
  }
  try {
    // No lesson needs an alias, and nested ones can grow a few lines into gigabytes.
    return { value: document.toJS({ maxAliasCount: 0 }), lineOf, faults: [] }
  } catch (error) {
    const line = lineAt(firstAlias(document) ?? 0)
    const fault = lessonFault(line, 'yaml-alias', { message: messageOf(error) })
    return { value: undefined, lineOf, faults: [fault] }
  }
}

/** YAML 1.2: dates, yes and no are plain text. Keys are text, so options may be called 1 or null. */
function parse(source: string, lineCounter: LineCounter): Document.Parsed {
  return parseDocument(source, { lineCounter, prettyErrors: false, stringKeys: true })
}

/**
 * The tree is twenty times as large as its text, and next to nobody asks for a line: it is let go
 * with the rest of a thousand lessons, and made again for the one who asks after that.
 */
function lineFinder(source: string, firstLine: number, document: Document): YamlDocument['lineOf'] {
  let tree = new WeakRef(document)
  return (path) => {
    const found = tree.deref() ?? parse(source, new LineCounter())
    tree = new WeakRef(found)
    const offset = offsetOf(found.contents, path)
    return firstLine + source.slice(0, offset).split('\n').length - 1
  }
}

/** The same for simple YAML, let go in the same way. */
function simpleLines(source: string, firstLine: number, read: SimpleYaml): YamlDocument['lineOf'] {
  let known = new WeakRef(read)
  return (path) => {
    const found = known.deref() ?? readSimpleYaml(source)
    if (found !== undefined) known = new WeakRef(found)
    let line = 1
    for (let depth = 1; depth <= path.length; depth++) {
      const deeper = found?.lineAt(path.slice(0, depth))
      if (deeper === undefined) break
      line = deeper
    }
    return firstLine + line - 1
  }
}

/** Where the deepest thing on `path` begins that exists: a key in a map, an item in a list. */
function offsetOf(root: unknown, path: YamlPath): number {
  let node = root
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step)
      if (pair === undefined) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node) && typeof step === 'number') {
      if (step >= node.items.length) break
      node = node.items[step]
      offset = startOf(node) ?? offset
    } else break
  }
  return offset
}

function startOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0]
}

/** One fault a line: what follows on the same line is most often the echo of the first. */
function explainErrors(
  document: Document,
  errors: readonly YAMLError[],
  lineAt: (offset: number) => number,
): LessonFault[] {
  const faults = new Map<number, LessonFault>()
  for (const error of errors) {
    const unclosed = /closing|end with a [\]}]/.test(error.message)
      ? opening(document, error.pos[0])
      : undefined
    const line = lineAt(unclosed ?? error.pos[0])
    if (faults.has(line)) continue
    faults.set(line, lessonFault(line, keyOf(error.code), { message: error.message }))
  }
  return [...faults.values()]
}

/** The start of the quoted text or bracket that reaches to `offset`: it is the one not closed. */
function opening(document: Document, offset: number): number | undefined {
  let start: number | undefined
  const look = (node: Node) => {
    if (node.range != null && node.range[0] < offset && node.range[1] >= offset)
      start = node.range[0]
  }
  visit(document, {
    Scalar: (_, node) => look(node),
    Collection: (_, node) => {
      if (node.flow === true) look(node)
    },
  })
  return start
}

function firstAlias(document: Document): number | undefined {
  let start: number | undefined
  visit(document, {
    Alias: (_, node) => {
      start ??= node.range?.[0]
    },
  })
  return start
}

function keyOf(code: string): LessonFaultKey {
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'yaml-key-twice'
    case 'TAB_AS_INDENT':
      return 'yaml-tabs'
    case 'BAD_INDENT':
      return 'yaml-indent'
    case 'MISSING_CHAR':
      return 'yaml-open'
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BAD_SCALAR_START':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'yaml-unquoted'
    default:
      return 'yaml-broken'
  }
}
