import { readFile } from 'node:fs/promises'

/** Bytes: it is embedded into every sheet. */
const LOGO_BYTES = 512 * 1024
/** Pixels of a side: at the logo's 19 mm far more than any printer shows. */
const LOGO_SIDE = 2000

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export type LogoRead =
  | { readonly kind: 'logo'; readonly bytes: Buffer }
  | { readonly kind: 'fault'; readonly fault: string }

/** A PNG for the letterhead, or what is wrong with the file, in a sentence's end. */
export async function readLogo(path: string): Promise<LogoRead> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  })
  if (bytes === undefined) return { kind: 'fault', fault: 'cannot be read' }
  // The header comes first: width and height at 16 and 20 (PNG, 11.2.2).
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(SIGNATURE)) {
    return { kind: 'fault', fault: 'is no PNG' }
  }
  if (bytes.length > LOGO_BYTES) {
    return { kind: 'fault', fault: `has more than ${LOGO_BYTES / 1024} kB` }
  }
  if (Math.max(bytes.readUInt32BE(16), bytes.readUInt32BE(20)) > LOGO_SIDE) {
    return { kind: 'fault', fault: `is wider or higher than ${LOGO_SIDE} pixels` }
  }
  return { kind: 'logo', bytes }
}
