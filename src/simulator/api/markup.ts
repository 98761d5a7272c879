import type { InlineKeyboardMarkup } from 'grammy/types'

import { badRequest, Refusal } from '../refusal.ts'
import type { AnyMarkup } from '../world/state.ts'
import { readInlineButton, readKeyboardButton } from './buttons.ts'
import { isFields, optionalFlag, optionalString } from './fields.ts'
import type { Fields } from './fields.ts'
import { json } from './params.ts'
import type { Params } from './params.ts'

const MAX_BUTTONS = 100

/** `reply_markup`, checked; undefined when there is none, or one without a button. */
export function readMarkup(params: Params): AnyMarkup | undefined {
  const value = json(params, 'reply_markup', 'reply keyboard markup')
  if (value === undefined) return undefined
  if (!isFields(value)) throw badRequest('Object expected as reply markup')
  const keyboard = readRows(value, 'keyboard', 'keyboard button', readKeyboardButton)
  const inline = readRows(value, 'inline_keyboard', 'inline keyboard button', readInlineButton)
  const selective = optionalFlag(value, 'selective')
  const placeholder = optionalString(value, 'input_field_placeholder')
  if (keyboard.length > 0) {
    return {
      keyboard,
      ...flags(value, ['is_persistent', 'resize_keyboard', 'one_time_keyboard']),
      ...(placeholder !== '' && { input_field_placeholder: placeholder }),
      ...(selective && { selective }),
    }
  }
  if (inline.length > 0) return { inline_keyboard: inline }
  if (optionalFlag(value, 'remove_keyboard')) {
    return { remove_keyboard: true, ...(selective && { selective }) }
  }
  if (optionalFlag(value, 'force_reply')) {
    return {
      force_reply: true,
      ...(placeholder !== '' && { input_field_placeholder: placeholder }),
      ...(selective && { selective }),
    }
  }
  return undefined
}

/** The markup of an edit, where Telegram takes inline keyboards only. */
export function readInlineMarkup(params: Params): InlineKeyboardMarkup | undefined {
  const markup = readMarkup(params)
  if (markup === undefined || 'inline_keyboard' in markup) return markup
  throw badRequest('Inline keyboard expected')
}

export function inlineOf(markup: AnyMarkup | undefined): InlineKeyboardMarkup | undefined {
  return markup !== undefined && 'inline_keyboard' in markup ? markup : undefined
}

function readRows<T>(
  value: Fields,
  name: 'keyboard' | 'inline_keyboard',
  what: string,
  read: (button: unknown) => T,
): T[][] {
  const rows = value[name]
  if (rows === undefined || rows === null) return []
  if (!Array.isArray(rows)) throw badRequest(`Field "${name}" must be of type Array`)
  let count = 0
  const result: T[][] = []
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row)) {
      const owner = name === 'inline_keyboard' ? ' of the InlineKeyboardMarkup' : ''
      throw badRequest(`Field "${name}"${owner} must be an Array of Arrays`)
    }
    count += row.length
    if (count > MAX_BUTTONS) throw badRequest('Reply markup is too long')
    if (row.length > 0) result.push(row.map((button: unknown) => readButton(button, what, read)))
  }
  return result
}

/** What is wrong with a button's form is said with its place; server codes stand alone. */
function readButton<T>(button: unknown, what: string, read: (button: unknown) => T): T {
  try {
    return read(button)
  } catch (error) {
    if (!(error instanceof Refusal) || !isFormError(error.message)) throw error
    const message = error.message.slice('Bad Request: '.length)
    // `badRequest` lowered the first letter, which the real server does to the whole sentence only.
    const reason = message.replace(/^(?!invalid)./u, (letter) => letter.toUpperCase())
    throw badRequest(`Can't parse ${what}: ${reason}`)
  }
}

function isFormError(message: string): boolean {
  return /^Bad Request: (?:can't find field|field "|text buttons|invalid button|(?:inlineK|k)eyboardButton)/u.test(
    message,
  )
}

function flags<K extends string>(value: Fields, names: readonly K[]): Partial<Record<K, true>> {
  const result: Partial<Record<K, true>> = {}
  for (const name of names) if (optionalFlag(value, name)) result[name] = true
  return result
}
