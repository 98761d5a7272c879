import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { callInProcess } from '../support/journey-process.ts'
import { grantAdmin } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { silentLogger } from '../../src/platform/logger.ts'
import {
  openQueues,
  postgresBackend,
  redisBackend,
  WORKERS,
  type QueueBackend,
  type Queues,
} from '../../src/platform/queue/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { findButton, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { until } from '../support/until.ts'
import { backends, openWorld, type World } from '../support/world.ts'

describe.each(backends)('the state of the system, queues on %s', (backend) => {
  let world: World
  let admin: SimulatedPerson
  let siti: SimulatedPerson
  let queues: Queues
  let outbox: ReturnType<QueueBackend['queue']>
  let close: () => Promise<void>
  let env: Record<string, string>
  beforeAll(async () => {
    world = await openWorld({ backend })
    admin = await world.joined(3001, 'Ahmad')
    siti = await world.joined(3002, 'Siti')
    const { id } = await row<{ id: string }>(
      world,
      sql`select id from people where telegram_id = 3001`,
    )
    await grantAdmin(world.app.db, id, world.clock.now())
    const { name } = await row<{ name: string }>(world, sql`select current_database() as name`)
    const url = new URL(inject('appUrl'))
    url.pathname = `/${name}`
    const owner = new URL(inject('ownerUrl'))
    owner.pathname = `/${name}`
    env = { DATABASE_URL: url.href, DATABASE_OWNER_URL: owner.href }
    const opened =
      backend === 'redis'
        ? redisBackend(inject('redisUrl') ?? '', name)
        : postgresBackend(url.href, WORKERS)
    queues = openQueues(opened, silentLogger)
    outbox = opened.queue('outbox')
    close = async () => {
      await outbox.close()
      await queues.close()
      await opened.close()
    }
  })
  afterAll(async () => {
    await close()
    await world.close()
  })

  /** Jobs that another version of the program would add. */
  async function addForeign(count: number): Promise<void> {
    await outbox.addBulk(
      Array.from({ length: count }, (_, i) => ({ name: `foreign-<${i}>`, data: {} })),
    )
    await until(async () => (await queues.parked(0)).count === count, 'the jobs to be parked')
  }

  it('says how the queues and ledgers are, the pace, failures and versions', async () => {
    const [text = ''] = await say(world, admin, '/status')
    expect(text).toContain(`Antrean di ${backend === 'redis' ? 'Redis' : 'Postgres'}`)
    expect(text).toMatch(/· outbox: 0 menunggu, \d berjalan, 0 dijadwalkan, 0 asing/)
    expect(text).toMatch(/· ticks: 0 menunggu, \d berjalan, 1 dijadwalkan, 0 asing/)
    expect(text).toContain('paling banyak 1000 pesan massal per detik')
    expect(text).toContain('tidak ada yang gagal')
    expect(text).toMatch(/Program \d+\.\d+\.\d+ di Node 24\./)
    expect(text).toMatch(/Skema: \d+ migrasi, lengkap/)
    expect(text).toMatch(/Materi [0-9a-f]{8}: \d+ jalur, \d+ pelajaran/)
    expect(text).toMatch(/Postgres \d+/)
    expect(/Redis \d+\.\d+|Valkey/.test(text)).toBe(backend === 'redis')
    expect(findButton(admin, 'Pekerjaan asing (0)')).toBeUndefined()
  })

  it('tells how long what waits has waited, by lane', async () => {
    const { db } = world.app
    const now = world.clock.now().toISOString()
    // Held back as if a worker had them, so that they stay what they are.
    await db.execute(sql`
      insert into outbox (lane, kind, args, chat_id, not_before, not_after, created_at, queued_until)
      select 'nudge', 'note', '{}', 9, ${now}::timestamptz - interval '90 seconds',
        ${now}::timestamptz + interval '1 hour', ${now}::timestamptz - interval '1 day',
        '2100-01-01' from generate_series(1, 2)`)
    await db.execute(sql`
      insert into outbox (lane, kind, args, chat_id, not_after, created_at, state, reason)
      values ('reply', 'note', '{}', 9, ${now}::timestamptz, ${now}::timestamptz, 'failed',
        'the view failed: Siti Rahma 081234567890')`)
    const message = admin.messages().findLast(({ buttons }) => buttons !== undefined)
    admin.press(message?.id ?? 0, 'Lihat lagi')
    const shown = (): string => admin.messages().find(({ id }) => id === message?.id)?.text ?? ''
    await until(() => shown().includes('pengingat'), 'the message to be renewed')
    expect(shown()).toContain('Keluar, pengingat: 2 menunggu, yang terlama 90 dtk')
    expect(shown()).toContain('· 1×: the view failed\n')
    expect(shown()).not.toMatch(/Rahma|0812/)
    await db.execute(sql`delete from outbox where chat_id = 9`)
    await world.idle()
  })

  it('shows what is parked, and drops it when it is said twice', async () => {
    await addForeign(25)
    await say(world, admin, '/status')
    const [parked = ''] = await press(world, admin, 'Pekerjaan asing (25)')
    expect(parked).toContain('25 pekerjaan di antrean bukan milik program ini')
    expect(parked).toMatch(/· outbox: foreign-<\d+>/)
    expect(parked).toContain('dan 5 lagi')
    expect((await press(world, admin, 'Buang semuanya …'))[0]).toContain('tidak dapat diurungkan')
    await press(world, admin, 'Tidak jadi')
    expect((await queues.parked(0)).count).toBe(25)
    await press(world, admin, 'Pekerjaan asing (25)')
    await press(world, admin, 'Buang semuanya …')
    admin.press(findButton(admin, 'Ya, buang')?.id ?? 0, 'Ya, buang')
    const said = (): boolean =>
      admin.messages().some(({ text }) => text.includes('25 pekerjaan asing dibuang'))
    await until(said, 'the admin to be told')
    expect((await queues.parked(0)).count).toBe(0)
    const trail = await rowsOf(
      world.app.db,
      sql`select action, details from audit where action = 'queue.dropped'`,
    )
    expect(trail).toEqual([{ action: 'queue.dropped', details: { count: 25 } }])
  })

  it('the shell leaves the same trail', { timeout: 60_000 }, async () => {
    if (backend === 'redis') return
    await addForeign(2)
    expect((await callInProcess(['queue', 'drop'], env)).code).toBe(0)
    const trail = await rowsOf(
      world.app.db,
      sql`select by_id, details from audit where action = 'queue.dropped' order by id desc limit 1`,
    )
    expect(trail).toEqual([{ by_id: null, details: { count: 2 } }])
  })

  it('says so when the schema is not the program’s', async () => {
    const owner = postgres(env['DATABASE_OWNER_URL'] ?? '', { max: 1 })
    try {
      await owner`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 1)`
      expect((await say(world, admin, '/status'))[0]).toMatch(
        /Skema: \d+ migrasi, program mengenal \d+/,
      )
    } finally {
      await owner`delete from drizzle.__drizzle_migrations where created_at = 1`
      await owner.end()
    }
  })

  it('speaks English, and to admins alone', async () => {
    expect((await say(world, siti, '/status'))[0]).toContain('khusus admin')
    await say(world, admin, '/language')
    await press(world, admin, 'English')
    const [text = ''] = await say(world, admin, '/status')
    expect(text).toContain('State of the system')
    expect(text).toContain('at most 1000 bulk messages a second')
    expect(await slipsIn(world)).toEqual([])
  })
})
