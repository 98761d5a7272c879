import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRootUnit, grantAdmin } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import type { Start } from '../../src/web/dashboard/contract.ts'
import { coordinate, personIdOf } from '../support/dashboard.ts'
import { during, press, row, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

describe('/dasbor', () => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let participant: SimulatedPerson

  async function open(env: Record<string, string>): Promise<void> {
    world = await openWorld({ env })
    admin = await world.joined(9801, 'Ahmad')
    coordinator = await world.joined(9802, 'Kartini')
    participant = await world.joined(9803, 'Siti')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    const root = await findRootUnit(world.app.db)
    await coordinate(world, coordinator, root?.id ?? '')
  }

  async function shown(person: SimulatedPerson, text: string): Promise<PhoneMessage> {
    const [message] = await during(world, person, () => person.sendText(text))
    if (message === undefined) throw new Error('nothing came')
    return message
  }

  const linkIn = ({ text }: PhoneMessage): URL => new URL(/https?:\S+/.exec(text)?.[0] ?? '')

  /** What the dashboard says to whoever opens the link. */
  async function openLink(link: URL): Promise<{ status: number; start?: Start; at?: string }> {
    const base = `http://127.0.0.1:${world.app.webPort}`
    const opened = await fetch(`${base}${link.pathname}`, { method: 'POST', redirect: 'manual' })
    const cookie = opened.headers.get('set-cookie')?.split(';')[0]
    if (cookie === undefined) return { status: opened.status }
    const start = await fetch(`${base}/dasbor/data/start`, { headers: { cookie } })
    const at = new URL(opened.headers.get('location') ?? '', link).pathname
    return { status: start.status, start: (await start.json()) as Start, at }
  }

  describe('where the server has no public address', () => {
    beforeAll(() => open({}))
    afterAll(() => world.close())

    it('gives coordinators and admins a link that works once, and says what is lacking', async () => {
      for (const [person, name] of [
        [admin, 'Ahmad'],
        [coordinator, 'Kartini'],
      ] as const) {
        const message = await shown(person, '/dasbor')
        expect(message.text).toContain('PUBLIC_URL) belum diisi')
        expect(message.buttons).toBeUndefined()
        const link = linkIn(message)
        const opened = await openLink(link)
        expect(opened).toMatchObject({ status: 200, at: '/dasbor/', start: { name } })
        expect(await openLink(link)).toEqual({ status: 410 })
      }
    })

    it('is found under /bantuan and by its English name', async () => {
      await say(world, coordinator, '/bantuan')
      const [pressed = ''] = await press(world, coordinator, 'Dasbor')
      expect(pressed).toContain('/masuk/')
      expect((await shown(coordinator, '/dashboard')).text).toContain('Dasbor')
      await world.app.db.execute(sql`update people set locale = 'en' where telegram_id = 9802`)
      const english = await shown(coordinator, '/dashboard')
      await world.app.db.execute(sql`update people set locale = 'id' where telegram_id = 9802`)
      expect(english.text).toContain('The figures of your units on one page')
      expect(english.text).toContain('PUBLIC_URL) is not set')
    })

    it('is for nobody else', async () => {
      expect((await shown(participant, '/dasbor')).text).toContain('khusus koordinator')
      const links = await row<{ n: number }>(
        world,
        sql`select count(*)::int as n from web_links where person_id = ${await personIdOf(world, participant)}`,
      )
      expect(links.n).toBe(0)
    })

    it('leaves in the trail who asked for it', async () => {
      const by = await personIdOf(world, coordinator)
      const asked = async (): Promise<number> => {
        const kept = await row<{ n: number }>(
          world,
          sql`select count(*)::int as n from audit where action = 'web.link' and by_id = ${by}`,
        )
        return kept.n
      }
      const before = await asked()
      await shown(coordinator, '/dasbor')
      expect(await asked()).toBe(before + 1)
      expect(await slipsIn(world)).toEqual([])
    })
  })

  describe('where it has one with https', () => {
    beforeAll(() => open({ PUBLIC_URL: 'https://belajar.example/' }))
    afterAll(() => world.close())

    it('opens within Telegram too', async () => {
      const message = await shown(admin, '/dasbor')
      expect(message.buttons).toEqual([
        [{ text: 'Buka dasbor', web_app: { url: 'https://belajar.example/dasbor/' } }],
      ])
      expect(message.text).not.toContain('PUBLIC_URL')
      expect(linkIn(message).origin).toBe('https://belajar.example')
    })
  })

  describe('where it has one without', () => {
    beforeAll(() => open({ PUBLIC_URL: 'http://belajar.example' }))
    afterAll(() => world.close())

    it('says why Telegram does not open it', async () => {
      const message = await shown(admin, '/dasbor')
      expect(message.buttons).toBeUndefined()
      expect(message.text).toContain('Telegram hanya membuka halaman dengan https')
      expect(linkIn(message).origin).toBe('http://belajar.example')
    })
  })
})
