import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit, grantAdmin } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { VIEWS, type View } from '../../src/web/dashboard/contract.ts'
import { askDashboard, coordinate, personIdOf } from '../support/dashboard.ts'
import { makassar } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'
import { addCrowd } from '../support/stats-crowd.ts'

describe('what the dashboard answers', () => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let health = ''

  beforeAll(async () => {
    world = await openWorld()
    admin = await world.joined(9701, 'Ahmad')
    coordinator = await world.joined(9702, 'Kartini')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    const parent = 'Pemerintah Kabupaten Contoh'
    health = await addCrowd(world, {
      name: 'Dinas Kesehatan',
      parent,
      people: 6,
      answered: 3,
    })
    await coordinate(world, coordinator, health)
    world.clock.moveTo(makassar(11, 25, 10))
    await world.idle()
  })
  afterAll(() => world.close())

  it('costs nothing again while nothing has changed', async () => {
    const first = await askDashboard(world, admin, 'data/overview')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{27}"$/)
    expect(first.headers.get('cache-control')).toBe('no-store')
    await first.text()
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await askDashboard(world, admin, 'data/overview', {
        headers: { 'if-none-match': known },
      })
      expect([known, again.status, again.headers.get('etag'), await again.text()]).toEqual([
        known,
        304,
        tag,
        '',
      ])
    }
    // An answer that comes in meanwhile is in the figures at once.
    await world.app.db.execute(sql`
      with closed as (
        update deliveries set state = 'answered'
        where id = (select min(id) from deliveries where state = 'open' and person_id in (
          select id from people where unit_id = ${health}))
        returning id, person_id, question_id, question_hash)
      insert into answers (person_id, question_id, question_hash, occasion, delivery_id, option_key,
        correct, answered_at)
      select person_id, question_id, question_hash, 'lesson:' || id, id, 'a', true,
        '2026-11-25T01:00Z' from closed`)
    const changed = await askDashboard(world, admin, 'data/overview', {
      headers: { 'if-none-match': tag },
    })
    expect(changed.status).toBe(200)
    const view = (await changed.json()) as View
    expect(view.facts.find(({ id }) => id === 'answered')?.value).toMatchObject({ n: 7 })
  })

  it('is not another’s, though their tag be shown', async () => {
    const own = await askDashboard(world, coordinator, 'data/overview')
    const tag = own.headers.get('etag') ?? ''
    await own.text()
    const all = await askDashboard(world, admin, 'data/overview', {
      headers: { 'if-none-match': tag },
    })
    expect(all.status).toBe(200)
    expect(own.headers.get('vary')).toContain('authorization')
  })

  it('is small on a bad line, and its head alone is asked for', async () => {
    const zipped = await askDashboard(world, admin, 'data/overview', {
      headers: { 'accept-encoding': 'gzip' },
    })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(((await zipped.json()) as View).name).toBe('overview')
    const plain = await askDashboard(world, admin, 'data/overview', {
      headers: { 'accept-encoding': 'identity' },
    })
    expect(plain.headers.get('content-encoding')).toBeNull()
    const head = await askDashboard(world, admin, 'data/overview', { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('is a file of each table, which leaves its trace', async () => {
    await world.app.db.execute(sql`
      update people set name = '=1+1, "Siti"' where name = 'Dinas Kesehatan 1'`)
    const files: string[] = []
    for (const name of VIEWS) {
      const path = `data/${name}?unit=${health}`
      const view = (await (await askDashboard(world, admin, path)).json()) as View
      for (const { id, rows } of view.panels) {
        const file = await askDashboard(world, admin, `csv/${name}/${id}?unit=${health}`)
        expect([name, id, file.status]).toEqual([name, id, 200])
        expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
        expect(file.headers.get('content-disposition')).toMatch(
          /^attachment; filename="sedikit-[a-z0-9-]+-2026-10-29-2026-11-25\.csv"$/,
        )
        const bytes = Buffer.from(await file.arrayBuffer())
        expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
        const text = bytes.toString('utf8')
        // The head, a line a row, and nothing behind the last line's end.
        expect([name, id, text.split('\r\n').length]).toEqual([name, id, rows.length + 2])
        files.push(text)
      }
    }
    expect(
      files.filter((text) => text.includes(`"'=1+1, ""Siti""",Dinas Kesehatan,`)),
    ).toHaveLength(1)
    const kept = await rowsOf<{ unit: string; details: Record<string, unknown> }>(
      world.app.db,
      sql`select unit_id as unit, details from audit
        where action = 'export.made' and by_id = ${await personIdOf(world, admin)} order by id`,
    )
    expect(kept).toHaveLength(files.length)
    expect(kept.at(-1)).toEqual({
      unit: health,
      details: { format: 'csv', kind: 'people/people', count: 6 },
    })
    // Whoever only asks what is there takes nothing along.
    const head = await askDashboard(world, admin, 'csv/people/people', { method: 'HEAD' })
    expect(head.status).toBe(200)
    const after = await rowsOf(world.app.db, sql`select id from audit where action = 'export.made'`)
    expect(after).toHaveLength(kept.length)
  })

  it('holds all people of a list in its file, whatever the page', async () => {
    await addCrowd(world, {
      name: 'Dinas Pendidikan',
      parent: 'Pemerintah Kabupaten Contoh',
      people: 120,
      answered: 0,
    })
    const page = (await (await askDashboard(world, admin, 'data/people?page=3')).json()) as View
    expect(page.panels[0]?.pages).toEqual({ page: 3, of: 3, rows: 128 })
    expect(page.panels[0]?.rows).toHaveLength(28)
    const file = await (await askDashboard(world, admin, 'csv/people/people?page=3')).text()
    expect(file.trim().split('\r\n')).toHaveLength(129)
  })

  it('is empty, and no failure, for whoever coordinates a unit that is closed', async () => {
    const unit = await addUnit(world.app.db, { name: 'Dinas Lama', now: world.clock.now() })
    const lama = await world.joined(9703, 'Sudirman')
    await coordinate(world, lama, unit.id)
    await world.app.db.execute(sql`
      update units set closed_at = ${world.clock.now().toISOString()} where id = ${unit.id}`)
    for (const name of VIEWS.filter((one) => one !== 'questions')) {
      const shown = await askDashboard(world, lama, `data/${name}`)
      expect([name, shown.status]).toEqual([name, 200])
      const view = (await shown.json()) as View
      expect([name, view.panels.flatMap(({ rows }) => rows)]).toEqual([name, []])
    }
  })
})
