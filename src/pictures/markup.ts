/** SVG that was built by `element`: whatever is text in it has been escaped. */
export class Markup {
  readonly svg: string

  constructor(svg: string) {
    this.svg = svg
  }
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Characters that XML 1.0 cannot hold, not even escaped; one of them would make the whole picture fail. */
// oxlint-disable-next-line no-control-regex
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return text.replaceAll(NOT_IN_XML, '').replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
}

/** Enough for a screen, and short: a hundredth of a pixel. */
function valueOf(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)
}

/**
 * An element of SVG. A child that is a string is text and is escaped, and so is every attribute: the
 * only way to write markup is to call this function.
 */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly (Markup | string)[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${valueOf(value)}"`,
  )
  const inner = children.map((child) => (child instanceof Markup ? child.svg : escaped(child)))
  return new Markup(`<${name}${written.join('')}>${inner.join('')}</${name}>`)
}
