import type { FormattedText } from '../platform/telegram/formatted-text.ts'
import { MOST_WORDS } from './limits.ts'
import { nodesOf, parseMarkdown, type Node, type Root } from './markdown-tree.ts'
import { isOpenableAddress } from './openable-address.ts'
import type { Fault } from './problem.ts'
import { renderTree } from './render-markdown.ts'

export interface CheckedMarkdown {
  readonly rendered: FormattedText
  readonly words: number
  readonly faults: readonly Fault[]
}

/** The body of a lesson, which begins at line `firstLine` of its file. */
export function checkBody(markdown: string, firstLine: number): CheckedMarkdown {
  const tree = parseMarkdown(markdown)
  const rendered = renderTree(tree)
  const words = countWords(rendered.text)
  const start = firstLine + (tree.children[0]?.position?.start.line ?? 1) - 1
  const faults = whatCannotBeShown(tree, (line) => firstLine + line - 1)
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
  const tree = parseMarkdown(markdown)
  return { rendered: renderTree(tree), faults: whatCannotBeShown(tree, () => line) }
}

/** What has a letter or a digit and stands between white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function whatCannotBeShown(tree: Root, lineOf: (line: number) => number): Fault[] {
  return [...nodesOf(tree)].flatMap((node) => {
    const fault = faultOf(node)
    return fault === undefined ? [] : [{ line: lineOf(node.position?.start.line ?? 1), ...fault }]
  })
}

function faultOf(node: Node): Omit<Fault, 'line'> | undefined {
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
      if (isOpenableAddress(node.url)) return undefined
      return {
        what: `the link to ${JSON.stringify(node.url)} leads nowhere`,
        mend: 'write its full address, with https://',
      }
    default:
      return undefined
  }
}
