import type { MessageEntity } from 'grammy/types'

/** A piece of formatted text: plain, or an entity around pieces. */
export type Piece = string | { entity: MessageEntity; pieces: Piece[] }

/**
 * Telegram's flat entities (offsets in UTF-16 units) as a tree. They nest, and where two begin
 * together the longer is the outer one; one that would cross another's end is cut there.
 */
export function entityTree(text: string, entities: readonly MessageEntity[]): Piece[] {
  const ordered = [...entities]
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length)
  return piecesOf(text, 0, text.length, ordered)
}

function piecesOf(
  text: string,
  from: number,
  to: number,
  entities: readonly MessageEntity[],
): Piece[] {
  const pieces: Piece[] = []
  let at = from
  let next = 0
  while (next < entities.length) {
    const entity = entities[next]
    next += 1
    if (entity === undefined || entity.offset < at || entity.offset >= to) continue
    const end = Math.min(entity.offset + entity.length, to)
    if (entity.offset > at) pieces.push(text.slice(at, entity.offset))
    const inner: MessageEntity[] = []
    for (; next < entities.length; next += 1) {
      const one = entities[next]
      if (one === undefined || one.offset >= end) break
      inner.push(one)
    }
    pieces.push({ entity, pieces: piecesOf(text, entity.offset, end, inner) })
    at = end
  }
  if (at < to) pieces.push(text.slice(at, to))
  return pieces
}
