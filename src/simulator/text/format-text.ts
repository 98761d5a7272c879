import { badRequest } from '../refusal.ts'
import { cleanText } from './clean.ts'
import { addDetected } from './detect.ts'
import { parseHtml } from './parse-html.ts'
import { parseMarkdownV2 } from './parse-markdown-v2.ts'
import { parseMarkdown } from './parse-markdown.ts'
import { readEntities } from './read-entities.ts'
import type { FindUser, FormattedText } from './types.ts'

/** Bytes: more is refused before anything is parsed (Client.cpp, get_formatted_text). */
const MAX_SOURCE_BYTES = 32_768

/** What goes beyond is dropped without a word (Telegram's limits of a message). */
const MAX_ENTITIES = 100

/**
 * The text of a request with its formatting, as Telegram stores it; empty text stays empty.
 * A parse mode goes before explicit entities.
 */
export function formatText(
  source: string,
  parseMode: string,
  entities: unknown,
  findUser: FindUser,
): FormattedText {
  if (source.length > MAX_SOURCE_BYTES / 3 && Buffer.byteLength(source) > MAX_SOURCE_BYTES) {
    throw badRequest('Text is too long')
  }
  if (source === '') return { text: '', entities: [] }
  const parsed = parse(source, parseMode.toLowerCase(), findUser) ?? {
    text: source,
    entities: readEntities(entities, findUser),
  }
  const clean = cleanText(parsed.text, parsed.entities)
  return {
    text: clean.text,
    entities: addDetected(clean.text, clean.entities).slice(0, MAX_ENTITIES),
  }
}

function parse(source: string, mode: string, findUser: FindUser): FormattedText | undefined {
  switch (mode) {
    case '':
    case 'none':
      return undefined
    case 'html':
      return parseHtml(source, findUser)
    case 'markdownv2':
      return parseMarkdownV2(source, findUser)
    case 'markdown':
      return parseMarkdown(source, findUser)
    default:
      throw badRequest('Unsupported parse_mode')
  }
}
