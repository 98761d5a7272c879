import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import { splitCsv } from '../../src/platform/split-csv.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import type { Cell, Panel, View } from '../../src/web/dashboard/contract.ts'
import { askDashboard, personIdOf } from '../support/dashboard.ts'
import { contentOf } from '../support/file-on-phone.ts'
import { makassar, press, say } from '../support/journey-chat.ts'
import { until } from '../support/until.ts'
import { unzip } from '../support/unzip.ts'
import { openWorld, type World } from '../support/world.ts'
import { addCrowd } from '../support/stats-crowd.ts'

const NOVEMBER = 'from=2026-11-01&to=2026-11-25'

type Row = Readonly<Record<string, string>>

describe('chat, dashboard and export', () => {
  let world: World
  let admin: SimulatedPerson
  let exported: ReadonlyMap<string, readonly Row[]>
  let health = ''

  beforeAll(async () => {
    world = await openWorld({ env: { PUBLIC_URL: 'https://belajar.example' } })
    admin = await world.joined(9701, 'Ahmad')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    const root = 'Pemerintah Kabupaten Contoh'
    health = await addCrowd(world, {
      name: 'Dinas Kesehatan',
      parent: root,
      people: 7,
      answered: 4,
    })
    for (let n = 1; n <= 6; n++) {
      const parent = n % 2 === 0 ? 'Dinas Kesehatan' : root
      await addCrowd(world, { name: `Unit ${n}`, parent, people: 3 + 2 * n, answered: n })
    }
    // What happens to people: some wish a rest, some are out of reach, some come from a roster.
    await world.app.db.execute(sql`
      update people set paused = true where name like '% 1' and telegram_id > 500000`)
    await world.app.db.execute(sql`
      update people set unreachable_since = '2026-11-20T03:00Z' where name like '% 3'`)
    await world.app.db.execute(sql`
      update people set moved_away_at = '2026-11-21T03:00Z' where name = 'Unit 6 5'`)
    await world.app.db.execute(sql`
      insert into roster_places (unit_id, name, imported_at, person_id)
      select unit_id, name, '2026-11-09T01:00Z', case when name like '% 2' then null else id end
      from people where name like 'Unit 5 %'`)
    await announce()
    world.clock.moveTo(makassar(11, 25, 10))
    await world.idle()
    exported = await exportOf()
  })
  afterAll(() => world.close())

  /** An announcement that reached three in four and was read by one in four. */
  async function announce(): Promise<void> {
    await world.app.db.execute(sql`
      with one as (
        insert into announcements (author_id, state, chat_id, audience, queued_at, created_at)
        values (${await personIdOf(world, admin)}, 'done', ${admin.id}::bigint, '{}', '2026-11-20T02:00Z',
          '2026-11-20T01:00Z')
        returning id)
      insert into announcement_recipients (announcement_id, person_id, outbox_id, day, outcome,
        chat_id, acknowledged_at)
      select one.id, p.id, row_number() over (), '2026-11-20',
        case when p.telegram_id % 4 = 0 then 'failed' else 'sent' end, p.chat_id,
        case when p.telegram_id % 4 = 1 then '2026-11-20T03:00Z'::timestamptz end
      from one, people p where p.telegram_id > 500000`)
  }

  async function exportOf(): Promise<ReadonlyMap<string, readonly Row[]>> {
    const documents = () => admin.messages().filter(({ media }) => media?.kind === 'document')
    admin.sendText('/ekspor csv')
    await until(() => documents().length > 0, 'the file')
    const [message] = documents()
    if (message === undefined) throw new Error('There is no file')
    const files = await unzip(await contentOf(world, message))
    return new Map([...files].map(([name, text]) => [name.replace('.csv', ''), rowsIn(text)]))
  }

  function rowsIn(text: string): Row[] {
    const split = splitCsv(
      text
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .replaceAll('\r\n', '\n'),
    )
    if (!split.ok) throw new Error(split.fault.problem)
    const [head, ...rows] = split.rows.map(({ cells }) => cells)
    return rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [head?.[i] ?? '', cell])))
  }

  async function view(path: string): Promise<View> {
    const answer = await askDashboard(world, admin, `data/${path}`)
    expect([path, answer.status]).toEqual([path, 200])
    return (await answer.json()) as View
  }

  const panelOf = ({ panels }: View, id: string): Panel => {
    const panel = panels.find((one) => one.id === id)
    if (panel === undefined) throw new Error(`no panel ${id}`)
    return panel
  }
  const short = (cell: Cell | undefined): string =>
    cell === null || cell === undefined
      ? 'belum ada'
      : typeof cell === 'object'
        ? `${cell.n} dari ${cell.of}`
        : String(cell)
  const factIn = ({ facts }: View, id: string): string =>
    short(facts.find((fact) => fact.id === id)?.value)

  /** A number of the chat's overview, by the words before it. */
  const said = (text: string, label: string): string =>
    new RegExp(`${label}: (belum ada|\\d+ dari \\d+|\\d+)`).exec(text)?.[1] ?? `no ${label}`

  const table = (name: string): readonly Row[] => exported.get(name) ?? []

  it('say the same of everybody and of a unit', async () => {
    for (const [asked, path] of [
      ['/statistik', `overview?${NOVEMBER}`],
      ['/statistik unit Dinas Kesehatan', `overview?${NOVEMBER}&unit=${health}`],
      ['/statistik unit Unit 5', `overview?${NOVEMBER}&unit=${await unitId('Unit 5')}`],
    ] as const) {
      const [text = ''] = await say(world, admin, asked)
      const shown = await view(path)
      const both = [
        ['Bergabung', 'joined'],
        ['Aktif', 'active'],
        ['Sesuai jadwal', 'on-schedule'],
        ['Selesai jalur umum', 'done'],
        ['Dijawab', 'answered'],
        ['Langsung benar', 'right'],
        ['Pertanyaan ulang benar', 'reviewed'],
        ['Tertinggal', 'lagging'],
        ['jeda atau cuti', 'away'],
        ['tidak terjangkau', 'unreachable'],
      ] as const
      expect([asked, both.map(([label]) => said(text, label))]).toEqual([
        asked,
        both.map(([, id]) => factIn(shown, id)),
      ])
      expect(text).toContain(`sekitar ${factIn(shown, 'wait')} menit`)
    }
  })

  async function unitId(name: string): Promise<string> {
    const found = panelOf(await view('units'), 'units').rows.find(({ cells }) => cells[0] === name)
    return found?.to?.asked.unit ?? ''
  }

  it('say the same of each unit, in the same order', async () => {
    const [text = ''] = await say(world, admin, '/statistik unit')
    const rows = panelOf(await view(`units?${NOVEMBER}`), 'units').rows.map(({ cells }) => cells)
    const lines = text.split('\n').filter((line) => rows.some(([name]) => name === line))
    expect(lines).toEqual(rows.map(([name]) => name))
    for (const [name, , schedule, , answered] of rows) {
      const at = text.slice(text.indexOf(`\n${short(name)}\n`))
      expect([name, /sesuai jadwal (\d+ dari \d+)/.exec(at)?.[1]]).toEqual([name, short(schedule)])
      expect([name, /dijawab (\d+ dari \d+)/.exec(at)?.[1]]).toEqual([name, short(answered)])
    }
  })

  it('say the same of lessons, announcements and people', async () => {
    const [lessons = ''] = await say(world, admin, '/statistik pelajaran')
    const shown = panelOf(await view(`lessons?${NOVEMBER}`), 'lessons').rows
    expect(
      [...lessons.matchAll(/dijawab (\d+ dari \d+).*?langsung benar (\d+ dari \d+)/g)].map((m) => [
        m[1],
        m[2],
      ]),
    ).toEqual(shown.map(({ cells }) => [short(cells[3]), short(cells[5])]))
    const [announcements = ''] = await say(world, admin, '/statistik pengumuman')
    const reach = await view(`announcements?${NOVEMBER}`)
    expect(announcements).toContain(`sampai ${factIn(reach, 'arrived')} (`)
    expect(announcements).toContain(`ditandai dibaca ${factIn(reach, 'read')} (`)
    await say(world, admin, '/peserta')
    const people = await view('people')
    for (const [button, id] of [
      ['Tertinggal', 'lagging'],
      ['Jeda atau cuti', 'paused'],
      ['Tidak terjangkau', 'unreachable'],
      ['Belum bergabung', 'not_joined'],
      ['Sudah pindah', 'moved_away'],
      ['Aktif', 'active'],
    ] as const) {
      const [list = ''] = await press(world, admin, `${button} (${factIn(people, id)})`)
      expect(list).toContain(`${button}: ${factIn(people, id)}`)
    }
  })

  it('say the same as the rows that are handed on', async () => {
    const states = Map.groupBy(table('people'), ({ state }) => state ?? '')
    const people = await view('people')
    for (const id of ['moved_away', 'unreachable', 'paused', 'not_joined'] as const) {
      expect([id, String(states.get(id)?.length ?? 0)]).toEqual([id, factIn(people, id)])
    }
    const overview = await view(`overview?${NOVEMBER}`)
    const due = table('deliveries').filter(
      ({ due_on: day = '' }) => day >= '2026-11-01' && day <= '2026-11-25',
    )
    const arrived = due.filter(({ sent_at: at }) => at !== '')
    const answered = arrived.filter(({ state }) => state === 'answered')
    expect(factIn(overview, 'answered')).toBe(`${answered.length} dari ${arrived.length}`)
    const right = table('answers').filter(({ correct }) => /^(true|1|ya|yes)$/i.test(correct ?? ''))
    expect(factIn(overview, 'right')).toBe(`${right.length} dari ${answered.length}`)
    const shown = panelOf(await view(`units?${NOVEMBER}`), 'units').rows
    for (const { cells } of shown) {
      const below = [
        cells[0],
        ...table('units')
          .filter(({ parent }) => parent === cells[0])
          .map(({ unit }) => unit),
      ]
      const claimed = table('units').filter(({ unit = '' }) => below.includes(unit))
      const sum = (column: string): number =>
        claimed.reduce((all, row) => all + Number(row[column]), 0)
      expect([cells[0], short(cells[7])]).toEqual([
        cells[0],
        sum('roster_places') === 0
          ? 'belum ada'
          : `${sum('places_claimed')} dari ${sum('roster_places')}`,
      ])
    }
  })
})
