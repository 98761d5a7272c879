import { isIP } from 'node:net'

/** Kinds of networks that Fastify's trustProxy (the package proxy-addr) knows by name. */
const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** Whether a list with commas names proxies only in ways that the web server understands. */
export function isProxyList(list: string): boolean {
  return list.split(',').every((entry) => isProxy(entry.trim()))
}

function isProxy(entry: string): boolean {
  if (NAMED.has(entry)) return true
  const [address = '', bits, ...rest] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && isPrefix(Number(bits), version))
}

/** No network of everything: whoever trusts all addresses trusts what anybody writes. */
function isPrefix(bits: number, version: number): boolean {
  return bits >= 1 && bits <= (version === 4 ? 32 : 128)
}
