/** One character of GIFT: an escaped one is itself and no control character. */
export interface GiftSign {
  readonly value: string
  readonly escaped: boolean
  readonly line: number
}

/** The characters of `text`, which begins at line `line`; `\n` is a line feed that was escaped. */
export function readSigns(text: string, line: number): GiftSign[] {
  const signs: GiftSign[] = []
  let at = line
  for (let index = 0; index < text.length; index += 1) {
    const value = text.charAt(index)
    const next = text.charAt(index + 1)
    if (value === '\\' && next !== '' && '\\~=#{}:n'.includes(next)) {
      signs.push({ value: next === 'n' ? '\n' : next, escaped: true, line: at })
      index += 1
    } else {
      signs.push({ value, escaped: false, line: at })
      if (value === '\n') at += 1
    }
  }
  return signs
}

/** Where `wanted` stands unescaped, at or after `from`; -1 for nowhere. */
export function findSign(signs: readonly GiftSign[], wanted: string, from = 0): number {
  for (let index = from; index < signs.length; index += 1) {
    if (isAt(signs, index, wanted)) return index
  }
  return -1
}

export function findLastSign(signs: readonly GiftSign[], wanted: string): number {
  for (let index = signs.length - 1; index >= 0; index -= 1) {
    if (isAt(signs, index, wanted)) return index
  }
  return -1
}

/** Whether each character of `wanted` stands unescaped from `index` on. */
export function isAt(signs: readonly GiftSign[], index: number, wanted: string): boolean {
  for (let offset = 0; offset < wanted.length; offset += 1) {
    const sign = signs[index + offset]
    if (sign === undefined || sign.escaped || sign.value !== wanted.charAt(offset)) return false
  }
  return true
}

/** Without the space around; an escaped line feed is no space to GIFT, but is one to every field. */
export function trimSigns(signs: readonly GiftSign[]): readonly GiftSign[] {
  const isText = ({ value }: GiftSign) => value.trim() !== ''
  const first = signs.findIndex(isText)
  return first === -1 ? [] : signs.slice(first, signs.findLastIndex(isText) + 1)
}

/** As text. A line that was only wrapped goes on after a space; `\n` alone breaks one. */
export function textOfSigns(signs: readonly GiftSign[]): string {
  let text = ''
  for (const line of wrappedLines(signs)) {
    const joined = text === '' || text.endsWith('\n') || line.startsWith('\n')
    text += joined ? line : ` ${line}`
  }
  return text.trim()
}

/** The lines of the file, without the spaces around them. */
function wrappedLines(signs: readonly GiftSign[]): string[] {
  const lines: GiftSign[][] = [[]]
  for (const sign of signs) {
    if (sign.value === '\n' && !sign.escaped) lines.push([])
    else lines.at(-1)?.push(sign)
  }
  if (lines.length === 1) return [signs.map(({ value }) => value).join('')]
  const isText = ({ value }: GiftSign) => value !== ' ' && value !== '\t'
  return lines
    .map((line) => line.slice(line.findIndex(isText), line.findLastIndex(isText) + 1))
    .map((line) => line.map(({ value }) => value).join(''))
    .filter((line) => line !== '')
}
