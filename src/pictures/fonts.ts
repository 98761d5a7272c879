import { fileURLToPath } from 'node:url'

export type FontWeight = 'regular' | 'semibold' | 'bold' | 'extrabold'

export const FONT_FAMILY = 'Plus Jakarta Sans'

/** CSS weights of the files that we ship. */
export const cssWeight = {
  regular: 400,
  semibold: 600,
  bold: 700,
  extrabold: 800,
} as const satisfies Record<FontWeight, number>

const fileOf = (name: string): string =>
  fileURLToPath(new URL(`./fonts/PlusJakartaSans-${name}.ttf`, import.meta.url))

/** Plus Jakarta Sans (SIL Open Font Licence, see fonts/OFL.txt), drawn for Jakarta: a file a weight. */
export const fontPaths: Readonly<Record<FontWeight, string>> = {
  regular: fileOf('Regular'),
  semibold: fileOf('SemiBold'),
  bold: fileOf('Bold'),
  extrabold: fileOf('ExtraBold'),
}
