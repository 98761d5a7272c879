/** Whether Telegram opens `address` from a link: a whole http, https or tg address. */
export function isOpenableAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && ['https:', 'http:', 'tg:'].includes(url.protocol)
}

/** Whether a web address names a host that others can reach: `https://panduan` and localhost are none. */
export function leadsSomewhere(address: string): boolean {
  const url = URL.parse(address)
  if (url === null) return false
  return url.protocol === 'tg:' || url.hostname.includes('.')
}
