import { sql } from 'drizzle-orm'
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspectBackup } from '../../src/backups/index.ts'
import { grantAdmin } from '../../src/people/index.ts'
import { rowsOf, withDatabase } from '../../src/platform/db/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { row, say } from '../support/journey-chat.ts'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

/** 02.30 in Makassar is 18.30 in UTC of the day before. */
const NIGHT = '18:31:00Z'

describe('the backups of the nights', () => {
  let world: World
  let base: string
  let folder: string
  let admin: SimulatedPerson
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'sedikit-nights-'))
    folder = join(base, 'backups')
    world = await openWorld({ env: { BACKUP_FOLDER: folder, BACKUP_KEEP: '2' } })
    admin = await world.joined(7400, 'Ahmad')
    const who = sql`select id from people where telegram_id = 7400`
    const { id } = await row<{ id: string }>(world, who)
    await grantAdmin(world.app.db, id, world.clock.now())
  })
  afterAll(async () => {
    await world.close()
    await rm(base, { recursive: true, force: true })
  })

  const tries = (): Promise<{ file: string | null; error: string | null }[]> =>
    rowsOf(world.app.db, sql`select file, error from backups order by id`)

  /** Lets it be that moment, and waits for what comes of it. */
  async function triedAt(moment: string): Promise<{ file: string | null; error: string | null }> {
    const before = (await tries()).length
    world.clock.moveTo(new Date(moment))
    await world.app.tick()
    await until(async () => (await tries()).length > before, 'a try')
    await world.idle()
    return (await tries()).at(-1) ?? { file: null, error: null }
  }

  const told = (words: string): number =>
    admin.messages().filter(({ text }) => text?.includes(words)).length

  it('the first is made at the start, since none was made in its night; the next in its own', async () => {
    await until(async () => (await tries()).length > 0, 'the first')
    const [first] = await tries()
    expect(first?.file).toBe('sedikit-20261123-013000-nightly.tar')
    expect((await inspectBackup(join(folder, first?.file ?? ''))).head.inUse).toBe(true)
    expect((await say(world, admin, '/status'))[0]).toMatch(
      /Cadangan terakhir: \d+ dtk yang lalu, \d+\.\d MB/,
    )
    expect((await triedAt(`2026-11-23T${NIGHT}`)).file).toBe('sedikit-20261123-183100-nightly.tar')
    expect(await tries()).toHaveLength(2)
  })

  it('a night without one is nobody’s news; after two the admin is told once, and when it works again', async () => {
    await rename(folder, join(base, 'away'))
    await writeFile(folder, 'a file in the way')
    const failed = await triedAt(`2026-11-24T${NIGHT}`)
    expect(failed).toEqual({ file: null, error: expect.stringContaining('No backup was made in') })
    // Not again within the hour; then again, for the same night.
    await world.app.tick()
    const count = (await tries()).length
    await triedAt('2026-11-24T19:32:00Z')
    expect(await tries()).toHaveLength(count + 1)
    expect(told('tidak tercadangkan')).toBe(0)

    await triedAt(`2026-11-25T${NIGHT}`)
    await until(() => told('tidak tercadangkan') === 1, 'the word to the admin')
    expect(admin.messages().at(-1)?.text).toContain('Sudah 2 malam data tidak tercadangkan')
    await triedAt('2026-11-25T19:32:00Z')
    expect(told('tidak tercadangkan')).toBe(1)
    expect((await say(world, admin, '/status'))[0]).toContain('Setelah itu gagal 2 malam')

    await rm(folder)
    await rename(join(base, 'away'), folder)
    expect((await triedAt('2026-11-25T20:33:00Z')).error).toBeNull()
    await until(() => told('sudah berjalan lagi') === 1, 'the good word')
    await triedAt(`2026-11-27T${NIGHT}`)
    expect(told('sudah berjalan lagi')).toBe(1)
    expect(await readdir(folder)).toHaveLength(2)
  })

  it('one is made where the rest of what time brings about fails, whatever is wrong with it', async () => {
    const rename = (from: string, to: string) =>
      withDatabase(world.app.ownerUrl, (owner) =>
        owner.execute(sql.raw(`alter table ${from} rename to ${to}`)),
      )
    const before = (await tries()).length
    await rename('takeovers', 'takeovers_away')
    try {
      world.clock.moveTo(new Date(`2026-11-28T${NIGHT}`))
      await expect(world.app.tick()).rejects.toThrow('takeovers')
      await until(async () => (await tries()).length > before, 'a backup')
      expect((await tries()).at(-1)?.file).toBe('sedikit-20261128-183100-nightly.tar')
    } finally {
      await rename('takeovers_away', 'takeovers')
    }
  })

  it('several processes make one, and only the newest are kept', async () => {
    const other = await world.startApp()
    const before = (await tries()).length
    world.clock.moveTo(new Date(`2026-11-29T${NIGHT}`))
    await Promise.all([world.app.tick(), other.tick()])
    await until(async () => (await tries()).length > before, 'a backup')
    await Promise.all([world.app.tick(), other.tick()])
    await other.stop()
    expect(await tries()).toHaveLength(before + 1)
    expect((await readdir(folder)).toSorted()).toEqual([
      'sedikit-20261128-183100-nightly.tar',
      'sedikit-20261129-183100-nightly.tar',
    ])
  })
})
