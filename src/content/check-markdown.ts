import { emptyText, type FormattedText } from '../platform/telegram/formatted-text.ts'
import { lessonFault, type FaultValues, type LessonFault } from './faults/lesson-fault.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import { MOST_BODY_UNITS, MOST_NESTING, MOST_WORDS } from './limits.ts'
import { nodesOf, parseMarkdown, type Node, type Root } from './markdown-tree.ts'
import { isOpenableAddress, leadsSomewhere } from './openable-address.ts'
import { renderTree } from './render-markdown.ts'

export interface CheckedMarkdown {
  readonly rendered: FormattedText
  readonly words: number
  readonly faults: readonly LessonFault[]
}

/** The body of a lesson, which begins at line `firstLine` of its file. */
export function checkBody(markdown: string, firstLine: number): CheckedMarkdown {
  const refused = whatIsNotParsed(markdown)
  if (refused !== undefined) {
    const fault = { ...refused, line: firstLine + refused.line - 1 }
    return { rendered: emptyText, words: 0, faults: [fault] }
  }
  const tree = parseMarkdown(markdown)
  const rendered = renderTree(tree)
  const words = countWords(rendered.text)
  const start = firstLine + (tree.children[0]?.position?.start.line ?? 1) - 1
  const faults = whatCannotBeShown(tree, markdown, (line) => firstLine + line - 1)
  if (rendered.text === '') {
    faults.push(lessonFault(start, 'body-missing'))
  }
  if (words > MOST_WORDS) {
    const values = { words, limit: MOST_WORDS, over: words - MOST_WORDS }
    faults.push(lessonFault(start, 'body-too-long', values))
  }
  return { rendered, words, faults }
}

/** A field of the front matter with Markdown in it; its faults are all at the line of its key. */
export function checkField(
  markdown: string,
  line: number,
): Pick<CheckedMarkdown, 'rendered' | 'faults'> {
  const refused = whatIsNotParsed(markdown)
  if (refused !== undefined) return { rendered: emptyText, faults: [{ ...refused, line }] }
  const tree = parseMarkdown(markdown)
  return { rendered: renderTree(tree), faults: whatCannotBeShown(tree, markdown, () => line) }
}

/** `>` and list marks at the start of a line, each of which opens a quote or list in the one before. */
const OPENINGS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/
const ONE_OPENING = />|[-+*]|\d+[.)]/g

/** Text that would cost the parser minutes or its stack; its line counts from 1 in `markdown`. */
function whatIsNotParsed(markdown: string): LessonFault | undefined {
  if (markdown.length > MOST_BODY_UNITS) {
    const values = { length: markdown.length, limit: MOST_BODY_UNITS }
    return lessonFault(1, 'markdown-too-long', values)
  }
  const lines = markdown.split('\n')
  const deep = lines.findIndex((line) => nestingOf(line) > MOST_NESTING)
  if (deep === -1) return undefined
  const values = { depth: nestingOf(lines[deep] ?? ''), limit: MOST_NESTING }
  return lessonFault(deep + 1, 'markdown-nested', values)
}

function nestingOf(line: string): number {
  return OPENINGS.exec(line)?.[0].match(ONE_OPENING)?.length ?? 0
}

/** What has a letter or a digit and stands between white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function whatCannotBeShown(
  tree: Root,
  markdown: string,
  lineOf: (line: number) => number,
): LessonFault[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const found = faultOf(node, markdown)
    if (found === undefined) return []
    const [key, values] = found
    return [lessonFault(lineOf(node.position?.start.line ?? 1), key, values)]
  })
}

function faultOf(node: Node, markdown: string): [LessonFaultKey, FaultValues?] | undefined {
  switch (node.type) {
    case 'html':
      return ['no-html']
    case 'image':
    case 'imageReference':
      return ['no-picture']
    case 'link':
    case 'definition':
      if (isOpenableAddress(node.url) && leadsSomewhere(node.url)) return undefined
      return ['link-nowhere', { url: JSON.stringify(node.url) }]
    case 'text': {
      // As it was written: brackets that somebody escaped are meant as brackets.
      const { start, end } = node.position ?? {}
      const broken = BROKEN_LINK.exec(markdown.slice(start?.offset, end?.offset))
      if (broken === null) return undefined
      return ['no-link', { text: JSON.stringify(broken[0]) }]
    }
    default:
      return undefined
  }
}

/** `[words][name]` whose name is defined nowhere, and `[words](address)` whose address is none. */
const BROKEN_LINK = /\[[^\][]+\](?:\[[^\][]*\]|\([^()]*\))/
