import type { MessageEntity } from 'grammy/types'

import { isFields, optionalString, requiredInteger, requiredString } from '../api/fields.ts'
import type { Fields } from '../api/fields.ts'
import { badRequest, Refusal } from '../refusal.ts'
import { dateFormat } from './date-format.ts'
import { linkEntity } from './link-entity.ts'
import type { FindUser } from './types.ts'

const PLAIN = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const

/** Telegram finds these by itself and takes no word for them. */
const DETECTED = new Set(
  'mention hashtag cashtag bot_command url email phone_number bank_card_number'.split(' '),
)

/** Entities as a request gave them; anything but a list counts as none, as on the real server. */
export function readEntities(value: unknown, findUser: FindUser): MessageEntity[] {
  if (!Array.isArray(value)) return []
  const entities: MessageEntity[] = []
  for (const item of value as unknown[]) {
    const entity = readEntity(item, findUser)
    if (entity !== undefined) entities.push(entity)
  }
  return entities
}

function readEntity(item: unknown, findUser: FindUser): MessageEntity | undefined {
  try {
    if (!isFields(item)) throw badRequest('expected an Object')
    const place = {
      offset: requiredInteger(item, 'offset'),
      length: requiredInteger(item, 'length'),
    }
    return typedEntity(item, place, findUser)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw badRequest(
      `Can't parse MessageEntity: ${error.message.replace('Bad Request: ', '').replace(/^./u, (c) => c.toUpperCase())}`,
    )
  }
}

function typedEntity(
  item: Fields,
  place: { offset: number; length: number },
  findUser: FindUser,
): MessageEntity | undefined {
  const type = requiredString(item, 'type')
  const plain = PLAIN.find((known) => known === type)
  if (plain !== undefined) return { type: plain, ...place }
  if (DETECTED.has(type)) return undefined
  switch (type) {
    case 'pre': {
      const language = optionalString(item, 'language')
      return language === '' ? { type, ...place } : { type, ...place, language }
    }
    case 'text_link':
      return linkEntity(requiredString(item, 'url'), place, findUser)
    case 'text_mention': {
      const user = item['user']
      if (!isFields(user)) throw badRequest('Can\'t find field "user"')
      return linkEntity(`tg://user?id=${requiredInteger(user, 'id')}`, place, findUser)
    }
    case 'custom_emoji':
      return { type, ...place, custom_emoji_id: requiredString(item, 'custom_emoji_id') }
    case 'date_time': {
      const format = dateFormat(optionalString(item, 'date_time_format'))
      if (format === undefined) throw badRequest('Invalid date-time format specified')
      return {
        type,
        ...place,
        unix_time: requiredInteger(item, 'unix_time'),
        date_time_format: format,
      }
    }
    default:
      throw badRequest('Unsupported type specified')
  }
}
