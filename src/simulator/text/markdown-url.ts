import { byteOffset } from './entities.ts'
import { parseError } from './html-tags.ts'

/** Reads the address within `(…)`, from just after the bracket; `end` is the closing one. */
export function readMarkdownUrl(source: string, from: number): { url: string; end: number } {
  let url = ''
  let index = from
  while (index < source.length && source.charAt(index) !== ')') {
    const next = source.charCodeAt(index + 1)
    if (source.charAt(index) === '\\' && next > 0 && next <= 126) index += 1
    url += source.charAt(index)
    index += 1
  }
  if (index >= source.length) {
    throw parseError(`Can't find end of a URL at byte offset ${byteOffset(source, from)}`)
  }
  return { url, end: index }
}
