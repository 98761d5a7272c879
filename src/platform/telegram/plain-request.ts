import type { TelegramRequest } from './client.ts'

/** Texts of a request that may be formatted: the text, its entities, its parse mode (Bot API 10). */
const FORMATTED = [
  ['text', 'entities', 'parse_mode'],
  ['caption', 'caption_entities', 'parse_mode'],
  ['question', 'question_entities', 'question_parse_mode'],
  ['explanation', 'explanation_entities', 'explanation_parse_mode'],
  ['text', 'text_entities', 'text_parse_mode'],
] as const

/** What "HTML style" of the Bot API knows beside numbers. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
])

/**
 * The same request without any formatting, for when Telegram cannot read it: marks are taken out,
 * entities are dropped, words and buttons stay.
 */
export function plainRequest({ method, payload }: TelegramRequest): TelegramRequest {
  const { options } = payload
  const plain = withoutFormat(payload)
  return {
    method,
    payload: Array.isArray(options) ? { ...plain, options: options.map(plainOption) } : plain,
  }
}

/** An option of a poll. */
function plainOption(option: unknown): unknown {
  return isRecord(option) ? withoutFormat(option) : option
}

function withoutFormat(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const plain: Record<string, unknown> = { ...fields }
  for (const [text, , mode] of FORMATTED) {
    const written = fields[text]
    if (typeof written === 'string' && isHtml(fields[mode])) plain[text] = withoutTags(written)
  }
  for (const [, entities, mode] of FORMATTED) {
    delete plain[entities]
    delete plain[mode]
  }
  return plain
}

function isHtml(mode: unknown): boolean {
  return typeof mode === 'string' && mode.toUpperCase() === 'HTML'
}

/** A "<" that begins no tag is a sign of the text, and perhaps what Telegram stumbled over. */
function withoutTags(html: string): string {
  return html
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
      if (typeof name === 'string') return NAMED.get(name.toLowerCase()) ?? whole
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
    })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
