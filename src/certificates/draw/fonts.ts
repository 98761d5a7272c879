import { readFile } from 'node:fs/promises'

export const FACES = ['Regular', 'SemiBold', 'Bold', 'ExtraBold'] as const
export type Face = (typeof FACES)[number]

export type Fonts = ReadonlyMap<Face, Buffer>

/** The shipped fonts, to be embedded: a sheet looks the same wherever it is opened and printed. */
export async function loadFonts(): Promise<Fonts> {
  return new Map(
    await Promise.all(FACES.map(async (face) => [face, await readFace(face)] as const)),
  )
}

function readFace(face: Face): Promise<Buffer> {
  return readFile(new URL(`../../pictures/fonts/PlusJakartaSans-${face}.ttf`, import.meta.url))
}
