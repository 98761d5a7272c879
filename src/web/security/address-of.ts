/** Characters of one part of an address; the longest of ours, a code of a link, has 32. */
const LONGEST_PART = 100

/** No route is here. */
const NOWHERE = '/-'

/**
 * What a request asks for. Fastify answers an address that cannot be decoded, or a part that is too
 * long, before any hook runs, and so without a header of ours; such an address leads where nothing is.
 */
export function addressOf({ url = '/' }: { readonly url?: string | undefined }): string {
  const [path = ''] = url.split('?')
  const isTooLong = path.split('/').some((part) => part.length > LONGEST_PART)
  return isTooLong || !isDecodable(path) ? NOWHERE : url
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
