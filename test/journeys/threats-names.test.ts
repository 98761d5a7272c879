import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addUnit, grantAdmin } from '../../src/people/index.ts'
import { rowsOf } from '../../src/platform/db/index.ts'
import { createLogger } from '../../src/platform/logger.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { personIdOf } from '../support/dashboard.ts'
import { failedUpdates, row, say } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'

/** Names as no decent person has them: markup, formulas, lines, colours, statements, paths. */
const NAMES = [
  '<b>Tebal</b> & <script>',
  `Budi'; drop table people; --`,
  '=HYPERLINK("http://x")',
  'Dua\r\nBaris',
  '\u001B[31mMerah\u001B[0m',
  '../../etc/passwd',
  '{ $name } %s ${1}',
  '\u202EKanan\u202C',
]

describe('names and words that are meant to do harm', () => {
  let world: World
  let admin: SimulatedPerson
  const logged: string[] = []
  beforeAll(async () => {
    const log = createLogger('debug', { write: (line) => logged.push(line) })
    world = await openWorld({ app: { log } })
    admin = await world.joined(8000, 'Ahmad')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    for (const [n, name] of NAMES.entries()) {
      const unit = await addUnit(world.app.db, { name: `Unit ${name}`, now: world.clock.now() })
      const person = await world.joined(8001 + n, name)
      await world.app.db.execute(
        sql`update people set unit_id = ${unit.id} where telegram_id = ${person.id}`,
      )
    }
  })
  afterAll(() => world.close())

  const count = async (): Promise<number> =>
    (await row<{ n: number }>(world, sql`select count(*)::int as n from people`)).n

  it('are shown as they are, wherever somebody is named', async () => {
    for (const command of ['/peserta', '/unit', '/statistik unit', '/belum_selesai', '/undang']) {
      expect([command, (await say(world, admin, command)).length > 0]).toEqual([command, true])
    }
    const shown = admin
      .messages()
      .flatMap(({ text, buttons = [] }) => [text, ...buttons.flat().map((button) => button.text)])
    expect(shown.some((text) => text.includes('<b>Tebal</b> & <script>'))).toBe(true)
    // As words and not as marks: nothing of it came to be bold.
    const marked = admin
      .messages()
      .flatMap(({ text, entities }) =>
        entities.map(({ offset, length }) => text.slice(offset, offset + length)),
      )
    expect(marked.filter((text) => text === 'Tebal')).toEqual([])
  })

  it.each([
    '/peserta',
    '/cari',
    '/tanya',
    '/statistik unit',
    '/unit',
    '/jeda',
    '/jadwal',
    '/ekspor',
  ])('are words to look for, and no statement: %s', async (command) => {
    const before = await count()
    for (const name of NAMES) {
      const answers = await say(world, admin, `${command} ${name}`)
      expect([name, answers.length > 0]).toEqual([name, true])
      await say(world, admin, 'batal')
    }
    expect(await count()).toBe(before)
  })

  it('break no message, no update and no line of the log', async () => {
    const broken = await rowsOf(
      world.app.db,
      sql`select kind, reason from outbox where state = 'failed'
        union all select outcome, error from outbox_attempts where outcome <> 'ok'`,
    )
    expect(broken).toEqual([])
    expect(await failedUpdates(world)).toEqual([])
    for (const line of logged) expect(line.trimEnd()).not.toMatch(/\p{Cc}/u)
  })
})
