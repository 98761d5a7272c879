import { expect, it } from 'vitest'
import { readProxy } from './read-proxy.ts'

const ROOT = 'https://api.telegram.org'

it.each([
  [{}, 'none'],
  [{ HTTPS_PROXY: ' ' }, 'none'],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, 'proxy'],
  [{ https_proxy: 'http://proxy:3128/' }, 'proxy'],
  [{ HTTPS_PROXY: 'https://proxy:3129' }, 'proxy'],
  [{ HTTPS_PROXY: 'proxy' }, 'malformed'],
  [{ HTTPS_PROXY: 'proxy.example:3128' }, 'malformed'],
  [{ HTTPS_PROXY: 'socks5://proxy:1080' }, 'scheme'],
  [{ HTTPS_PROXY: 'http://proxy:1', NO_PROXY: 'localhost, .telegram.org' }, 'passedBy'],
  [{ HTTPS_PROXY: 'http://proxy:1', no_proxy: '*' }, 'passedBy'],
  [{ HTTPS_PROXY: 'http://proxy:1', NO_PROXY: 'gram.org,org.telegram' }, 'proxy'],
])('%j is %s', (env, kind) => {
  expect(readProxy(env, ROOT).kind).toBe(kind)
})

it('is not for an address without TLS', () => {
  expect(readProxy({ HTTPS_PROXY: 'http://p:1' }, 'http://127.0.0.1:8081').kind).toBe('passedBy')
})

it('keeps the password out of what is shown, and tells it to the proxy', () => {
  const read = readProxy({ HTTPS_PROXY: 'http://ani:s%40ndi@proxy' }, ROOT)
  expect(read).toEqual({
    kind: 'proxy',
    shown: 'http://proxy',
    proxy: { host: 'proxy', port: 80, authorisation: `Basic ${btoa('ani:s@ndi')}` },
  })
})
