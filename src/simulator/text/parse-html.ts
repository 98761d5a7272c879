import type { MessageEntity } from 'grammy/types'

import { dateFormat } from './date-format.ts'
import { byteOffset, sortEntities } from './entities.ts'
import { readEscape } from './html-escapes.ts'
import { isSpace, parseError, readStartTag, skipSpace } from './html-tags.ts'
import type { StartTag } from './html-tags.ts'
import { linkEntity } from './link-entity.ts'
import type { FindUser, FormattedText } from './types.ts'

interface OpenTag extends StartTag {
  /** Where in the result its text begins. */
  offset: number
}

const SIMPLE = {
  i: 'italic',
  em: 'italic',
  b: 'bold',
  strong: 'bold',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  u: 'underline',
  ins: 'underline',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
} as const

/**
 * Telegram's HTML (`parse_mode: 'HTML'`) to text with entities. Broken markup is refused in the
 * words of td (MessageEntity.cpp, parse_html), with UTF-8 byte offsets.
 */
export function parseHtml(text: string, findUser: FindUser): FormattedText {
  let result = ''
  const open: OpenTag[] = []
  const entities: MessageEntity[] = []
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index)
    const escape = char === '&' ? readEscape(text, index) : undefined
    if (escape !== undefined) {
      result += escape.char
      index = escape.end - 1
    } else if (char !== '<') {
      result += char
    } else if (text.charAt(index + 1) === '/') {
      const tag = open.pop()
      index = readEndTag(text, index, tag)
      if (tag !== undefined && result.length > tag.offset) {
        closeTag(tag, result, entities, findUser)
      }
    } else {
      const tag = readStartTag(text, index)
      open.push({ ...tag, offset: result.length })
      index = tag.end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined) {
    throw parseError(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  }
  if (!result.isWellFormed()) {
    throw parseError(
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    )
  }
  return { text: result, entities: sortEntities(entities.map(dropCodeLanguage)) }
}

/** Returns the index of the end tag's `>`. */
function readEndTag(text: string, begin: number, tag: OpenTag | undefined): number {
  if (tag === undefined) {
    throw parseError(`Unexpected end tag at byte offset ${byteOffset(text, begin)}`)
  }
  let index = begin + 2
  while (!isSpace(text.charAt(index)) && text.charAt(index) !== '>') index += 1
  const name = text.slice(begin + 2, index).toLowerCase()
  index = skipSpace(text, index)
  if (text.charAt(index) !== '>') {
    throw parseError(`Unclosed end tag at byte offset ${byteOffset(text, begin)}`)
  }
  if (name !== '' && name !== tag.name) {
    throw parseError(
      `Unmatched end tag at byte offset ${byteOffset(text, begin)}, expected "</${tag.name}>", found "</${name}>"`,
    )
  }
  return index
}

/** A `code` keeps its language until its `pre` may have taken it over. */
type CodeWithLanguage = MessageEntity & { codeLanguage?: string }

function closeTag(
  tag: OpenTag,
  result: string,
  entities: CodeWithLanguage[],
  findUser: FindUser,
): void {
  const place = { offset: tag.offset, length: result.length - tag.offset }
  const last = entities.at(-1)
  const sameSpan = last?.offset === place.offset && last.length === place.length
  switch (tag.name) {
    case 'a': {
      const url = tag.argument === '' ? result.slice(tag.offset) : tag.argument
      const entity = linkEntity(url, place, findUser)
      if (entity !== undefined) entities.push(entity)
      return
    }
    case 'pre':
      if (sameSpan && last?.type === 'code' && last.codeLanguage !== undefined) {
        entities.splice(-1, 1, { type: 'pre', ...place, language: last.codeLanguage })
      } else entities.push({ type: 'pre', ...place })
      return
    case 'code':
      if (sameSpan && last?.type === 'pre' && tag.argument !== '') {
        entities.splice(-1, 1, { type: 'pre', ...place, language: tag.argument })
      } else if (tag.argument === '') entities.push({ type: 'code', ...place })
      else entities.push({ type: 'code', ...place, codeLanguage: tag.argument })
      return
    case 'blockquote':
      entities.push({
        type: tag.argument === '' ? 'blockquote' : 'expandable_blockquote',
        ...place,
      })
      return
    case 'tg-emoji':
      if (!/^[1-9]\d{0,18}$/u.test(tag.argument)) {
        throw parseError('Invalid custom emoji identifier specified')
      }
      entities.push({ type: 'custom_emoji', ...place, custom_emoji_id: tag.argument })
      return
    case 'tg-time': {
      const format = dateFormat(tag.argument)
      if (format === undefined) throw parseError('Invalid date-time format specified')
      if (tag.unix > 0) {
        entities.push({
          type: 'date_time',
          ...place,
          unix_time: tag.unix,
          date_time_format: format,
        })
      }
      return
    }
    default:
      if (Object.hasOwn(SIMPLE, tag.name)) {
        entities.push({ type: SIMPLE[tag.name as keyof typeof SIMPLE], ...place })
      }
  }
}

function dropCodeLanguage(entity: CodeWithLanguage): MessageEntity {
  if (entity.type !== 'code' || entity.codeLanguage === undefined) return entity
  return { type: 'code', offset: entity.offset, length: entity.length }
}
