export interface Line {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface Exposition {
  /** The type of each metric by its name. */
  readonly types: ReadonlyMap<string, string>
  readonly lines: readonly Line[]
  /** The numbers of one metric whose labels include these, summed. */
  sum(name: string, labels?: Readonly<Record<string, string>>): number
}

const TYPE = /^# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)$/
const HELP = /^# HELP ([a-zA-Z_:][\w:]*) (\S.*)$/
const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (NaN|[+-]Inf|[-+]?\d\S*)$/
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\["\\n])*)"(?:,|$)/y

/** Reads Prometheus' text format 0.0.4, and fails at whatever a Prometheus would refuse. */
export function readExposition(text: string): Exposition {
  if (!text.endsWith('\n')) throw new Error('The last line has no end')
  const types = new Map<string, string>()
  const helped = new Set<string>()
  const lines: Line[] = []
  const seen = new Set<string>()
  for (const line of text.slice(0, -1).split('\n')) {
    const help = HELP.exec(line)?.[1]
    const [, typed, type] = TYPE.exec(line) ?? []
    if (help !== undefined) helped.add(help)
    else if (typed !== undefined && type !== undefined) {
      if (types.has(typed)) throw new Error(`Two types of ${typed}`)
      types.set(typed, type)
    } else {
      const sample = readSample(line)
      const key = `${sample.name} ${JSON.stringify(sample.labels)}`
      if (seen.has(key)) throw new Error(`Twice: ${line}`)
      if (familyOf(sample.name, types) === undefined) throw new Error(`Without a type: ${line}`)
      seen.add(key)
      lines.push(sample)
    }
  }
  for (const name of types.keys()) {
    if (!helped.has(name)) throw new Error(`Without a help: ${name}`)
  }
  return {
    types,
    lines,
    sum: (name, labels = {}) =>
      lines
        .filter(
          (line) =>
            line.name === name && Object.entries(labels).every(([k, v]) => line.labels[k] === v),
        )
        .reduce((sum, { value }) => sum + value, 0),
  }
}

/** The metric that a line belongs to. */
export function familyOf(name: string, types: ReadonlyMap<string, string>): string | undefined {
  if (types.has(name)) return name
  const base = name.replace(/_(?:bucket|sum|count)$/, '')
  return types.get(base) === 'histogram' ? base : undefined
}

function readSample(line: string): Line {
  const [, name, inner = '', value = ''] = SAMPLE.exec(line) ?? []
  if (name === undefined) throw new Error(`Not a line of the format: ${line}`)
  const labels: Record<string, string> = {}
  LABEL.lastIndex = 0
  while (LABEL.lastIndex < inner.length) {
    const [, label = '', text = ''] = LABEL.exec(inner) ?? []
    if (label === '') throw new Error(`Not labels: ${line}`)
    labels[label] = text
  }
  return { name, labels, value: Number(value.replace('Inf', 'Infinity')) }
}
