import { readFile } from 'node:fs/promises'
import { fontPaths } from '../../pictures/index.ts'

export const FACES = ['Regular', 'SemiBold', 'Bold', 'ExtraBold'] as const
export type Face = (typeof FACES)[number]

const pathOf = {
  Regular: 'regular',
  SemiBold: 'semibold',
  Bold: 'bold',
  ExtraBold: 'extrabold',
} as const satisfies Record<Face, keyof typeof fontPaths>

export type Fonts = ReadonlyMap<Face, Buffer>

/** The shipped fonts, to be embedded: a sheet looks the same wherever it is opened and printed. */
export async function loadFonts(): Promise<Fonts> {
  return new Map(
    await Promise.all(FACES.map(async (face) => [face, await readFace(face)] as const)),
  )
}

function readFace(face: Face): Promise<Buffer> {
  return readFile(fontPaths[pathOf[face]])
}
