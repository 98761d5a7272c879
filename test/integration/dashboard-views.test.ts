import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import { keepRollups } from '../../src/reports/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import type { Cell, Panel, Start, View } from '../../src/web/dashboard/contract.ts'
import { askDashboard, coordinate, personIdOf } from '../support/dashboard.ts'
import { makassar } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'
import { addCrowd } from '../support/stats-crowd.ts'

describe('the views of the dashboard', () => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let health = ''
  let turikale = ''
  let mandai = ''

  beforeAll(async () => {
    world = await openWorld()
    admin = await world.joined(9701, 'Ahmad')
    coordinator = await world.joined(9702, 'Kartini')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    const parent = 'Pemerintah Kabupaten Contoh'
    const below = 'Dinas Kesehatan'
    health = await addCrowd(world, { name: below, parent, people: 6, answered: 3 })
    turikale = await addCrowd(world, {
      name: 'Puskesmas Turikale',
      parent: below,
      people: 8,
      answered: 8,
    })
    mandai = await addCrowd(world, {
      name: 'Puskesmas Mandai',
      parent: below,
      people: 3,
      answered: 0,
    })
    await addCrowd(world, { name: 'Dinas Sosial', parent, people: 5, answered: 0 })
    await coordinate(world, coordinator, health)
    world.clock.moveTo(makassar(11, 25, 10))
    await world.idle()
    // Not when the worker comes to it.
    await keepRollups(world.app.db)
  })
  afterAll(() => world.close())

  async function view(as: SimulatedPerson, path: string): Promise<View> {
    const answer = await askDashboard(world, as, `data/${path}`)
    const text = await answer.text()
    expect([path, answer.status, answer.status === 200 ? '' : text]).toEqual([path, 200, ''])
    return JSON.parse(text) as View
  }

  async function start(as: SimulatedPerson): Promise<Start> {
    return (await (await askDashboard(world, as, 'data/start')).json()) as Start
  }

  const panelOf = ({ panels }: View, id: string): Panel => {
    const panel = panels.find((one) => one.id === id)
    if (panel === undefined) throw new Error(`no panel ${id}`)
    return panel
  }
  const rowOf = (panel: Panel, name: string): readonly Cell[] =>
    panel.rows.find(({ cells }) => cells[0] === name)?.cells ?? []
  const factOf = ({ facts }: View, id: string) => facts.find((fact) => fact.id === id)
  const short = (cell: Cell | undefined): unknown =>
    cell !== null && typeof cell === 'object' ? `${cell.n}/${cell.of}` : cell

  it('begin with who looks, and what there is to look at', async () => {
    expect(await start(admin)).toMatchObject({
      name: 'Ahmad',
      locale: 'id',
      organisation: 'Pemerintah Kabupaten Contoh',
      today: '2026-11-25',
    })
    expect((await start(admin)).units.map(({ name }) => name)).toEqual([
      'Pemerintah Kabupaten Contoh',
      'Dinas Kesehatan',
      'Puskesmas Mandai',
      'Puskesmas Turikale',
      'Dinas Sosial',
    ])
    const own = await start(coordinator)
    expect(own.units.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Dinas Kesehatan', null],
      ['Puskesmas Mandai', health],
      ['Puskesmas Turikale', health],
    ])
    expect(own.views.map(({ name }) => name)).toEqual([
      'overview',
      'units',
      'lessons',
      'announcements',
      'people',
    ])
  })

  it('tell in the overview who learns, with both numbers of each rate and what has changed', async () => {
    const all = await view(admin, 'overview')
    expect(all.scope).toBe('Semua unit')
    expect(all.period).toEqual({
      from: '2026-10-29',
      to: '2026-11-25',
      words: expect.stringMatching(/^29 Oktober.–.25 November 2026$/),
    })
    expect(factOf(all, 'joined')).toMatchObject({ value: 24, change: 24 })
    expect(factOf(all, 'active')).toMatchObject({
      value: { n: 11, of: 24, interval: { from: 0.2789, to: 0.6493 } },
      detail: '11 dari 24 orang; selang 95%: 28%–65%',
      // Nobody had joined in the weeks before: there is nothing to compare with.
      change: null,
    })
    const days = await view(admin, 'overview?from=2026-11-20&to=2026-11-20')
    expect(factOf(days, 'answered')).toMatchObject({ value: { n: 11, of: 22 }, change: 0 })
    const series = panelOf(all, 'series')
    expect(series.rows).toHaveLength(7)
    expect(rowOf(series, '2026-11-19')).toEqual(['2026-11-19', 11, 22, 11])
    expect(panelOf(all, 'hours').rows[3]?.cells.slice(0, 11)).toEqual([
      'Kamis',
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      11,
    ])
    expect(panelOf(all, 'retention').rows.map(({ cells }) => cells.map(short))).toEqual([
      ['2026-11-09', 22, '0/22', '11/22', null, null, null, null, null, null],
      ['2026-11-23', 2, null, null, null, null, null, null, null, null],
    ])
  })

  it('show units as a tree, those left behind first, and nothing of a few', async () => {
    const top = await view(admin, 'units')
    const panel = panelOf(top, 'units')
    expect(panel.title).toBe('Di bawah Pemerintah Kabupaten Contoh')
    expect(panel.rows.map(({ cells, to }) => [...cells.map(short), to])).toEqual([
      [
        'Dinas Sosial',
        5,
        '0/5',
        '0/5',
        '0/10',
        null,
        5,
        null,
        expect.objectContaining({ view: 'overview' }),
      ],
      [
        'Dinas Kesehatan',
        17,
        '11/17',
        '11/17',
        '22/34',
        '11/22',
        6,
        null,
        { view: 'units', asked: { unit: health } },
      ],
    ])
    const below = await view(admin, `units?unit=${health}&from=2026-11-01&to=2026-11-25`)
    expect(below.scope).toBe('Dinas Kesehatan dan di bawahnya')
    expect(panelOf(below, 'units').rows.map(({ cells, to }) => [...cells.map(short), to])).toEqual([
      [
        'Puskesmas Turikale',
        8,
        '8/8',
        '8/8',
        '16/16',
        '8/16',
        0,
        null,
        { view: 'overview', asked: { unit: turikale, from: '2026-11-01', to: '2026-11-25' } },
      ],
      ['Puskesmas Mandai', 3, ...Array.from({ length: 6 }, () => null), expect.anything()],
    ])
    expect(below.notes).toEqual([
      'Unit dengan kurang dari lima orang hanya disebut jumlah orangnya.',
    ])
    const few = await view(admin, `overview?unit=${mandai}`)
    expect([few.facts.map(({ id }) => id), few.panels]).toEqual([['joined'], []])
    expect(few.notes[0]).toContain('Kurang dari 5 orang')
    const leaf = await view(admin, `units?unit=${turikale}`)
    expect(panelOf(leaf, 'units')).toMatchObject({ rows: [], empty: 'Tidak ada unit di bawahnya.' })
  })

  it('show a coordinator who took part in her units, and no score', async () => {
    for (const name of ['overview', 'units', 'lessons']) {
      const shown = await view(coordinator, name)
      expect(shown.scope).toBe('Unit Anda: Dinas Kesehatan, dan di bawahnya')
      const ids = [
        ...shown.facts.map(({ id }) => id),
        ...shown.panels.flatMap(({ columns }) => columns.map(({ id }) => id)),
      ]
      expect(ids).not.toContain('right')
      expect(ids).not.toContain('reviewed')
      expect(JSON.stringify(shown)).not.toMatch(/benar|Dinas Sosial/i)
    }
    const own = await view(coordinator, 'overview')
    expect(factOf(own, 'answered')).toMatchObject({ value: { n: 22, of: 34 } })
    const units = await view(coordinator, 'units')
    expect(panelOf(units, 'units').rows.map(({ cells }) => cells[0])).toEqual([
      'Puskesmas Turikale',
      'Puskesmas Mandai',
    ])
    // Two units that overlap are counted once; two that do not stand side by side.
    await coordinate(world, coordinator, turikale)
    expect(factOf(await view(coordinator, 'overview'), 'answered')).toMatchObject({
      value: { n: 22, of: 34 },
    })
  })

  it('show lessons, of everybody and of a unit alike', async () => {
    const all = await view(admin, 'lessons')
    const panel = panelOf(all, 'lessons')
    expect(panel.rows.map(({ cells }) => cells.slice(2).map(short))).toEqual([
      [24, '11/24', 0, '11/11'],
      [22, '11/22', 0, '0/11'],
    ])
    const unit = panelOf(await view(admin, `lessons?unit=${health}`), 'lessons')
    expect(unit.rows.map(({ cells }) => cells.slice(2, 4).map(short))).toEqual([
      [17, '11/17'],
      [17, '11/17'],
    ])
    const few = await view(admin, `lessons?unit=${mandai}`)
    expect(panelOf(few, 'lessons').rows.map(({ cells }) => cells.slice(2))).toEqual([
      [3, null, null, null],
      [3, null, null, null],
    ])
    expect(factOf(few, 'answered')).toMatchObject({ value: { n: 0, of: 6 } })
    const [title] = panel.rows[0]?.cells ?? []
    if (typeof title !== 'string') throw new Error('a lesson without a title')
    const found = await view(admin, `lessons?search=${encodeURIComponent(title.toUpperCase())}`)
    expect(panelOf(found, 'lessons').rows).toHaveLength(1)
    const [other = ''] =
      all.filters[0]?.options.map(({ value }) => value).filter((id) => id !== 'fondasi') ?? []
    expect(panelOf(await view(admin, `lessons?track=${other}`), 'lessons').rows).toEqual([])
  })

  it('show the questions with what to do about them', async () => {
    const all = await view(admin, 'questions')
    expect(all.notes[0]).toMatch(/^(Dihitung|Belum pernah)/)
    const total = Number(factOf(all, 'questions')?.value)
    expect(panelOf(all, 'questions').rows).toHaveLength(total)
    const track = await view(admin, 'questions?track=fondasi')
    expect(Number(factOf(track, 'questions')?.value)).toBeLessThan(total)
    expect(panelOf(track, 'questions').rows[0]?.cells.at(-1)).toBe('Jawaban kurang')
  })

  it('show people by state, page and name; leaders in no list', async () => {
    const all = await view(admin, 'people')
    expect(panelOf(all, 'people')).toMatchObject({ pages: { page: 1, of: 1, rows: 24 } })
    expect(panelOf(all, 'people').columns.map(({ id }) => id)).toEqual(['name', 'unit', 'state'])
    const lagging = await view(admin, 'people?state=lagging')
    const states = panelOf(lagging, 'people').rows.map(({ cells }) => cells[2])
    expect(new Set(states)).toEqual(new Set(['Tertinggal']))
    expect(states).toHaveLength(Number(factOf(all, 'lagging')?.value))
    const named = await view(admin, 'people?search=SOSIAL%203')
    expect(panelOf(named, 'people').rows.map(({ cells }) => cells[0])).toEqual(['Dinas Sosial 3'])
    expect(panelOf(await view(admin, 'people?search=%25'), 'people').rows).toEqual([])
    const own = panelOf(await view(coordinator, 'people'), 'people')
    expect(own.pages?.rows).toBe(17)
    expect(JSON.stringify(own)).not.toContain('Sosial')
    await world.app.db.execute(sql`
      update people set job_role = 'pimpinan' where name = 'Dinas Sosial 3'`)
    const led = await view(admin, 'people')
    expect(panelOf(led, 'people').pages?.rows).toBe(23)
    expect(JSON.stringify(led.panels)).not.toContain('Dinas Sosial 3')
    expect(led.notes[1]).toBe('Pimpinan (1) tidak tampil di daftar.')
  })
})
