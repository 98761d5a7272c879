import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOf } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { audited, inState, later, settled, told } from '../support/announcing.ts'
import {
  announcingCrowd,
  announcingPeople,
  beginRun,
  copiesOn,
} from '../support/announcing-scene.ts'
import { press } from '../support/journey-chat.ts'
import { tap } from '../support/phone.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

/** Enough that it runs for ten seconds at this pace. */
const CROWD = 400
const RATE = 40

describe.each(backends)('an announcement while it runs, on %s', (backend) => {
  let world: World
  let ani: SimulatedPerson
  let crowd: readonly number[]
  const copies = (text: string): number => copiesOn(world, crowd, text)
  const last = (): string => ani.messages().findLast((m) => m.fromBot)?.text ?? ''
  const counted = async (): Promise<Record<string, number>> => {
    const rows = await rowsOf<{ outcome: string; count: number }>(
      world.app.db,
      sql`
      select coalesce(outcome, 'open') as outcome, count(*)::int as count
      from announcement_recipients
      where announcement_id = (select max(id) from announcements) group by outcome`,
    )
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]))
  }
  const begin = (text: string): Promise<void> => beginRun(world, ani, { text, crowd })
  beforeAll(async () => {
    world = await openWorld({ backend, env: { SEND_RATE: String(RATE) } })
    const scene = { names: ['ani'], coordinators: ['ani'], firstId: 2201 } as const
    ani = (await announcingPeople(world, scene)).ani
    crowd = await announcingCrowd(world, CROWD)
  })
  afterAll(() => world.close())

  it('stops within a second of messages in flight, by one word', async () => {
    await begin('Dihentikan')
    ani.sendText('batal')
    await until(async () => {
      const [row] = await rowsOf<{ state: string }>(
        world.app.db,
        sql`select state from announcements order by id desc limit 1`,
      )
      return row?.state === 'cancelled'
    }, 'cancelled')
    const stoppedAt = world.simulator.ledger.entries().length
    await inState(world, 'cancelled')
    const after = world.simulator.ledger
      .entries()
      .slice(stoppedAt)
      .filter(({ method }) => method === 'copyMessage').length
    expect(after).toBeLessThanOrEqual(RATE)
    const outcome = await counted()
    expect(outcome['open']).toBeUndefined()
    expect((outcome['sent'] ?? 0) + (outcome['cancelled'] ?? 0)).toBe(CROWD)
    expect(outcome['sent']).toBe(copies('Dihentikan'))
    expect(outcome['cancelled']).toBeGreaterThan(0)
    await told(world, ani, `Dibatalkan: ${outcome['cancelled']}`)
    await later(world, 60_000)
    expect(copies('Dihentikan')).toBe(outcome['sent'])
  })

  it('pauses, and goes on to the last', async () => {
    await begin('Dijeda')
    tap(ani, 'Jeda')
    await inState(world, 'paused')
    const held = copies('Dijeda')
    await later(world, 60_000)
    expect(copies('Dijeda')).toBe(held)
    expect(held).toBeLessThan(CROWD)
    await told(world, ani, 'dijeda')
    await press(world, ani, 'Lanjutkan')
    await inState(world, 'done')
    expect(copies('Dijeda')).toBe(CROWD)
    expect(await counted()).toEqual({ sent: CROWD })
  })

  it('a correction in the middle reaches those before it and those after it', async () => {
    await begin('Salah ketik')
    // Not by `press`, which waits until the last copy is out.
    tap(ani, 'Koreksi')
    await until(() => last().includes('Kirim teks yang benar'), 'a question for the right text')
    ani.sendText('Benar sekarang')
    await until(() => copies('Benar sekarang') > 0, 'the first corrected copies')
    expect((await counted())['open']).toBeGreaterThan(0)
    await inState(world, 'done')
    await settled(world)
    expect([copies('Salah ketik'), copies('Benar sekarang')]).toEqual([0, CROWD])
  })

  it('a recall in the middle takes back those that went, and sends no more', async () => {
    await begin('Ditarik')
    tap(ani, 'Tarik kembali')
    await until(() => last().includes('pesan yang sudah sampai?'), 'a question back')
    tap(ani, 'Ya, tarik semuanya')
    await inState(world, 'recalled')
    await settled(world)
    expect(copies('Ditarik')).toBe(0)
    const outcome = await counted()
    expect(outcome['cancelled']).toBeGreaterThan(0)
    expect((outcome['sent'] ?? 0) + (outcome['cancelled'] ?? 0)).toBe(CROWD)
  })

  it('tells what Telegram does not let it take back after 48 hours', async () => {
    await begin('Lama')
    await inState(world, 'done')
    await later(world, 49 * 3600_000)
    await press(world, ani, 'Tarik kembali')
    await press(world, ani, 'Ya, tarik semuanya')
    await inState(world, 'recalled')
    await settled(world)
    expect(copies('Lama')).toBe(CROWD)
    await told(world, ani, `atau ditolak Telegram): ${CROWD}`)
  })

  it('leaves each deed in the trail', async () => {
    expect(await audited(world)).toEqual([
      'cancelled',
      'confirmed',
      'corrected',
      'paused',
      'recalled',
      'resumed',
    ])
  })
})
