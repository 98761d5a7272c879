/**
 * Text with Telegram's formatting as data: a string and the entities over it. Nothing is escaped
 * and nothing is parsed by Telegram (no parse_mode), so no character that an author or a person
 * typed can break a message. Offsets and lengths are UTF-16 code units, as in the Bot API and as
 * in JavaScript's own strings. The shapes are those of `MessageEntity` of the Bot API.
 */
export type TextEntity =
  | {
      readonly type: 'bold' | 'italic' | 'code' | 'blockquote'
      readonly offset: number
      readonly length: number
    }
  | {
      readonly type: 'pre'
      readonly offset: number
      readonly length: number
      readonly language?: string
    }
  | {
      readonly type: 'text_link'
      readonly offset: number
      readonly length: number
      readonly url: string
    }

export interface FormattedText {
  readonly text: string
  readonly entities: readonly TextEntity[]
}

/** Anything that can be joined: a plain string has no entities. */
export type TextPart = string | FormattedText

export const emptyText: FormattedText = { text: '', entities: [] }

export function bold(part: TextPart): FormattedText {
  return wrapped(part, (length) => ({ type: 'bold', offset: 0, length }))
}

export function italic(part: TextPart): FormattedText {
  return wrapped(part, (length) => ({ type: 'italic', offset: 0, length }))
}

export function blockquote(part: TextPart): FormattedText {
  return wrapped(part, (length) => ({ type: 'blockquote', offset: 0, length }))
}

/** `url` must be one that Telegram opens: http, https or tg. */
export function textLink(part: TextPart, url: string): FormattedText {
  return wrapped(part, (length) => ({ type: 'text_link', offset: 0, length, url }))
}

/** Monospace inside a line. Telegram allows no other formatting in it, so it takes plain text. */
export function code(text: string): FormattedText {
  return wrapped(text, (length) => ({ type: 'code', offset: 0, length }))
}

/** A block of monospace, with its programming language where it has one. */
export function pre(text: string, language?: string): FormattedText {
  return wrapped(text, (length) => ({
    type: 'pre',
    offset: 0,
    length,
    ...(language === undefined ? {} : { language }),
  }))
}

function wrapped(part: TextPart, entityOver: (length: number) => TextEntity): FormattedText {
  const inner = asFormatted(part)
  if (inner.text.length === 0) return inner
  return { text: inner.text, entities: [entityOver(inner.text.length), ...inner.entities] }
}

/** The parts one after the other. */
export function concat(...parts: readonly TextPart[]): FormattedText {
  return joinText(parts, '')
}

/** The parts with `separator` between them. Empty parts are left out, with their separator. */
export function joinText(parts: readonly TextPart[], separator: TextPart): FormattedText {
  const builder = new TextBuilder()
  for (const part of parts) {
    if (asFormatted(part).text.length === 0) continue
    if (builder.length > 0) builder.add(separator)
    builder.add(part)
  }
  return builder.build()
}

/** Collects parts in order and moves their entities to where they come to stand. */
export class TextBuilder {
  #text = ''
  readonly #entities: TextEntity[] = []

  get length(): number {
    return this.#text.length
  }

  add(...parts: readonly TextPart[]): this {
    for (const part of parts) {
      const { text, entities } = asFormatted(part)
      for (const entity of entities) {
        this.#entities.push({ ...entity, offset: entity.offset + this.#text.length })
      }
      this.#text += text
    }
    return this
  }

  build(): FormattedText {
    return { text: this.#text, entities: [...this.#entities] }
  }
}

function asFormatted(part: TextPart): FormattedText {
  return typeof part === 'string' ? { text: part, entities: [] } : part
}

/**
 * What Telegram itself would make of a message: no white space at the ends of the text or of an
 * entity, no empty entity, nesting that it allows, its order. Done here so that what is stored is
 * what is shown, and so that no send fails or is changed by it. Give every text that was built
 * from parts through this before it is sent.
 */
export function tidyText({ text, entities }: FormattedText): FormattedText {
  const trimmed = text.trim()
  const lead = text.length - text.trimStart().length
  const moved = entities.map((entity) => ({ ...entity, offset: entity.offset - lead }))
  return { text: trimmed, entities: tidyEntities(trimmed, moved) }
}

/** The entities alone, made valid over `text`, which is taken as it is. */
export function tidyEntities(text: string, entities: readonly TextEntity[]): TextEntity[] {
  const within = entities.flatMap((entity) => trimmedOver(text, entity)).sort(telegramOrder)
  // A link and monospace hold none of each other: the outer one stays.
  const closed = outermost(within.filter(({ type }) => isMonospace(type) || type === 'text_link'))
  const quotes = outermost(within.filter(({ type }) => type === 'blockquote')).filter(
    (quote) => !closed.some((outer) => isInside(quote, outer)),
  )
  const monospace = closed.filter(({ type }) => isMonospace(type))
  const styles = (['bold', 'italic'] as const).flatMap((style) =>
    outermost(within.filter(({ type }) => type === style)),
  )
  const cut = styles
    .flatMap((entity) => without(entity, monospace))
    .flatMap((entity) => splitWhereCrossed(entity, [...quotes, ...closed]))
  return [...quotes, ...closed, ...cut.flatMap((entity) => trimmedOver(text, entity))].sort(
    telegramOrder,
  )
}

/**
 * The entity as it stands over the piece of text from `start` to `end`, with its offset counted
 * from `start`; none if it does not reach into the piece.
 */
export function clipEntity(entity: TextEntity, start: number, end: number): TextEntity[] {
  const from = Math.max(entity.offset, start)
  const to = Math.min(entity.offset + entity.length, end)
  return to > from ? [{ ...entity, offset: from - start, length: to - from }] : []
}

function trimmedOver(text: string, entity: TextEntity): TextEntity[] {
  return clipEntity(entity, 0, text.length).flatMap((clipped) => {
    const covered = text.slice(clipped.offset, clipped.offset + clipped.length)
    const length = covered.trim().length
    const lead = covered.length - covered.trimStart().length
    return length === 0 ? [] : [{ ...clipped, offset: clipped.offset + lead, length }]
  })
}

/** Of entities in Telegram's order, those that do not begin inside an earlier one. */
function outermost(sorted: readonly TextEntity[]): TextEntity[] {
  const kept: TextEntity[] = []
  let end = 0
  for (const entity of sorted) {
    if (entity.offset < end) continue
    kept.push(entity)
    end = entity.offset + entity.length
  }
  return kept
}

/** Telegram allows no style over monospace: `entity` is cut at `holes`, which are in order. */
function without(entity: TextEntity, holes: readonly TextEntity[]): TextEntity[] {
  const pieces: TextEntity[] = []
  const end = entity.offset + entity.length
  let from = entity.offset
  for (const hole of holes) {
    const holeEnd = hole.offset + hole.length
    if (holeEnd <= from || hole.offset >= end) continue
    if (hole.offset > from) pieces.push({ ...entity, offset: from, length: hole.offset - from })
    from = holeEnd
  }
  if (from < end) pieces.push({ ...entity, offset: from, length: end - from })
  return pieces
}

/** A style that was cut may reach half into a quote or a link: it is cut at the edge too. */
function splitWhereCrossed(entity: TextEntity, blocks: readonly TextEntity[]): TextEntity[] {
  const end = entity.offset + entity.length
  for (const block of blocks) {
    const blockEnd = block.offset + block.length
    const edge =
      block.offset < entity.offset && blockEnd < end
        ? blockEnd
        : block.offset > entity.offset && blockEnd > end
          ? block.offset
          : end
    if (edge <= entity.offset || edge >= end) continue
    const pieces = [
      { ...entity, length: edge - entity.offset },
      { ...entity, offset: edge, length: end - edge },
    ]
    return pieces.flatMap((piece) => splitWhereCrossed(piece, blocks))
  }
  return [entity]
}

/** Whether `inner` is a smaller part of `outer`. */
function isInside(inner: TextEntity, outer: TextEntity): boolean {
  const end = inner.offset + inner.length
  return (
    outer.offset <= inner.offset &&
    end <= outer.offset + outer.length &&
    inner.length < outer.length
  )
}

function isMonospace(type: TextEntity['type']): boolean {
  return type === 'code' || type === 'pre'
}

/**
 * Earlier first, then longer; at the same place in the order of tdlib's MessageEntity.cpp, except
 * that a link comes before monospace, so that of the two it is the link that stays.
 */
function telegramOrder(a: TextEntity, b: TextEntity): number {
  return a.offset - b.offset || b.length - a.length || rank[a.type] - rank[b.type]
}

const rank: Readonly<Record<TextEntity['type'], number>> = {
  blockquote: 0,
  text_link: 1,
  pre: 2,
  code: 3,
  bold: 4,
  italic: 5,
}
