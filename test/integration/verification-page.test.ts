import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { certificateOf, issueCertificate, revokeCertificate } from '../../src/certificates/index.ts'
import { findRootUnit } from '../../src/people/index.ts'
import { addFinishers } from '../support/finishers.ts'
import { openWorld, type World } from '../support/world.ts'

const name = '<b onmouseover="x()">Siti</b>'

let world: World
let code: string
let certificateId: number
beforeAll(async () => {
  world = await openWorld()
  const { db } = world.app
  const now = world.clock.now()
  const unitId = (await findRootUnit(db))?.id ?? null
  const [personId = ''] = await addFinishers(db, {
    count: 1,
    unitId,
    doneAt: now,
    names: ['Siti, S.Pd.'],
  })
  const track = { id: 'fondasi', title: { id: name, en: 'Foundations' } }
  await db.transaction((tx) =>
    issueCertificate(
      tx,
      { personId, track, unknownAsn: 'ask' },
      { now, timezone: 'Asia/Makassar' },
    ),
  )
  const found = await certificateOf(db, personId, track.id)
  code = found?.sheet.code ?? ''
  certificateId = found?.id ?? 0
})
afterAll(() => world.close())

const page = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://127.0.0.1:${world.app.webPort}${path}`, { headers })

/** A path as it is, which fetch would tidy up. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: world.app.webPort, path }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

describe('the public page', () => {
  it('shows the facts to anybody, escaped', async () => {
    const response = await page(`/v/${code}`)
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('Sertifikat ini sah')
    expect(html).toContain('Siti, S.Pd.')
    expect(html).toContain('&lt;b onmouseover=&quot;x()&quot;&gt;')
    expect(html).not.toContain('<b ')
  })

  it('speaks the browser’s language, or the one that is asked for', async () => {
    const english = await page(`/v/${code}`, { 'accept-language': 'en-GB,en;q=0.9' })
    expect(english.headers.get('content-language')).toBe('en')
    expect(await english.text()).toContain('This certificate is valid')
    const asked = await page(`/v/${code}?lang=id`, { 'accept-language': 'en' })
    expect(await asked.text()).toContain('Sertifikat ini sah')
    expect((await page(`/v/${code}?lang=id&lang=en`)).status).toBe(200)
  })

  it('lets nothing in, is found by no search, and tells nobody where one came from', async () => {
    for (const path of [`/v/${code}`, `/v/${'a'.repeat(22)}`, '/v/x']) {
      const { headers } = await page(path)
      expect(headers.get('content-security-policy')).toMatch(
        /^default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none';style-src 'sha256-[A-Za-z0-9+/]{43}='$/,
      )
      expect(headers.get('x-robots-tag')).toContain('noindex')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  it('says 404 to a code that nobody was given, and to what is none', async () => {
    const unknown = await page(`/v/${'a'.repeat(22)}`)
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).toContain('Tidak ada sertifikat dengan kode ini')
    for (const path of ['/v/x', `/v/${code.slice(1)}`, `/v/${code}x`, '/v/%3Cscript%3E']) {
      const response = await page(path)
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Alamat ini tidak lengkap')
    }
    for (const path of [
      '/v/',
      '/v',
      '/v/%',
      `/v/..%2f..%2fetc%2fpasswd`,
      `/v/${'a'.repeat(400)}`,
    ]) {
      expect(await rawStatus(path)).toBeOneOf([400, 404, 414])
    }
  })

  it('says of a revoked one when and why, and no name', async () => {
    await revokeCertificate(world.app.db, certificateId, 'request', world.clock.now())
    const response = await page(`/v/${code}`)
    expect(response.status).toBe(200)
    const html = await response.text()
    expect(html).toContain('sudah dicabut')
    expect(html).toContain('Dicabut pada 23 November 2026. Alasan: atas permintaan pemiliknya.')
    expect(html).not.toContain('Siti')
  })
})
