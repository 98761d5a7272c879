import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface Document {
  /** From the root of the project. */
  readonly path: string
  readonly text: string
}

/** A command as a reader would type it: one line of a shell block, or what stands between backticks. */
export interface Command {
  readonly place: string
  readonly line: string
}

export interface Link {
  readonly place: string
  readonly target: string
}

const WHERE = ['*.md', 'docs/**/*.md', 'src/**/*.md']

/** Every document of the project but the lessons, which have a check of their own. */
export async function readDocuments(): Promise<Document[]> {
  const paths = globSync(WHERE, { cwd: ROOT }).toSorted()
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })),
  )
}

interface Line {
  readonly number: number
  readonly text: string
  /** The language of the block that it stands in; undefined outside of one. */
  readonly block: string | undefined
}

/** The lines of a document, each with the fenced block that it stands in; fences themselves left out. */
function linesOf({ text }: Document): Line[] {
  const lines: Line[] = []
  let fence: string | undefined
  let block: string | undefined
  for (const [i, line] of text.split('\n').entries()) {
    const found = /^\s*(`{3,})(\w*)/.exec(line)
    if (fence === undefined && found !== null) {
      fence = found[1]
      block = found[2]
    } else if (fence !== undefined && line.trim() === fence) {
      fence = undefined
      block = undefined
    } else {
      lines.push({ number: i + 1, text: line, block })
    }
  }
  return lines
}

/** What a shell runs: blocks of these languages. */
const SHELLS = new Set(['sh', 'bash', 'shell', 'console'])

/** Programs by which a line is known for a command wherever it stands. */
const PROGRAMS = /^(?:[A-Z_]+=\S+ )?(npm|npx|node|vitest|git|docker|systemctl|kill) \S/

/** Every command of a document, in its order; comments and prompts are taken off. */
export function commandsOf(document: Document): Command[] {
  const commands: Command[] = []
  let continued = ''
  for (const { number, text, block } of linesOf(document)) {
    const place = `${document.path}:${number}`
    if (block === undefined) {
      for (const [, span = ''] of text.matchAll(/`([^`]+)`/g)) {
        if (PROGRAMS.test(span)) commands.push({ place, line: span })
      }
    } else if (SHELLS.has(block)) {
      const line = continued + withoutComment(text).replace(/^\$ /, '')
      continued = line.endsWith('\\') ? line.slice(0, -1) : ''
      if (continued === '' && line !== '') commands.push({ place, line })
    }
  }
  return commands.flatMap(({ place, line }) =>
    line.split(/ && | \|\| | \| /).map((part) => ({ place, line: part.trim() })),
  )
}

/** A `#` between quotes is none. */
function withoutComment(line: string): string {
  const outside = /^(?:"[^"]*"|'[^']*'|(?!\s#\s).)*/.exec(line)?.[0] ?? ''
  return /^\s*#\s/.test(outside) ? '' : outside.trim()
}

/** Lines that look like commands in a block that does not say that it is a shell's. */
export function unmarkedCommands(document: Document): string[] {
  return linesOf(document)
    .filter(({ block, text }) => block === '' && PROGRAMS.test(text))
    .map(({ number }) => `${document.path}:${number}`)
}

/** Every link and picture outside of code, as written. */
export function linksOf(document: Document): Link[] {
  return linesOf(document)
    .filter(({ block }) => block === undefined)
    .flatMap(({ number, text }) =>
      [...text.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
        ([, inline, attribute]) => ({
          place: `${document.path}:${number}`,
          target: inline ?? attribute ?? '',
        }),
      ),
    )
}

/** The names by which GitHub lets one jump to the headings of a document. */
export function anchorsOf(document: Document): Set<string> {
  const seen = new Map<string, number>()
  const anchors = new Set<string>()
  for (const { text, block } of linesOf(document)) {
    const heading = block === undefined ? /^#{1,6}\s+(.*)$/.exec(text)?.[1] : undefined
    if (heading === undefined) continue
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-')
    const times = seen.get(slug) ?? 0
    seen.set(slug, times + 1)
    anchors.add(times === 0 ? slug : `${slug}-${times}`)
  }
  return anchors
}

/** Where a relative link leads, from the root of the project, and to which heading. */
export function targetOf(document: Document, target: string): { path: string; anchor: string } {
  const [file = '', anchor = ''] = target.split('#')
  const path = file === '' ? document.path : normalize(join(dirname(document.path), file))
  return { path: path.replace(/\/$/, ''), anchor: decodeURIComponent(anchor) }
}

/** The words of a command as a shell would give them; double and single quotes are taken off. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replaceAll(/["']/g, ''),
  )
}
