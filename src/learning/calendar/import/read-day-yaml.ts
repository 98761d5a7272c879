import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml'
import { dayFault, type DayFault } from './day-fault.ts'
import { dayFields, type Cell, type DayField, type ReadDayFile } from './day-file.ts'

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
  const lastLine = text.trimEnd().split('\n').length
  const broken = [...document.errors, ...document.warnings].map(({ pos, message }) =>
    // What is not closed is missed at the end of the file, behind its last line.
    dayFault(Math.min(lines.linePos(pos[0]).line, lastLine), 'broken-yaml', { message }),
  )
  const root = document.contents
  if (broken.length > 0) return { ok: false, faults: oneALine(broken) }
  if (!isMap(root)) return { ok: false, faults: [dayFault(1, 'no-list')] }
  const list = root.get('days', true)
  const items = isSeq(list) ? list.items : []
  const faults = strangeKeys(root, FILE_KEYS, lineOf)
  if (list !== undefined && !isSeq(list)) {
    faults.push(dayFault(lineOf(list), 'days-no-list'))
  }
  for (const item of items) {
    if (isMap(item)) faults.push(...strangeKeys(item, dayFields, lineOf))
    else faults.push(dayFault(lineOf(item), 'no-day'))
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
): DayFault[] {
  return map.items.flatMap(({ key }) => {
    const name = isScalar(key) ? String(key.value) : ''
    if (known.includes(name)) return []
    return [dayFault(lineOf(key), 'key-unknown', { value: name, known: known.join(', ') })]
  })
}

/** What follows on the same line is most often the echo of the first. */
function oneALine(faults: readonly DayFault[]): DayFault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.line, fault])).values()].reverse()
}
