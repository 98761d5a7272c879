import type { MessageEntity } from 'grammy/types'

import { byteOffset, sortEntities } from './entities.ts'
import { parseError } from './html-tags.ts'
import { linkEntity } from './link-entity.ts'
import type { FindUser, FormattedText } from './types.ts'

/**
 * The old `parse_mode: 'Markdown'`: no nesting, and an entity runs to the next mark of its kind
 * (MessageEntity.cpp, parse_markdown).
 */
export function parseMarkdown(source: string, findUser: FindUser): FormattedText {
  const entities: MessageEntity[] = []
  let result = ''
  for (let index = 0; index < source.length; index += 1) {
    const char = source.charAt(index)
    if (char === '\\' && /^[_*`[]$/u.test(source.charAt(index + 1))) {
      index += 1
      result += source.charAt(index)
      continue
    }
    if (!/^[_*`[]$/u.test(char)) {
      result += char
      continue
    }
    const fenced = source.startsWith('```', index)
    const mark = fenced ? '```' : char === '[' ? ']' : char
    const begin = index
    const start = index + (fenced ? 3 : 1)
    const end = source.indexOf(mark, start)
    if (end === -1) {
      throw parseError(
        `Can't find end of the entity starting at byte offset ${byteOffset(source, begin)}`,
      )
    }
    const inner = source.slice(start, end)
    const text = fenced ? inner.replace(/^(?:[a-z]+)?\r?\n/iu, '') : inner
    const place = { offset: result.length, length: text.length }
    result += text
    index = end + mark.length - 1
    if (char === '[') {
      const tail = source.charAt(index + 1) === '(' ? source.indexOf(')', index + 2) : -1
      const url = tail === -1 ? text : source.slice(index + 2, tail)
      if (tail !== -1) index = tail
      const entity = linkEntity(url, place, findUser)
      if (entity !== undefined && text !== '') entities.push(entity)
    } else if (text !== '') {
      const type = fenced ? 'pre' : char === '*' ? 'bold' : char === '_' ? 'italic' : 'code'
      entities.push({ type, ...place })
    }
  }
  return { text: result, entities: sortEntities(entities) }
}
