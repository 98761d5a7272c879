import type { MessageEntity } from 'grammy/types'

import { badRequest } from '../refusal.ts'

/** The larger one first where two begin together, as the real server orders them. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

/** Where entities may not be put: (offset, length) outside of what td takes for sane. */
const MAX_POSITION = 1_000_000

/**
 * Refuses entities that do not fit the text: outside of it, or cutting a surrogate pair in two.
 * Positions are UTF-16 code units; the byte offsets in the messages are UTF-8, as in td.
 */
export function checkEntities(text: string, entities: readonly MessageEntity[]): void {
  for (const { offset, length } of entities) {
    if (offset < 0 || offset > MAX_POSITION) {
      throw badRequest(`Receive an entity with incorrect offset ${offset}`)
    }
    if (length < 0 || length > MAX_POSITION) {
      throw badRequest(`Receive an entity with incorrect length ${length}`)
    }
    if (length === 0) continue
    const end = offset + length
    if (offset > text.length) {
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`)
    }
    if (end > text.length) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      )
    }
    if (splitsPair(text, offset)) {
      throw badRequest(
        `Entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset + 1)}`,
      )
    }
    if (splitsPair(text, end)) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, end + 1)}`,
      )
    }
  }
}

/** The UTF-8 length of what stands before `index`; error messages count bytes. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index))
}

function splitsPair(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 0xdc00 && unit <= 0xdfff && index > 0
}
