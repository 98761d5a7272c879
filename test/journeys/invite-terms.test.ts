import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from '../support/coordinators.ts'
import { forgePress, newcomer, open, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

const UNIT = 'Dinas Contoh'

describe('how long an invitation lasts, and for how many', () => {
  let world: World
  let coordinator: SimulatedPerson
  let elsewhere: SimulatedPerson
  let code = ''
  const standing = (): Promise<{ uses: number; most: number; until: string }> =>
    row(
      world,
      sql`select uses, max_uses as most, to_char(expires_at, 'YYYY-MM-DD') as until
        from invites where grants = 'unit' order by id desc limit 1`,
    )
  const last = (person: SimulatedPerson): string =>
    person.messages().findLast((m) => m.fromBot)?.text ?? ''

  beforeAll(async () => {
    // Monday, 23 November 2026, 09.30.
    world = await openWorld()
    const now = world.clock.now()
    for (const name of [UNIT, 'Dinas Lain']) await addUnit(world.app.db, { name, now })
    coordinator = await world.joined(8700, 'Baso')
    elsewhere = await world.joined(8701, 'Dewi')
    await makeCoordinator(world, 8700, UNIT)
    await makeCoordinator(world, 8701, 'Dinas Lain')
    await say(world, coordinator, '/undang')
    const [made] = await press(world, coordinator, UNIT)
    code = /start=([A-Za-z0-9_-]+)/.exec(made ?? '')?.[1] ?? ''
  })
  afterAll(() => world.close())

  it('is a month and five hundred people where nobody says otherwise', async () => {
    expect(await standing()).toEqual({ uses: 0, most: 500, until: '2026-12-23' })
  })

  it('takes another end, in the same message and with the same link', async () => {
    expect(await press(world, coordinator, 'Masa berlaku')).toEqual([
      'Berlaku berapa lama, mulai sekarang?',
    ])
    const [text] = await press(world, coordinator, '7 hari')
    expect(text).toContain(code)
    expect(text).toContain('30 November 2026, untuk 500 orang')
    expect(await standing()).toMatchObject({ until: '2026-11-30', most: 500 })
  })

  it('leaves all as it was by a button, with the link in its place again', async () => {
    const before = await standing()
    await press(world, coordinator, 'Masa berlaku')
    const [text] = await press(world, coordinator, 'Biarkan seperti semula')
    expect(text).toContain(code)
    expect(text).toContain('30 November 2026, untuk 500 orang')
    expect(await standing()).toEqual(before)
  })

  it('takes another number of people, and lets in no more', async () => {
    await press(world, coordinator, 'Jumlah orang')
    const [text] = await press(world, coordinator, '1 orang')
    expect(text).toContain('untuk 1 orang')
    expect((await open(world, newcomer(world, 8710, 'Rina'), code))[0]).toContain('soal data Anda')
    expect((await open(world, newcomer(world, 8711, 'Wati'), code))[0]).not.toContain(
      'soal data Anda',
    )
    expect(await standing()).toMatchObject({ uses: 1, most: 1 })
  })

  it('one that is used up is over: there is nothing to lengthen', async () => {
    expect(await press(world, coordinator, 'Masa berlaku')).toEqual([
      'Undangan ini sudah tidak berlaku. Buat yang baru dengan /undang.',
    ])
  })

  it('offers no fewer than have come already', async () => {
    await say(world, coordinator, '/undang')
    const [made] = await press(world, coordinator, UNIT)
    code = /start=([A-Za-z0-9_-]+)/.exec(made ?? '')?.[1] ?? ''
    await open(world, newcomer(world, 8712, 'Tono'), code)
    const [asked] = await press(world, coordinator, 'Jumlah orang')
    expect(asked).toContain('Sejauh ini 1 orang masuk')
    const offered = coordinator
      .messages()
      .findLast((m) => m.fromBot)
      ?.buttons?.flat()
    expect(offered?.map(({ text }) => text)).toEqual([
      '10 orang',
      '50 orang',
      '100 orang',
      '500 orang',
      '2.000 orang',
      'Biarkan seperti semula',
    ])
  })

  it('is changed by nobody beyond its unit, and to nothing that was not offered', async () => {
    const before = await standing()
    for (const [person, data] of [
      [elsewhere, `id:${code}.365`],
      [elsewhere, `io:${code}.2000`],
      [coordinator, `id:${code}.36500`],
      [coordinator, `io:${code}.1`],
      [coordinator, `io:${code}.x`],
    ] as const) {
      await forgePress(world, person, data)
      expect([data, last(person)]).toEqual([data, expect.stringContaining('sudah tidak berlaku')])
    }
    expect(await standing()).toEqual(before)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
