/** How the page looks within Telegram: names of our own properties of the style, with their colours. */
export interface Look {
  readonly dark: boolean
  readonly colours: Readonly<Record<string, string>>
}

/** WCAG 2.2, 1.4.3: the least contrast of text. */
const LEGIBLE = 4.5

/**
 * Takes over the grounds and texts of a person's theme; of its accents only those that can be read on
 * its own ground. Charts keep our colours, which the colour-blind tell apart.
 *
 * @returns undefined where the theme says too little
 */
export function lookOf(theme: Readonly<Record<string, string>>): Look | undefined {
  const card = theme['section_bg_color'] ?? theme['bg_color']
  const ink = theme['text_color']
  if (card === undefined || ink === undefined || contrast(card, ink) < LEGIBLE) return undefined
  const colours: Record<string, string> = { '--card': card, '--ink': ink }
  const paper = theme['secondary_bg_color'] ?? theme['bg_color']
  if (paper !== undefined && contrast(paper, ink) >= LEGIBLE) colours['--paper'] = paper
  const soft = theme['subtitle_text_color'] ?? theme['hint_color']
  colours['--quiet'] = soft !== undefined && contrast(card, soft) >= LEGIBLE ? soft : ink
  const accent = theme['link_color'] ?? theme['accent_text_color']
  if (accent !== undefined && contrast(card, accent) >= LEGIBLE) colours['--accent'] = accent
  return { dark: luminance(card) < 0.2, colours }
}

/** From 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

/** Source: WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
