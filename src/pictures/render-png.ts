import { FONT_FAMILY, fontPaths } from './fonts.ts'
import type { Markup } from './markup.ts'

/**
 * Draws on a thread of its own: the event loop goes on meanwhile, and is held only while the pixels
 * are packed as PNG. Our fonts alone are used, so that a picture is the same on every machine.
 *
 * @returns a PNG of the size that the root element names, in pixels
 * @throws Error when the SVG cannot be read
 */
export async function renderPng({ svg }: Markup): Promise<Uint8Array> {
  // Loaded by the first picture: it is native code of several megabytes.
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(fontPaths),
      defaultFontFamily: FONT_FAMILY,
    },
    logLevel: 'off',
  })
  return image.asPng()
}

export type RenderPng = (picture: Markup) => Promise<Uint8Array>

/**
 * The same, which keeps the pictures that were asked for last: drawn from the same figures, a picture
 * is the same to the letter. One that fails is not kept.
 *
 * @param most pictures, of some 50 kB each
 */
export function cachedPngs(most: number, render: RenderPng = renderPng): RenderPng {
  const kept = new Map<string, Promise<Uint8Array>>()
  return (picture) => {
    const found = kept.get(picture.svg)
    // A map keeps its order: whatever was asked for goes to the end, and the first is the oldest.
    kept.delete(picture.svg)
    const bytes = found ?? render(picture)
    kept.set(picture.svg, bytes)
    bytes.catch(() => kept.delete(picture.svg))
    for (const [oldest] of kept) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return bytes
  }
}
