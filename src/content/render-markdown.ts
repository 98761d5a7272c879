import {
  blockquote,
  bold,
  code,
  concat,
  emptyText,
  italic,
  joinText,
  pre,
  textLink,
  tidyText,
  type FormattedText,
} from '../platform/telegram/formatted-text.ts'
import { nodesOf, parseMarkdown, type Node, type NodeOf, type Root } from './markdown-tree.ts'
import { isOpenableAddress } from './openable-address.ts'

/**
 * CommonMark as Telegram shows it. What Telegram has no formatting for becomes plain text: a list
 * its signs, a heading a bold line, a picture its description, HTML itself. Never throws.
 */
export function renderMarkdown(markdown: string): FormattedText {
  return renderTree(parseMarkdown(markdown))
}

/** The same for Markdown that was parsed already. */
export function renderTree(tree: Root): FormattedText {
  const definitions = new Map<string, NodeOf<'definition'>>()
  for (const node of nodesOf(tree)) {
    // Of two definitions with one name the first counts (CommonMark 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  }
  return tidyText(blocks(tree.children, definitions))
}

type Definitions = ReadonlyMap<string, NodeOf<'definition'>>

function blocks(nodes: readonly Node[], definitions: Definitions, gap = '\n\n'): FormattedText {
  return joinText(
    nodes.map((node) => render(node, definitions)),
    gap,
  )
}

function inline(nodes: readonly Node[], definitions: Definitions): FormattedText {
  return concat(...nodes.map((node) => render(node, definitions)))
}

function render(node: Node, definitions: Definitions): FormattedText {
  switch (node.type) {
    case 'text':
      // A line break in the source is a space; only a hard break begins a new line.
      return { text: node.value.replaceAll(/[ \t]*\n[ \t]*/g, ' '), entities: [] }
    case 'html':
      return { text: node.value, entities: [] }
    case 'break':
      return { text: '\n', entities: [] }
    case 'strong':
      return bold(inline(node.children, definitions))
    case 'emphasis':
      return italic(inline(node.children, definitions))
    case 'inlineCode':
      return code(node.value)
    case 'link':
    case 'linkReference':
      return link(node, definitions)
    case 'image':
    case 'imageReference':
      return { text: node.alt ?? '', entities: [] }
    case 'paragraph':
      return inline(node.children, definitions)
    case 'heading':
      return bold(inline(node.children, definitions))
    case 'code':
      return pre(node.value, node.lang ?? undefined)
    case 'blockquote':
      return blockquote(blocks(node.children, definitions))
    case 'list':
      return list(node, definitions)
    default:
      // A rule, a definition: nothing is shown. The tree of CommonMark holds no other kinds.
      return emptyText
  }
}

function link(node: NodeOf<'link' | 'linkReference'>, definitions: Definitions): FormattedText {
  const text = inline(node.children, definitions)
  const url = node.type === 'link' ? node.url : definitions.get(node.identifier)?.url
  return url !== undefined && isOpenableAddress(url) ? textLink(text, url) : text
}

function list(node: NodeOf<'list'>, definitions: Definitions): FormattedText {
  const first = node.start ?? 1
  const items = node.children.map((item, index) => {
    const sign = node.ordered === true ? `${first + index}. ` : '• '
    return concat(sign, indented(blocks(item.children, definitions, '\n'), '   '))
  })
  return joinText(items, '\n')
}

/** Every line but the first moved in by `margin`; an entity over several lines stays one. */
function indented({ text, entities }: FormattedText, margin: string): FormattedText {
  const moved = (offset: number) => {
    const feeds = text.slice(0, offset).split('\n').length - 1
    return offset + feeds * margin.length
  }
  return {
    text: text.replaceAll('\n', `\n${margin}`),
    entities: entities.map((entity) => {
      const offset = moved(entity.offset)
      return { ...entity, offset, length: moved(entity.offset + entity.length) - offset }
    }),
  }
}
