import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import { withDatabase } from '../../src/platform/db/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { VIEWS, type Refusal } from '../../src/web/dashboard/contract.ts'
import { askDashboard, coordinate, initDataOf, personIdOf } from '../support/dashboard.ts'
import { makassar, press, say } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'
import { addCrowd } from '../support/stats-crowd.ts'

const NOBODY = '00000000-0000-4000-8000-000000000000'

describe('what the dashboard refuses', () => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let both: SimulatedPerson
  let participant: SimulatedPerson
  const unit: Record<string, string> = {}
  const logged: string[] = []

  beforeAll(async () => {
    const log = createLogger('debug', { write: (line) => logged.push(line) })
    world = await openWorld({ app: { log } })
    admin = await world.joined(9701, 'Ahmad')
    coordinator = await world.joined(9702, 'Kartini')
    both = await world.joined(9703, 'Sudirman')
    participant = await world.joined(9704, 'Siti')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    const parent = 'Pemerintah Kabupaten Contoh'
    for (const [key, name, above] of [
      ['health', 'Dinas Kesehatan', parent],
      ['turikale', 'Puskesmas Turikale', 'Dinas Kesehatan'],
      ['social', 'Dinas Sosial', parent],
    ] as const) {
      unit[key] = await addCrowd(world, { name, parent: above, people: 6, answered: 3 })
    }
    await coordinate(world, coordinator, unit['health'] ?? '')
    await coordinate(world, both, unit['turikale'] ?? '')
    await coordinate(world, both, unit['social'] ?? '')
    world.clock.moveTo(makassar(11, 25, 10))
    await world.idle()
  })
  afterAll(() => world.close())

  async function refused(
    as: SimulatedPerson | number | undefined,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<readonly [number, Refusal['error'], string]> {
    const answer = await askDashboard(world, as, path, { headers })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { error, words } = (await answer.json()) as Refusal
    return [answer.status, error, words]
  }

  const asOwner = (statement: SQL): Promise<unknown> =>
    withDatabase(world.app.ownerUrl, (db) => db.execute(statement))

  const statusOf = async (as: SimulatedPerson | undefined, path: string): Promise<number> =>
    (await askDashboard(world, as, path)).status

  it('whoever has no session, or one that is forged, aged or for another bot', async () => {
    const aged = initDataOf(world, admin.id, 4000)
    const early = initDataOf(world, admin.id, -600)
    const right = initDataOf(world, participant.id)
    const forged = right.replace(String(participant.id), String(admin.id))
    for (const path of ['data/start', 'data/overview', 'csv/overview/funnel']) {
      for (const authorization of [aged, early, forged, `${right}&x=1`, '', 'x'.repeat(9000)]) {
        const tried = await refused(undefined, path, { authorization: `tma ${authorization}` })
        expect([path, ...tried.slice(0, 2)]).toEqual([path, 401, 'no-session'])
      }
      expect((await refused(undefined, path)).slice(0, 2)).toEqual([401, 'no-session'])
      expect((await refused(424_242, path)).slice(0, 2)).toEqual([401, 'no-session'])
    }
    const cookie = `sedikit=${'A'.repeat(22)}`
    expect((await refused(undefined, 'data/start', { cookie }))[0]).toBe(401)
    const english = await refused(undefined, 'data/start', { 'accept-language': 'en' })
    expect(english[2]).toContain('opened from Telegram')
  })

  it('whoever is neither admin nor coordinator, and from the moment on at which they are not', async () => {
    expect((await refused(participant, 'data/start')).slice(0, 2)).toEqual([403, 'not-allowed'])
    expect((await refused(participant, 'csv/people/people'))[0]).toBe(403)
    expect((await refused(coordinator, 'data/questions')).slice(0, 2)).toEqual([403, 'not-allowed'])
    expect((await refused(coordinator, 'csv/questions/questions'))[0]).toBe(403)
    await coordinate(world, participant, unit['social'] ?? '')
    expect(await statusOf(participant, 'data/overview')).toBe(200)
    await world.app.db.execute(sql`
      delete from roles where person_id = ${await personIdOf(world, participant)}`)
    expect(await statusOf(participant, 'data/overview')).toBe(403)
  })

  it('units out of reach, as if they did not exist: role by view by unit', async () => {
    const units = { all: undefined, ...unit, nobody: NOBODY, word: 'x', quote: `'"--` }
    const found: Record<string, string> = {}
    for (const [role, as] of Object.entries({ admin, coordinator, both, participant })) {
      for (const name of VIEWS) {
        const statuses: string[] = []
        for (const [key, id] of Object.entries(units)) {
          const query = id === undefined ? '' : `?unit=${encodeURIComponent(id)}`
          statuses.push(`${key} ${await statusOf(as, `data/${name}${query}`)}`)
        }
        found[`${role} ${name}`] = statuses.join(', ')
      }
    }
    const line = (reached: readonly string[]): string =>
      Object.keys(units)
        .map((key) => `${key} ${key === 'all' || reached.includes(key) ? 200 : 404}`)
        .join(', ')
    const never = (status: number): string =>
      Object.keys(units)
        .map((key) => `${key} ${status}`)
        .join(', ')
    const reach = {
      admin: line(['health', 'turikale', 'social']),
      coordinator: line(['health', 'turikale']),
      both: line(['turikale', 'social']),
      participant: never(403),
    }
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(reach).flatMap(([role, statuses]) =>
          VIEWS.map((name) => [
            `${role} ${name}`,
            name === 'questions' && role !== 'admin' ? never(403) : statuses,
          ]),
        ),
      ),
    )
    // What exists and what does not are told apart by nothing.
    const hidden = await refused(coordinator, `data/units?unit=${unit['social']}`)
    expect(hidden).toEqual(await refused(coordinator, `data/units?unit=${NOBODY}`))
  })

  it.each([
    ['data/overview?from=2026-11-20&to=2026-11-10', 'berakhir sebelum dimulai'],
    ['data/overview?from=2026-11-20', 'tanggal awal dan tanggal akhir'],
    ['data/overview?to=2026-11-20', 'tanggal awal dan tanggal akhir'],
    ['data/overview?from=2026-02-30&to=2026-03-01', '“2026-02-30” tidak ada'],
    ['data/overview?from=kemarin&to=2026-11-20', '“kemarin” tidak ada'],
    ['data/overview?from=1026-11-01&to=2026-11-20', '“1026-11-01” tidak ada'],
    ['data/people?page=0', 'Nomor halaman'],
    ['data/people?page=-1', 'Nomor halaman'],
    ['data/people?page=1e3', 'Nomor halaman'],
    ['data/people?page=99999999999999999999', 'Nomor halaman'],
    ['data/people?state=rajin', 'Status “rajin” tidak dikenal'],
    ['data/people?order=name', '“order” bukan pilihan'],
    ['data/people?page=1&page=2', '“page” disebut lebih dari sekali'],
    [`data/people?search=${'a'.repeat(101)}`, 'terlalu panjang'],
    [`data/people?search=${'a'.repeat(4000)}`, 'terlalu panjang'],
    ['csv/people/people?from=2026-11-20&to=2026-11-10', 'berakhir sebelum dimulai'],
  ])('a query that says nothing: %s', async (path, words) => {
    const [status, error, said] = await refused(admin, path)
    expect([status, error]).toEqual([400, 'bad-request'])
    expect(said).toContain(words)
  })

  it.each([
    'data/everything',
    'data/constructor',
    'data/overview?track=tiada',
    'data/people?page=2',
    'csv/overview/tiada',
    'csv/overview/constructor',
    'csv/everything/funnel',
    'csv/units/units?track=tiada',
  ])('what there is not: %s', async (path) => {
    expect((await refused(admin, path)).slice(0, 2)).toEqual([404, 'not-found'])
  })

  it('an address that is none', async () => {
    for (const path of [
      'data/%E0%A4%A',
      'data/..%2Fstart',
      `data/${'a'.repeat(3000)}`,
      'data/',
      'csv/',
    ]) {
      const tried = await askDashboard(world, admin, path)
      expect([path.slice(0, 20), [400, 404, 414].includes(tried.status)]).toEqual([
        path.slice(0, 20),
        true,
      ])
    }
  })

  it('whatever is more than looking', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['', 'data/overview', 'csv/overview/funnel']) {
        const tried = await askDashboard(world, admin, path, { method })
        expect([method, path, tried.status]).toEqual([method, path, 404])
      }
    }
  })

  it('to say in the log who looked, with what, or for whom', async () => {
    const initData = initDataOf(world, admin.id)
    await askDashboard(world, admin, 'data/people?search=Kartini')
    await say(world, admin, '/status')
    const [text = ''] = await press(world, admin, 'Papan antrean …')
    const url = /http:\S+/.exec(text)?.[0] ?? ''
    const opened = await fetch(url, { method: 'POST', redirect: 'manual' })
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? ''
    // What breaks is told as such, and the log names the route.
    await asOwner(sql`alter table roster_places rename to places_away`)
    try {
      const broken = await askDashboard(world, undefined, 'data/people?search=Kartini', {
        headers: { cookie, 'accept-language': 'id' },
      })
      expect([broken.status, await broken.json()]).toEqual([
        503,
        { error: 'not-now', words: 'Angkanya belum dapat dibaca saat ini. Coba lagi sebentar.' },
      ])
    } finally {
      await asOwner(sql`alter table places_away rename to roster_places`)
    }
    const lines = logged.join('\n')
    expect(lines).toContain('/dasbor/data/:view')
    for (const secret of ['Kartini', 'hash=', initData, cookie, cookie.split('=')[1] ?? '']) {
      expect(lines).not.toContain(secret)
    }
  })
})
