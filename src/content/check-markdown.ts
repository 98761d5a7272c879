import { emptyText, type FormattedText } from '../platform/telegram/formatted-text.ts'
import { MOST_BODY_UNITS, MOST_NESTING, MOST_WORDS } from './limits.ts'
import { nodesOf, parseMarkdown, type Node, type Root } from './markdown-tree.ts'
import { isOpenableAddress, leadsSomewhere } from './openable-address.ts'
import type { Fault } from './problem.ts'
import { renderTree } from './render-markdown.ts'

export interface CheckedMarkdown {
  readonly rendered: FormattedText
  readonly words: number
  readonly faults: readonly Fault[]
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
    faults.push({
      line: start,
      what: 'the lesson has no body',
      mend: 'write it under the front matter, 200-300 words',
    })
  }
  if (words > MOST_WORDS) {
    faults.push({
      line: start,
      what: `the body has ${words} words, and the limit is ${MOST_WORDS}`,
      mend: `shorten it by ${words - MOST_WORDS}`,
    })
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
function whatIsNotParsed(markdown: string): Fault | undefined {
  if (markdown.length > MOST_BODY_UNITS) {
    return {
      line: 1,
      what: `the Markdown has ${markdown.length} characters, and the limit is ${MOST_BODY_UNITS}`,
      mend: 'write 200-300 words, one idea',
    }
  }
  const lines = markdown.split('\n')
  const deep = lines.findIndex((line) => nestingOf(line) > MOST_NESTING)
  if (deep === -1) return undefined
  return {
    line: deep + 1,
    what: `${nestingOf(lines[deep] ?? '')} quotes or lists stand inside each other, and the limit is ${MOST_NESTING}`,
    mend: 'write one quote or list, or a line of `---`',
  }
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
): Fault[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const fault = faultOf(node, markdown)
    return fault === undefined ? [] : [{ line: lineOf(node.position?.start.line ?? 1), ...fault }]
  })
}

function faultOf(node: Node, markdown: string): Omit<Fault, 'line'> | undefined {
  switch (node.type) {
    case 'html':
      return {
        what: 'HTML is not shown in Telegram',
        mend: 'write it in Markdown, or put `<` between backticks',
      }
    case 'image':
    case 'imageReference':
      return { what: 'a lesson holds no picture', mend: 'say it in words, or link to the picture' }
    case 'link':
    case 'definition':
      if (isOpenableAddress(node.url) && leadsSomewhere(node.url)) return undefined
      return {
        what: `the link to ${JSON.stringify(node.url)} leads nowhere`,
        mend: 'write its full address, with https://',
      }
    case 'text': {
      // As it was written: brackets that somebody escaped are meant as brackets.
      const { start, end } = node.position ?? {}
      const broken = BROKEN_LINK.exec(markdown.slice(start?.offset, end?.offset))
      if (broken === null) return undefined
      return {
        what: `${JSON.stringify(broken[0])} is shown as it stands, since it is no link`,
        mend: 'write a link as [words](https://address), without spaces in the address',
      }
    }
    default:
      return undefined
  }
}

/** `[words][name]` whose name is defined nowhere, and `[words](address)` whose address is none. */
const BROKEN_LINK = /\[[^\][]+\](?:\[[^\][]*\]|\([^()]*\))/
