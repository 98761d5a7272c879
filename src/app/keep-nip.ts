import { readNip } from '../people/index.ts'
import { seal } from '../platform/seal.ts'

/**
 * A NIP that somebody typed alone, for a certificate, is masked like every other before it is stored.
 * So that it can be printed all the same it goes beside the masked text, sealed for this one update;
 * without a secret to seal it with, nothing of it is kept.
 *
 * @param typed  the update as it came
 * @param masked the same, masked
 */
export function keepNip(typed: unknown, masked: unknown, secret: string | undefined): unknown {
  const nip = secret === undefined ? undefined : nipIn(typed)
  if (nip === undefined || secret === undefined || !isObject(masked)) return masked
  return { ...masked, sealed_nip: seal(secret, ownerOf(masked), nip) }
}

/** What a NIP of an update is sealed for. */
function ownerOf(update: Readonly<Record<string, unknown>>): string {
  return `update:${String(update['update_id'])}`
}

function nipIn(update: unknown): string | undefined {
  if (!isObject(update) || !isObject(update['message'])) return undefined
  const { text } = update['message']
  return typeof text === 'string' ? readNip(text) : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
