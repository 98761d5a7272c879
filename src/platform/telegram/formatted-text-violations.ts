import type { FormattedText, TextEntity } from './formatted-text.ts'

/**
 * What Telegram would refuse or change in a text, by the rules of "MessageEntity" and "Formatting
 * options" of the Bot API; empty where it is sent as it is. For tests: `tidyText` leaves none.
 */
export function violationsOf({ text, entities }: FormattedText): string[] {
  const found: string[] = []
  if (text !== text.trim()) found.push('white space at the ends of the text')
  entities.forEach((entity, index) => {
    const end = endOf(entity)
    const covered = text.slice(entity.offset, end)
    const name = `${entity.type} at ${entity.offset}`
    if (entity.offset < 0 || entity.length < 1 || end > text.length) found.push(`${name}: range`)
    if (covered !== covered.trim()) found.push(`${name}: white space at its ends`)
    if (splitsPair(text, entity.offset) || splitsPair(text, end)) found.push(`${name}: half a pair`)
    for (const later of entities.slice(index + 1)) {
      if (later.offset < entity.offset) found.push(`${name}: order`)
      if (later.offset >= end) continue
      if (endOf(later) > end) found.push(`${name}: ${later.type} crosses it`)
      if (!mayHold(entity.type, later.type)) found.push(`${name}: holds ${later.type}`)
    }
  })
  return found
}

function endOf(entity: TextEntity): number {
  return entity.offset + entity.length
}

function mayHold(outer: TextEntity['type'], inner: TextEntity['type']): boolean {
  if (outer === inner || outer === 'code' || outer === 'pre') return false
  const isStyle = (type: TextEntity['type']) => type === 'bold' || type === 'italic'
  if (inner === 'code' || inner === 'pre') return outer === 'blockquote'
  return outer === 'blockquote' || isStyle(outer) || isStyle(inner)
}

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}
