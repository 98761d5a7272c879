import { isIPv6 } from 'node:net'

/** The part of an IPv6 address that names a line; whoever has one has all addresses of it. */
const LINE_PARTS = 4

/**
 * Whose requests are counted together: an IPv4 address, or the first 64 bits of an IPv6 address, as
 * one line has (RFC 6177).
 */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.toLowerCase().split('%', 1).join('').split('::')
  const left = partsOf(head)
  const right = partsOf(tail ?? '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const parts = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return parts
    .slice(0, LINE_PARTS)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}

function partsOf(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
