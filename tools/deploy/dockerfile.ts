/** One line of a Dockerfile, its continuations joined. */
export interface Instruction {
  /** In capitals, e.g. COPY. */
  readonly name: string
  /** What comes after it, without flags. */
  readonly rest: string
  /** `--from=page` as `from` and `page`. */
  readonly flags: Readonly<Record<string, string>>
  /** Where it begins, counted from 1. */
  readonly line: number
}

/** From one FROM to the next. */
export interface Stage {
  /** The image that it begins with. */
  readonly base: string
  /** Undefined: the last one, which becomes the image. */
  readonly name: string | undefined
  readonly instructions: readonly Instruction[]
}

const FLAG = /^--(?<name>[a-z-]+)=(?<value>\S+)\s+/

/**
 * Reads a Dockerfile as far as ours goes: stages, flags, continued lines and comments. There are no
 * heredocs, no `ARG` before `FROM` and no other escape character in it.
 *
 * @throws Error for a line that is none of these
 */
export function parseDockerfile(text: string): Stage[] {
  const stages: { base: string; name: string | undefined; instructions: Instruction[] }[] = []
  for (const { words, line } of joinedLines(text)) {
    const instruction = instructionOf(words, line)
    if (instruction.name === 'FROM') {
      const [base, as, name] = instruction.rest.split(/\s+/)
      if (base === undefined || (as !== undefined && as.toUpperCase() !== 'AS')) {
        throw new Error(`line ${line}: FROM what? ${words}`)
      }
      stages.push({ base, name, instructions: [] })
      continue
    }
    const stage = stages.at(-1)
    if (stage === undefined) throw new Error(`line ${line}: ${instruction.name} before any FROM`)
    stage.instructions.push(instruction)
  }
  return stages
}

function joinedLines(text: string): { words: string; line: number }[] {
  const joined: { words: string; line: number }[] = []
  let begun: { words: string; line: number } | undefined
  for (const [index, raw] of text.split('\n').entries()) {
    const words = raw.trim()
    if (words === '' || words.startsWith('#')) continue
    begun ??= { words: '', line: index + 1 }
    const goesOn = words.endsWith('\\')
    begun.words += `${begun.words === '' ? '' : ' '}${goesOn ? words.slice(0, -1).trim() : words}`
    if (goesOn) continue
    joined.push(begun)
    begun = undefined
  }
  if (begun !== undefined) throw new Error(`line ${begun.line}: is never ended`)
  return joined
}

function instructionOf(words: string, line: number): Instruction {
  const [, name, all] = /^([A-Za-z]+)\s+(.+)$/.exec(words) ?? []
  if (name === undefined || all === undefined) throw new Error(`line ${line}: no words: ${words}`)
  const flags: Record<string, string> = {}
  let rest = all
  for (let flag = FLAG.exec(rest); flag !== null; flag = FLAG.exec(rest)) {
    flags[flag.groups?.['name'] ?? ''] = flag.groups?.['value'] ?? ''
    rest = rest.slice(flag[0].length)
  }
  return { name: name.toUpperCase(), rest, flags, line }
}

/** The words of the JSON form, e.g. of CMD; undefined for the form that a shell reads. */
export function jsonForm(rest: string): string[] | undefined {
  if (!rest.startsWith('[')) return undefined
  const words: unknown = JSON.parse(rest)
  if (!Array.isArray(words)) return undefined
  return words.map(String)
}

/** `NAME=value OTHER=value`, as ENV has them; values hold no spaces. */
export function assignmentsOf(rest: string): Record<string, string> {
  return Object.fromEntries(
    rest.split(/\s+/).map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new Error(`no assignment: ${pair}`)
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}
