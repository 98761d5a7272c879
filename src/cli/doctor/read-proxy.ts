import type { PathOptions } from './open-path.ts'

/** What the environment says about a proxy, with regard to one address. */
export type ProxySetting =
  | { readonly kind: 'none' }
  /** A proxy is named, and this address is not for it: by NO_PROXY, or because it is plain http. */
  | { readonly kind: 'passedBy'; readonly shown: string }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'scheme'; readonly scheme: string }
  | {
      readonly kind: 'proxy'
      /** Without what it wants to know of whoever asks. */
      readonly shown: string
      readonly proxy: NonNullable<PathOptions['proxy']>
    }

type Environment = Readonly<Record<string, string | undefined>>

/** Reads HTTPS_PROXY and NO_PROXY, in either case, as curl does. */
export function readProxy(env: Environment, apiRoot: string): ProxySetting {
  const given = (env['HTTPS_PROXY'] ?? env['https_proxy'] ?? '').trim()
  if (given === '') return { kind: 'none' }
  if (!URL.canParse(given)) return { kind: 'malformed' }
  const url = new URL(given)
  const secure = url.protocol === 'https:'
  if (url.protocol !== 'http:' && !secure) {
    const isAddress = given.includes('://') && url.hostname !== ''
    return isAddress ? { kind: 'scheme', scheme: url.protocol } : { kind: 'malformed' }
  }
  const shown = `${url.protocol}//${url.host}`
  const target = new URL(apiRoot)
  const excepted = env['NO_PROXY'] ?? env['no_proxy'] ?? ''
  if (target.protocol !== 'https:' || isExcepted(target.hostname, excepted)) {
    return { kind: 'passedBy', shown }
  }
  const who = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return {
    kind: 'proxy',
    shown,
    proxy: {
      host: url.hostname,
      port: Number(url.port || (secure ? 443 : 80)),
      ...(secure ? { secure } : {}),
      ...(url.username === ''
        ? {}
        : { authorisation: `Basic ${Buffer.from(who).toString('base64')}` }),
    },
  }
}

/** A name of the list stands for itself and for all below it; `*` for all that there is. */
function isExcepted(host: string, list: string): boolean {
  return list
    .split(',')
    .map((name) =>
      name
        .trim()
        .replace(/^\*?\./, '')
        .replace(/:\d+$/, ''),
    )
    .some((name) => name === '*' || (name !== '' && (host === name || host.endsWith(`.${name}`))))
}
