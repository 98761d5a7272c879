import { fromMarkdown } from 'mdast-util-from-markdown'

/** The syntax tree of CommonMark (mdast). */
export type Root = ReturnType<typeof fromMarkdown>
export type Node = Root | Root['children'][number]
export type NodeOf<T extends Node['type']> = Extract<Node, { type: T }>

/** Any text is Markdown: this never throws. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown)
}

/** `node` and all below it, in reading order. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}
