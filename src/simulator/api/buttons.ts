import type { InlineKeyboardButton, KeyboardButton } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { checkLink, userIdOfLink } from '../text/links.ts'
import {
  isFields,
  optionalFlag,
  optionalString,
  requiredFields,
  requiredInteger,
  requiredString,
} from './fields.ts'
import type { Fields } from './fields.ts'

/** Bytes of UTF-8, not characters. */
const MAX_CALLBACK_DATA_BYTES = 64
const MAX_COPY_TEXT = 256

type InlineExtra = Omit<InlineKeyboardButton.CallbackButton, 'text' | 'callback_data'>

/** One button of an inline keyboard, checked (Client.cpp, get_inline_keyboard_button). */
export function readInlineButton(value: unknown): InlineKeyboardButton {
  if (!isFields(value)) throw badRequest('InlineKeyboardButton must be an Object')
  const text = requiredString(value, 'text')
  const extra = readLook(value)
  const button = readInlineAction(value, text, extra)
  if (text.trim() === '') throw badRequest('Inline keyboard button text must be non-empty')
  return button
}

function readInlineAction(value: Fields, text: string, extra: InlineExtra): InlineKeyboardButton {
  const url = optionalString(value, 'url')
  if (url !== '') return { text, ...extra, url: checkedButtonUrl(url) }
  const data = optionalString(value, 'callback_data')
  if (data !== '') {
    if (Buffer.byteLength(data) > MAX_CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
    return { text, ...extra, callback_data: data }
  }
  if (value['callback_game'] !== undefined) throw badRequest('BUTTON_TYPE_INVALID')
  if (value['pay'] !== undefined) throw badRequest('BUTTON_TYPE_INVALID')
  if (value['switch_inline_query'] !== undefined) {
    return { text, ...extra, switch_inline_query: requiredString(value, 'switch_inline_query') }
  }
  if (value['switch_inline_query_chosen_chat'] !== undefined) {
    const chosen = requiredFields(value, 'switch_inline_query_chosen_chat')
    return {
      text,
      ...extra,
      switch_inline_query_chosen_chat: { query: optionalString(chosen, 'query') },
    }
  }
  if (value['switch_inline_query_current_chat'] !== undefined) {
    const query = requiredString(value, 'switch_inline_query_current_chat')
    return { text, ...extra, switch_inline_query_current_chat: query }
  }
  if (value['login_url'] !== undefined) {
    const login = requiredFields(value, 'login_url')
    return {
      text,
      ...extra,
      login_url: { url: checkedHttps(requiredString(login, 'url'), 'login') },
    }
  }
  if (value['web_app'] !== undefined) {
    const app = requiredFields(value, 'web_app')
    return { text, ...extra, web_app: { url: checkedHttps(requiredString(app, 'url'), 'Web App') } }
  }
  if (value['copy_text'] !== undefined) {
    const copied = requiredString(requiredFields(value, 'copy_text'), 'text')
    if (copied === '' || copied.length > MAX_COPY_TEXT) throw badRequest('BUTTON_COPY_TEXT_INVALID')
    return { text, ...extra, copy_text: { text: copied } }
  }
  throw badRequest('Text buttons are unallowed in the inline keyboard')
}

/** One button of a keyboard below the text field; a plain text is one too. */
export function readKeyboardButton(value: unknown): KeyboardButton {
  if (typeof value === 'string') return checkedText({ text: value })
  if (!isFields(value)) throw badRequest('KeyboardButton must be a String or an Object')
  const button = { text: requiredString(value, 'text'), ...readLook(value) }
  if (optionalFlag(value, 'request_contact'))
    return checkedText({ ...button, request_contact: true })
  if (optionalFlag(value, 'request_location')) {
    return checkedText({ ...button, request_location: true })
  }
  if (value['request_poll'] !== undefined) {
    const type = optionalString(requiredFields(value, 'request_poll'), 'type')
    const asked = type === 'quiz' || type === 'regular' ? { type } : {}
    return checkedText({ ...button, request_poll: asked as { type: 'quiz' | 'regular' } })
  }
  if (value['web_app'] !== undefined) {
    const url = requiredString(requiredFields(value, 'web_app'), 'url')
    return checkedText({ ...button, web_app: { url: checkedHttps(url, 'Web App') } })
  }
  if (value['request_users'] !== undefined) {
    const request_id = requiredInteger(requiredFields(value, 'request_users'), 'request_id')
    return checkedText({ ...button, request_users: { request_id } })
  }
  return checkedText(button)
}

function checkedText<T extends { text: string }>(button: T): T {
  if (button.text.trim() === '') throw badRequest('Keyboard button text must be non-empty')
  return button
}

function readLook(value: Fields): InlineExtra {
  const style = optionalString(value, 'style').toLowerCase()
  const icon = optionalString(value, 'icon_custom_emoji_id')
  if (!['', 'default', 'primary', 'danger', 'success'].includes(style)) {
    throw badRequest('Invalid button style specified')
  }
  return {
    ...(style !== '' &&
      style !== 'default' && { style: style as 'primary' | 'danger' | 'success' }),
    ...(icon !== '' && { icon_custom_emoji_id: icon }),
  }
}

function checkedButtonUrl(url: string): string {
  if (userIdOfLink(url) !== undefined) return url
  const link = checkLink(url)
  if (!link.ok) throw badRequest(`Inline keyboard button URL '${url}' is invalid: ${link.reason}`)
  return link.url
}

/** Mini Apps and logins open over HTTPS only. */
function checkedHttps(url: string, kind: string): string {
  const link = checkLink(url)
  const reason = link.ok ? 'Only HTTPS links are allowed' : link.reason
  if (!link.ok || !/^https:/iu.test(link.url)) {
    throw badRequest(`Inline keyboard button ${kind} URL '${url}' is invalid: ${reason}`)
  }
  return link.url
}
