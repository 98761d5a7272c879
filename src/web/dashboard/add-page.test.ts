import { fastify } from 'fastify'
import { describe, expect, it } from 'vitest'
import type { PageFile } from '../../platform/page-build/index.ts'
import { silentLogger } from '../../platform/logger.ts'
import { addSecurityHeaders } from '../security/index.ts'
import { addPage } from './add-page.ts'
import type { ReadDashboardPage } from './page-files.ts'

const file = (body: string, immutable: boolean): PageFile => ({
  type: 'text/html; charset=utf-8',
  body: Buffer.from(body),
  gzipped: immutable ? Buffer.from('zipped') : undefined,
  immutable,
})

const files = new Map([
  ['/', file('<p>page</p>', false)],
  ['/assets/a1.js', file('code', true)],
])

async function serverWith(readPage: ReadDashboardPage | undefined) {
  const app = fastify()
  await addSecurityHeaders(app, { secure: true })
  addPage(app, { readPage, log: silentLogger, fallback: 'id' })
  return app
}

describe('the page of the dashboard', () => {
  it('comes from this server alone, and may stand in a frame of Telegram’s web client', async () => {
    const app = await serverWith(() => Promise.resolve(files))
    const page = await app.inject('/dasbor/')
    expect([page.statusCode, page.body]).toEqual([200, '<p>page</p>'])
    const policy = String(page.headers['content-security-policy']).split(';')
    expect(policy).toEqual([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      'frame-ancestors https://web.telegram.org',
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'self'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ])
    expect(page.headers).not.toHaveProperty('x-frame-options')
    expect(page.headers).toMatchObject({
      'cache-control': 'no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const asset = await app.inject({
      url: '/dasbor/assets/a1.js',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(asset.body).toBe('zipped')
    expect(asset.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    expect((await app.inject('/dasbor/assets/b2.js')).statusCode).toBe(404)
    expect((await app.inject('/dasbor/assets/..%2Findex.html')).statusCode).toBe(404)
    expect((await app.inject({ url: '/dasbor/', method: 'HEAD' })).statusCode).toBe(200)
    expect((await app.inject({ url: '/dasbor/', method: 'POST' })).statusCode).toBe(404)
  })

  it('is reached without its slash, wherever it stands below PUBLIC_URL', async () => {
    const app = await serverWith(() => Promise.resolve(files))
    const moved = await app.inject('/dasbor')
    expect([moved.statusCode, moved.headers.location]).toEqual([308, 'dasbor/'])
  })

  it('says so where there is none, and tries again where it could not be read', async () => {
    const without = await serverWith(undefined)
    const none = await without.inject({
      url: '/dasbor/',
      headers: { 'accept-language': 'en' },
    })
    expect([none.statusCode, none.headers['cache-control']]).toEqual([503, 'no-store'])
    expect(none.body).toContain('is not on this server yet')
    let tries = 0
    const app = await serverWith(() => {
      tries++
      return tries === 1 ? Promise.reject(new Error('no build')) : Promise.resolve(files)
    })
    const first = await app.inject('/dasbor/')
    expect([first.statusCode, first.body.includes('no build')]).toEqual([503, false])
    expect((await app.inject('/dasbor/')).statusCode).toBe(200)
    expect((await app.inject('/dasbor/')).statusCode).toBe(200)
    expect(tries).toBe(2)
  })
})
