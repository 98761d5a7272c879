import { sql } from 'drizzle-orm'
import readSheets from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin, makeCoordinator } from '../support/coordinators.ts'
import { tap } from '../support/phone.ts'
import { trailOf } from '../support/trail.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const START = 'https://belajar.example/ekspor/'

describe('a link to an export that is too large for a chat', () => {
  let world: World
  let admin: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld({
      env: { PUBLIC_URL: 'https://belajar.example' },
      app: { mostSentBytes: 1 },
    })
    admin = await world.joined(201, 'Ani')
    await makeAdmin(world, 201)
  })
  afterAll(() => world.close())

  const links = (): string[] =>
    admin
      .messages()
      .flatMap(({ buttons }) => buttons?.flat() ?? [])
      .flatMap((one) =>
        'url' in one && one.url.startsWith(START) ? [one.url.slice(START.length)] : [],
      )

  async function freshLink(): Promise<string> {
    const before = links().length
    admin.sendText('/ekspor xlsx')
    await until(() => links().length > before, 'a link')
    await world.idle()
    return links().at(-1) ?? ''
  }

  const get = (token: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${world.app.webPort}/ekspor/${token}`, init)

  it('is good for one download, and only for that: asking what is there does not use it up', async () => {
    const token = await freshLink()
    for (let i = 0; i < 2; i += 1) {
      const asked = await get(token, { method: 'HEAD' })
      expect(asked.status).toBe(200)
      expect(Number(asked.headers.get('content-length'))).toBeGreaterThan(1000)
    }
    const fetched = await get(token)
    expect(fetched.status).toBe(200)
    expect(fetched.headers.get('content-disposition')).toMatch(
      /^attachment; filename="sedikit-[\d-]+\.xlsx"$/,
    )
    expect(fetched.headers.get('cache-control')).toContain('no-store')
    const bytes = Buffer.from(await fetched.arrayBuffer())
    expect(bytes.length).toBe(Number(fetched.headers.get('content-length')))
    expect((await readSheets(bytes)).map(({ sheet }) => sheet)).toContain('people')

    expect(await trailOf(world, 'export.fetched')).toMatchObject([
      { by_id: expect.any(String), details: { export: expect.any(Number) } },
    ])

    const again = await get(token)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain('Tautan ini sudah dipakai.')
    expect((await get(token, { method: 'HEAD' })).status).toBe(410)
    const english = await get(token, { headers: { 'accept-language': 'en' } })
    expect(await english.text()).toContain('This link has been used.')
  })

  it('is one download of two at once', async () => {
    const token = await freshLink()
    const both = await Promise.all([get(token), get(token)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410])
    await Promise.all(both.map((response) => response.arrayBuffer()))
  })

  it('can be asked for again while the file is there', async () => {
    const before = links().length
    tap(admin, 'Tautan unduh')
    await until(() => links().length > before, 'another link')
    expect((await get(links().at(-1) ?? '')).status).toBe(200)
  })

  it('stands nowhere: a hash of it is kept, and no ledger has it', async () => {
    const token = await freshLink()
    const [found] = await rowsOf<{ count: number }>(
      world.app.db,
      sql`select (select count(*) from export_links where hash = ${token})
        + (select count(*) from outbox where args::text like ${`%${token}%`}) as count`,
    )
    expect(Number(found?.count)).toBe(0)
  })

  it('is refused in words when it is unknown, when the role is gone, and after an hour', async () => {
    for (const wrong of ['x', 'A'.repeat(32), '../../etc/passwd', `${'A'.repeat(31)}%00`]) {
      const refused = await get(wrong)
      expect(refused.status).toBe(404)
    }
    expect(await (await get('x')).text()).toContain('tidak dikenal')
    const token = await freshLink()
    await makeCoordinator(world, 201)
    await world.app.db.execute(sql`delete from roles where role = 'admin'`)
    const [all, none] = [await get(token), await get(links()[0] ?? '')]
    expect([all.status, none.status]).toEqual([403, 410])
    expect(await all.text()).toContain('bukan lagi untuk Anda')
    await makeAdmin(world, 201)
    world.clock.moveTo(new Date(world.clock.now().getTime() + 3_601_000))
    const late = await get(token)
    expect([late.status, (await late.text()).includes('sudah dihapus')]).toEqual([410, true])
  })
})

it('without an address the person is told what to do, and nothing is kept', async () => {
  const world = await openWorld({ app: { mostSentBytes: 1 } })
  try {
    const admin = await world.joined(202, 'Ani')
    await makeAdmin(world, 202)
    admin.sendText('/ekspor csv')
    const said = (): string => admin.messages().findLast(({ fromBot }) => fromBot)?.text ?? ''
    await until(() => said().includes('PUBLIC_URL'), 'word of it')
    const [left] = await rowsOf<{ count: number }>(
      world.app.db,
      sql`select count(*)::int as count from export_pieces`,
    )
    expect(left?.count).toBe(0)
  } finally {
    await world.close()
  }
})
