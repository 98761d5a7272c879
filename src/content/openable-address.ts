/** Whether Telegram opens `address` from a link: a whole http, https or tg address. */
export function isOpenableAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && ['https:', 'http:', 'tg:'].includes(url.protocol)
}
