import type { MessageEntity } from 'grammy/types'

import { sortEntities } from './entities.ts'

type DetectedType = 'url' | 'email' | 'mention' | 'bot_command' | 'hashtag' | 'cashtag'

/**
 * What Telegram finds in plain text by itself. Links without a scheme are found for the endings
 * below only, where the real server knows every one; phone and card numbers are not looked for.
 * The sign spares the search in texts that do not have it.
 */
const PATTERNS: readonly (readonly [DetectedType, RegExp, RegExp])[] = [
  [
    'email',
    /@/u,
    /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,20}/giu,
  ],
  [
    'url',
    /\.[a-z]|:\/\//iu,
    /(?<![\w@])(?:(?:https?|tg|ton):\/\/[^\s<>"'«»]{1,2000}|(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|id|me|io|dev|edu|gov|info|co|app|ai)(?![\w.-])(?:\/[^\s<>"'«»]{0,2000})?)/giu,
  ],
  [
    'bot_command',
    /\//u,
    /(?<![\p{L}\p{N}_/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/giu,
  ],
  ['mention', /@/u, /(?<![\p{L}\p{N}_])@[a-z0-9_]{2,32}(?![\p{L}\p{N}_])/giu],
  [
    'hashtag',
    /#/u,
    /(?<![\p{L}\p{N}_])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}(?![\p{L}\p{N}_#])/gu,
  ],
  ['cashtag', /\$/u, /(?<![\p{L}\p{N}_$])\$[A-Z]{3,8}(?![\p{L}\p{N}_])/gu],
]

const TRAILING = /[.,:;!?)\]}'"]+$/u

/** `given` with what is detected added where it does not touch code, links or other finds. */
export function addDetected(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const [type, sign, pattern] of PATTERNS) {
    if (!sign.test(text)) continue
    for (const match of text.matchAll(pattern)) {
      const value = type === 'url' ? match[0].replace(TRAILING, '') : match[0]
      const entity = { type, offset: match.index, length: value.length } satisfies MessageEntity
      const taken = (other: MessageEntity): boolean => overlaps(entity, other)
      if (!found.some(taken) && !given.some((other) => isClosed(other) && taken(other))) {
        found.push(entity)
      }
    }
  }
  return found.length === 0 ? [...given] : sortEntities([...given, ...found])
}

function overlaps(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}

/** Within these nothing is detected. */
function isClosed({ type }: MessageEntity): boolean {
  return (
    type === 'code' ||
    type === 'pre' ||
    type === 'text_link' ||
    type === 'text_mention' ||
    type === 'custom_emoji'
  )
}
