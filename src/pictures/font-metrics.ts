import { readFileSync } from 'node:fs'
import { fontPaths, type FontWeight } from './fonts.ts'

/** How wide the characters of a font are. */
export interface FontMetrics {
  /** Widths in ems; undefined: the font has no glyph for this code point. */
  readonly advance: (codePoint: number) => number | undefined
}

const known = new Map<FontWeight, FontMetrics>()

/** Read once for each weight: 40 KB to 90 KB, a few milliseconds. */
export function metricsOf(weight: FontWeight): FontMetrics {
  const found = known.get(weight) ?? readMetrics(readFileSync(fontPaths[weight]))
  known.set(weight, found)
  return found
}

/**
 * The widths in a TrueType font, from its tables head, hhea, hmtx and cmap (formats 4 and 12), as
 * the OpenType specification lays them out (learn.microsoft.com/typography/opentype/spec). Kerning
 * is left out: it moves letters closer, so that a text is at most as wide as it is measured.
 */
export function readMetrics(font: Buffer): FontMetrics {
  const unitsPerEm = font.readUInt16BE(tableIn(font, 'head') + 18)
  const longMetrics = font.readUInt16BE(tableIn(font, 'hhea') + 34)
  const hmtx = tableIn(font, 'hmtx')
  const glyphOf = readCharacterMap(font, tableIn(font, 'cmap'))
  return {
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint)
      if (glyph === 0) return undefined
      // Glyphs after the last long metric are as wide as that one.
      return font.readUInt16BE(hmtx + 4 * Math.min(glyph, longMetrics - 1)) / unitsPerEm
    },
  }
}

function tableIn(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let record = 12; record < 12 + 16 * count; record += 16) {
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no table "${tag}"`)
}

type GlyphOf = (codePoint: number) => number

function readCharacterMap(font: Buffer, cmap: number): GlyphOf {
  const tables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4)
    return { at, format: font.readUInt16BE(at) }
  })
  const full = tables.find(({ format }) => format === 12)
  if (full !== undefined) return (codePoint) => glyphInGroups(font, full.at, codePoint)
  const basic = tables.find(({ format }) => format === 4)
  if (basic !== undefined) return (codePoint) => glyphInSegments(font, basic.at, codePoint)
  throw new Error('The font has no character map of format 4 or 12')
}

/** Format 12: groups of first code point, last code point, first glyph. */
function glyphInGroups(font: Buffer, at: number, codePoint: number): number {
  const count = font.readUInt32BE(at + 12)
  for (let group = at + 16; group < at + 16 + 12 * count; group += 12) {
    const first = font.readUInt32BE(group)
    if (codePoint < first) return 0
    if (codePoint <= font.readUInt32BE(group + 4)) {
      return font.readUInt32BE(group + 8) + codePoint - first
    }
  }
  return 0
}

/** Format 4: four arrays, of last code points, first ones, deltas and offsets of glyph ids. */
function glyphInSegments(font: Buffer, at: number, codePoint: number): number {
  const size = font.readUInt16BE(at + 6)
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size]
  for (let segment = 0; segment < size; segment += 2) {
    if (codePoint > font.readUInt16BE(at + ends + segment)) continue
    const start = font.readUInt16BE(at + starts + segment)
    if (codePoint < start) return 0
    const delta = font.readUInt16BE(at + deltas + segment)
    const offset = font.readUInt16BE(at + offsets + segment)
    if (offset === 0) return (codePoint + delta) & 0xffff
    const glyph = font.readUInt16BE(at + offsets + segment + offset + 2 * (codePoint - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
