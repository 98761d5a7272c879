import { personalKinds, type PersonalKind } from './kinds.ts'
import { maskText, type TextPart } from './mask.ts'

/** The field of a masked update that names what was found in what the person sent just now. */
export const FOUND_FIELD = 'personal_data'

/**
 * Telegram's texts have at most 4096 characters. Of what is longer the rest is cut off: looking for
 * numbers and addresses takes the longer the more of them there are, more than in proportion.
 */
const LONGEST = 32_768

type Fields = Readonly<Record<string, unknown>>

/** What Telegram writes and nobody types: ids (long digits among them), codes, names of kinds. */
const MACHINE = new Set([
  'id',
  'type',
  'data',
  'callback_data',
  'chat_instance',
  'inline_message_id',
  'poll_id',
  'persistent_id',
  'option_persistent_ids',
  'file_id',
  'file_unique_id',
  'big_file_id',
  'small_file_id',
  'custom_emoji_id',
  'media_group_id',
  'business_connection_id',
  'mime_type',
  'language_code',
  'language',
  'username',
  'status',
  'emoji',
  'set_name',
])

/** Not typed in this message: who wrote, what it answers, where it comes from. Masked all the same. */
const NOT_TYPED_NOW = new Set([
  'from',
  'chat',
  'sender_chat',
  'sender_business_bot',
  'user',
  'via_bot',
  'forward_origin',
  'reply_to_message',
  'external_reply',
  'pinned_message',
  'callback_query',
  'my_chat_member',
  'poll_answer',
  'reply_markup',
])

/**
 * An update without the personal data that somebody typed into it, to be stored in its place. Every
 * string is looked at but those that Telegram itself writes. A shared contact is somebody else's
 * number and name: nothing of it stays. When the person sent something just now that had to be
 * masked, the field `personal_data` names the kinds; what only stood in a message that is answered
 * to, or in a button's, is masked in silence.
 */
export function maskUpdate(update: unknown): unknown {
  if (!isFields(update)) return update
  const kinds = new Set<PersonalKind>()
  const masked = maskFields(update, kinds)
  return kinds.size === 0 ? masked : { ...masked, [FOUND_FIELD]: [...kinds] }
}

/** What was found in what the person sent with this update. */
export function foundIn(update: unknown): readonly PersonalKind[] {
  const named: unknown = isFields(update) ? update[FOUND_FIELD] : undefined
  return Array.isArray(named) ? personalKinds.filter((kind) => named.includes(kind)) : []
}

/** @param kinds gathers what is found; undefined where it does not count */
function maskFields(fields: Fields, kinds: Set<PersonalKind> | undefined): Fields {
  const result: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) {
    // Put down with its text, whose places it names.
    if (key.endsWith('entities') && textFieldOf(fields, key) !== undefined) continue
    // Set on an object, the second is no field but the prototype.
    if (key === FOUND_FIELD || key === '__proto__') continue
    if (typeof value === 'string') maskString(result, { fields, key, value }, kinds)
    else if (key === 'contact' && isFields(value)) result[key] = maskContact(kinds)
    else if (MACHINE.has(key)) result[key] = value
    else result[key] = maskValue(value, counting(fields, key, kinds))
  }
  return result
}

function maskValue(value: unknown, kinds: Set<PersonalKind> | undefined): unknown {
  if (typeof value === 'string') {
    const masked = maskText(value.slice(0, LONGEST))
    for (const kind of masked.kinds) kinds?.add(kind)
    return masked.text
  }
  if (Array.isArray(value)) return value.map((item: unknown) => maskValue(item, kinds))
  return isFields(value) ? maskFields(value, kinds) : value
}

interface TypedField {
  readonly fields: Fields
  readonly key: string
  readonly value: string
}

function maskString(
  result: Record<string, unknown>,
  { fields, key, value }: TypedField,
  kinds: Set<PersonalKind> | undefined,
): void {
  if (MACHINE.has(key) && !isWebAppData(fields, key)) {
    result[key] = value
    return
  }
  const entitiesKey = entitiesKeys(key).find((name) => Array.isArray(fields[name]))
  const parts = entitiesKey === undefined ? [] : partsIn(fields[entitiesKey])
  const masked = maskText(value.slice(0, LONGEST), parts)
  for (const kind of masked.kinds) kinds?.add(kind)
  result[key] = masked.text
  // A link behind words is typed too.
  if (entitiesKey !== undefined) result[entitiesKey] = maskValue(masked.parts, kinds)
}

function counting(
  fields: Fields,
  key: string,
  kinds: Set<PersonalKind> | undefined,
): Set<PersonalKind> | undefined {
  if (NOT_TYPED_NOW.has(key)) return undefined
  // A part of one of our own messages is not what the person brought in.
  const answered = fields['reply_to_message']
  const toBot =
    isFields(answered) && isFields(answered['from']) && answered['from']['is_bot'] === true
  return key === 'quote' && toBot ? undefined : kinds
}

function maskContact(kinds: Set<PersonalKind> | undefined): Fields {
  kinds?.add('phone')
  return { phone_number: '', first_name: '' }
}

/** The field whose places these entities name. */
function textFieldOf(fields: Fields, entitiesKey: string): string | undefined {
  return Object.keys(fields).find(
    (key) => typeof fields[key] === 'string' && entitiesKeys(key).includes(entitiesKey),
  )
}

function entitiesKeys(key: string): string[] {
  return key === 'text' ? ['entities', 'text_entities'] : [`${key}_entities`]
}

function partsIn(value: unknown): (TextPart & Fields)[] {
  return Array.isArray(value) ? value.filter(isPart) : []
}

function isPart(value: unknown): value is TextPart & Fields {
  return (
    isFields(value) &&
    typeof value['type'] === 'string' &&
    typeof value['offset'] === 'number' &&
    typeof value['length'] === 'number'
  )
}

function isWebAppData(fields: Fields, key: string): boolean {
  return key === 'data' && typeof fields['button_text'] === 'string'
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
