import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { dayFields, type Cell, type DayField, type Fault, type ReadDayFile } from './day-file.ts'

const FILE_KEYS = ['year', 'source', 'days']

/** A file of days off as YAML: `year`, `source`, and `days`, a list with the fields of each day. */
export function readDayYaml(text: string): ReadDayFile {
  const lines = new LineCounter()
  // YAML 1.2: a date is plain text.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
  })
  const lineOf = (node: unknown): number => {
    const start = (node as Partial<Node> | null | undefined)?.range?.[0]
    return start === undefined ? 1 : lines.linePos(start).line
  }
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    // What is not closed is missed at the end of the file, behind its last line.
    line: Math.min(lines.linePos(error.pos[0]).line, text.trimEnd().split('\n').length),
    what: `broken YAML (${error.message})`,
    mend: 'put texts in double quotes, and indent with two spaces',
  }))
  const root = document.contents
  if (broken.length > 0) return { ok: false, faults: oneALine(broken) }
  if (!isMap(root)) {
    const what = 'this is no list of days'
    return { ok: false, faults: [{ line: 1, what, mend: 'write year, source and days' }] }
  }
  const list = root.get('days', true)
  const items = isSeq(list) ? list.items : []
  const faults = strangeKeys(root, FILE_KEYS, lineOf)
  if (list !== undefined && !isSeq(list)) {
    const mend = 'write one line a day, each with "- " before it'
    faults.push({ line: lineOf(list), what: '`days` is no list', mend })
  }
  for (const item of items) {
    if (isMap(item)) faults.push(...strangeKeys(item, dayFields, lineOf))
    else {
      const mend = 'write { date: …, name: …, kind: … }'
      faults.push({ line: lineOf(item), what: 'this is no day', mend })
    }
  }
  if (faults.length > 0) return { ok: false, faults }
  const cellIn = (map: YAMLMap, key: string): Cell => {
    const node = map.get(key, true)
    const line = node === undefined ? lineOf(map) : lineOf(node)
    // What is no plain value (a list, an alias) is nothing that a field may hold.
    return { line, value: isScalar(node) ? node.value : node }
  }
  const dayIn = (map: YAMLMap): Record<DayField, Cell> => ({
    date: cellIn(map, 'date'),
    name: cellIn(map, 'name'),
    kind: cellIn(map, 'kind'),
    calendar: cellIn(map, 'calendar'),
  })
  const days = items.filter((item) => isMap(item)).map(dayIn)
  return { ok: true, file: { year: cellIn(root, 'year'), source: cellIn(root, 'source'), days } }
}

function strangeKeys(
  map: YAMLMap,
  known: readonly string[],
  lineOf: (node: unknown) => number,
): Fault[] {
  return map.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : ''
    if (known.includes(name)) return []
    const mend = `remove it, or write one of ${known.join(', ')}`
    return [{ line: lineOf(key), what: `\`${name}\` is not known here`, mend }]
  })
}

/** What follows on the same line is most often the echo of the first. */
function oneALine(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.line, fault])).values()].reverse()
}
