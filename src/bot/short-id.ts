/** A random id in 22 letters instead of 36, so that two of them fit into a button. */
export function shortId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

/** The id again; undefined for what is none. Anybody can forge a button. */
export function idIn(short: string | undefined): string | undefined {
  if (short === undefined || !/^[A-Za-z0-9_-]{22}$/.test(short)) return undefined
  const hex = Buffer.from(short, 'base64url').toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
