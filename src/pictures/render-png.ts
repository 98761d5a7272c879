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
