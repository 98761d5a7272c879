import type { MessageEntity } from 'grammy/types'

import { byteOffset, sortEntities } from './entities.ts'
import { isSpace, parseError } from './html-tags.ts'
import { linkEntity } from './link-entity.ts'
import { readMarkdownUrl } from './markdown-url.ts'
import type { FindUser, FormattedText } from './types.ts'

type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote'

interface Open {
  kind: Kind
  language: string
  /** Where in the result it begins, and where in the source its mark stands. */
  offset: number
  begin: number
}

const SIMPLE = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
} as const

const RESERVED = '_*[]()~`>#+-=|{}.!\n'

/**
 * Telegram's MarkdownV2 to text with entities. Whatever is reserved and not escaped, and whatever
 * is not closed, is refused in the words of td (MessageEntity.cpp, parse_markdown_v2).
 */
export function parseMarkdownV2(source: string, findUser: FindUser): FormattedText {
  const entities: MessageEntity[] = []
  const open: Open[] = []
  let result = ''
  let inQuote = false
  let mayStartQuote = true
  const at = (index: number): string => source.charAt(index)

  function unclosed({ kind, language, begin }: Open): Error {
    const name = kind === 'Pre' && language !== '' ? 'PreCode' : kind
    return parseError(
      `Can't find end of ${name} entity at byte offset ${byteOffset(source, begin)}`,
    )
  }
  function reserved(char: string): Error {
    return parseError(`Character '${char}' is reserved and must be escaped with the preceding '\\'`)
  }
  function closes(index: number): boolean {
    const last = open.at(-1)
    if (last === undefined) return false
    const char = at(index)
    if (inQuote && char === '\n' && at(index + 1) !== '>') return true
    switch (last.kind) {
      case 'Bold':
        return char === '*'
      case 'Italic':
        return char === '_' && at(index + 1) !== '_'
      case 'Underline':
        return char === '_' && at(index + 1) === '_'
      case 'Strikethrough':
        return char === '~'
      case 'Spoiler':
        return char === '|' && at(index + 1) === '|'
      case 'Code':
        return char === '`'
      case 'Pre':
        return source.startsWith('```', index)
      case 'TextUrl':
      case 'CustomEmoji':
        return char === ']'
      default:
        return false
    }
  }

  /** Returns the index of the last character of the opening mark. */
  function openEntity(index: number): number {
    const char = at(index)
    const next = at(index + 1)
    const push = (kind: Kind, last: number, language = ''): number => {
      open.push({ kind, language, offset: result.length, begin: index })
      return last
    }
    if (char === '_') return next === '_' ? push('Underline', index + 1) : push('Italic', index)
    if (char === '*') return push('Bold', index)
    if (char === '~') return push('Strikethrough', index)
    if (char === '[') return push('TextUrl', index)
    if (char === '|' && next === '|') return push('Spoiler', index + 1)
    if (char === '!' && next === '[') return push('CustomEmoji', index + 1)
    if (char === '`') {
      if (!source.startsWith('```', index)) return push('Code', index)
      const head = readPreHead(source, index + 3)
      return push('Pre', head.end - 1, head.language)
    }
    if (char === '\n') {
      result += '\n'
      mayStartQuote = true
      return index
    }
    if (char === '>' && mayStartQuote) {
      if (inQuote) return index
      inQuote = true
      return push('BlockQuote', index)
    }
    throw reserved(char)
  }

  function add(entity: MessageEntity | undefined): void {
    if (entity !== undefined && entity.length > 0) entities.push(entity)
  }

  /** A line that ends a quotation; `||` just before it makes the quotation expandable. */
  function closeQuote(index: number, end: number): void {
    let last = open.pop()
    let type: 'blockquote' | 'expandable_blockquote' = 'blockquote'
    if (last?.kind === 'Spoiler' && last.begin === index - 2) {
      last = open.pop()
      type = 'expandable_blockquote'
    }
    if (last === undefined) return
    if (last.kind !== 'BlockQuote') throw unclosed(last)
    inQuote = false
    add({ type, offset: last.offset, length: end - last.offset })
  }

  /** Returns the index of the last character of the closing mark. */
  function closeEntity(index: number): number {
    if (at(index) === '\n') {
      result += '\n'
      closeQuote(index, result.length)
      mayStartQuote = true
      return index
    }
    const last = open.pop()
    if (last === undefined) return index
    const place = { offset: last.offset, length: result.length - last.offset }
    switch (last.kind) {
      case 'Pre':
        add(
          last.language === ''
            ? { type: 'pre', ...place }
            : { type: 'pre', ...place, language: last.language },
        )
        return index + 2
      case 'TextUrl': {
        if (at(index + 1) !== '(') {
          add(linkEntity(result.slice(last.offset), place, findUser))
          return index
        }
        const { url, end } = readMarkdownUrl(source, index + 2)
        add(linkEntity(url, place, findUser))
        return end
      }
      case 'CustomEmoji': {
        if (at(index + 1) !== '(') {
          throw parseError('The entity must contain a tg://emoji or tg://time URL')
        }
        const { url, end } = readMarkdownUrl(source, index + 2)
        const id = /^tg:(?:\/\/)?emoji\?id=([1-9]\d{0,18})$/iu.exec(url)?.[1]
        if (id === undefined) throw parseError('Invalid tg://emoji or tg://time URL specified')
        add({ type: 'custom_emoji', ...place, custom_emoji_id: id })
        return end
      }
      case 'BlockQuote':
        return index
      default:
        add({ type: SIMPLE[last.kind], ...place })
        return last.kind === 'Underline' || last.kind === 'Spoiler' ? index + 1 : index
    }
  }

  for (let index = 0; index < source.length; index += 1) {
    const char = at(index)
    const next = source.charCodeAt(index + 1)
    if (char === '\\' && next > 0 && next <= 126) {
      index += 1
      result += at(index)
      mayStartQuote = at(index) === '\n'
      continue
    }
    const kind = open.at(-1)?.kind
    const special = kind === 'Code' || kind === 'Pre' ? '`' : RESERVED
    if (!special.includes(char)) {
      result += char
      if (char !== '\r') mayStartQuote = false
      continue
    }
    index = closes(index) ? closeEntity(index) : openEntity(index)
  }
  if (inQuote) closeQuote(source.length, result.length)
  const last = open.at(-1)
  if (last !== undefined) throw unclosed(last)
  return { text: result, entities: sortEntities(entities) }
}

/** The language after the opening fence, and where the code begins. */
function readPreHead(source: string, from: number): { language: string; end: number } {
  let end = from
  while (!isSpace(source.charAt(end)) && source.charAt(end) !== '`') end += 1
  const isLanguage = end > from && end < source.length && source.charAt(end) !== '`'
  const language = isLanguage ? source.slice(from, end) : ''
  let start = isLanguage ? end : from
  if (/^(?:\r\n|\n\r)/u.test(source.slice(start, start + 2))) start += 2
  else if (/^[\r\n]/u.test(source.charAt(start))) start += 1
  return { language, end: start }
}
