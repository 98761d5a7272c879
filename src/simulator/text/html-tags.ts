import { badRequest } from '../refusal.ts'
import { byteOffset } from './entities.ts'
import { readEscape } from './html-escapes.ts'

export interface StartTag {
  name: string
  /** The link, language, class, emoji or format that came with it; empty when none did. */
  argument: string
  /** Seconds since 1970, of `tg-time`. */
  unix: number
  /** The index of its closing `>`. */
  end: number
}

const KNOWN = new Set(
  'a b strong i em s strike del u ins tg-spoiler tg-emoji tg-time span pre code blockquote'.split(
    ' ',
  ),
)

/** Reads a start tag whose `<` stands at `begin`; `parse-html` says what the refusals are. */
export function readStartTag(text: string, begin: number): StartTag {
  const at = (): number => byteOffset(text, begin)
  let index = begin + 1
  while (index < text.length && !isSpace(text.charAt(index)) && text.charAt(index) !== '>')
    index += 1
  if (index >= text.length) throw parseError(`Unclosed start tag at byte offset ${at()}`)
  const name = text.slice(begin + 1, index).toLowerCase()
  if (!KNOWN.has(name)) {
    throw parseError(`Unsupported start tag "${name}" at byte offset ${at()}`)
  }
  const tag: StartTag = { name, argument: '', unix: 0, end: index }
  while (text.charAt(index) !== '>') {
    index = skipSpace(text, index)
    if (text.charAt(index) === '>') break
    const nameStart = index
    while (index < text.length && !/[\s=>/"']/u.test(text.charAt(index))) index += 1
    const attribute = text.slice(nameStart, index)
    if (attribute === '') {
      throw parseError(`Empty attribute name in the tag "${name}" at byte offset ${at()}`)
    }
    index = skipSpace(text, index)
    if (index >= text.length)
      throw parseError(`Unclosed start tag "${name}" at byte offset ${at()}`)
    if (text.charAt(index) !== '=') {
      if (name === 'blockquote' && attribute === 'expandable') tag.argument = '1'
      continue
    }
    index = skipSpace(text, index + 1)
    if (index >= text.length)
      throw parseError(`Unclosed start tag "${name}" at byte offset ${at()}`)
    const value = readValue(text, index)
    index = value.end
    if (index >= text.length) throw parseError(`Unclosed start tag at byte offset ${at()}`)
    applyAttribute(tag, attribute, value.value)
  }
  if (name === 'span' && tag.argument !== 'spoiler') {
    throw parseError(`Tag "span" must have class "tg-spoiler" at byte offset ${at()}`)
  }
  tag.end = index
  return tag
}

/** Every refusal of formatting bears this prefix. */
export function parseError(message: string): Error {
  return badRequest(`Can't parse entities: ${message}`)
}

/** The end of the text counts as space, as td's terminating zero does. */
export function isSpace(char: string): boolean {
  return char === '' || /\s/u.test(char)
}

export function skipSpace(text: string, from: number): number {
  let index = from
  while (index < text.length && isSpace(text.charAt(index))) index += 1
  return index
}

function readValue(text: string, from: number): { value: string; end: number } {
  const quote = text.charAt(from)
  let index = from
  if (quote !== '"' && quote !== "'") {
    while (/[a-z0-9.-]/iu.test(text.charAt(index))) index += 1
    if (!isSpace(text.charAt(index)) && text.charAt(index) !== '>') {
      throw parseError(`Unexpected end of name token at byte offset ${byteOffset(text, from)}`)
    }
    return { value: text.slice(from, index).toLowerCase(), end: index }
  }
  let value = ''
  index += 1
  while (index < text.length && text.charAt(index) !== quote) {
    const escape = text.charAt(index) === '&' ? readEscape(text, index) : undefined
    value += escape?.char ?? text.charAt(index)
    index = escape?.end ?? index + 1
  }
  return { value, end: Math.min(index + 1, text.length) }
}

function applyAttribute(tag: StartTag, attribute: string, value: string): void {
  const where = `${tag.name} ${attribute}`
  if (where === 'a href' || where === 'tg-emoji emoji-id' || where === 'tg-time format') {
    tag.argument = value
  } else if (where === 'code class' && value.startsWith('language-')) {
    tag.argument = value.slice('language-'.length)
  } else if (where === 'span class' && value.startsWith('tg-')) {
    tag.argument = value.slice('tg-'.length)
  } else if (where === 'blockquote expandable') {
    tag.argument = '1'
  } else if (where === 'tg-time unix') {
    tag.unix = Number.parseInt(value, 10) || 0
  }
}
