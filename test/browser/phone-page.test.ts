import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPhonePage } from '../../src/simulator/page/build.ts'
import { openTable, type Table } from './table.ts'

describe('the built page', () => {
  let table: Table
  beforeAll(async () => {
    table = await openTable()
  })
  afterAll(() => table.close())

  it('is built once by whoever comes first, and leaves nothing else behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sedikit-page-'))
    try {
      const built = await Promise.all([buildPhonePage(folder), buildPhonePage(folder)])
      expect(new Set(built).size).toBe(1)
      expect(await readdir(folder)).toHaveLength(1)
      expect(await buildPhonePage(folder)).toBe(built[0])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it('allows its own files alone, and nothing inline', async () => {
    const answer = await fetch(table.simulator.url)
    const html = await answer.text()
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(html).not.toMatch(/<style|\sstyle=/)
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  it('is small: under 80 KB of script as it travels, kept for ever under its own name', async () => {
    const html = await (await fetch(table.simulator.url)).text()
    const scripts = [...html.matchAll(/src="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
    expect(scripts).toHaveLength(1)
    const { bytes, headers } = await raw(`${table.simulator.url}${scripts[0]!}`)
    expect(bytes).toBeLessThan(80 * 1024)
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it('takes nothing but GET and HEAD, and says nothing where there is nothing', async () => {
    expect((await fetch(table.simulator.url, { method: 'POST' })).status).toBe(405)
    expect((await fetch(table.simulator.url, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(`${table.simulator.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404)
    expect((await fetch(`${table.simulator.url}/demo/state`)).status).toBe(204)
  })

  it('tells no page of another site who is there', async () => {
    table.simulator.person({ id: 1, firstName: 'Siti' })
    const lines = `${table.simulator.url}/page/chats`
    expect(await (await fetch(lines)).json()).toEqual([{ id: 1, last: null, waiting: 0 }])
    const elsewhere = { headers: { origin: 'https://elsewhere.example' } }
    expect((await fetch(lines, elsewhere)).status).toBe(403)
  })
})

/** The bytes of an answer before they are unpacked. */
async function raw(url: string): Promise<{ bytes: number; headers: object }> {
  return await new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ bytes, headers: response.headers }))
    })
      .on('error', reject)
      .end()
  })
}
