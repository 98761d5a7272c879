import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSetting } from '../../src/learning/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { phonePage } from '../../src/simulator/page/routes.ts'
import { inState, later, outcomes, pastUndo } from '../support/announcing.ts'
import { announcingPeople } from '../support/announcing-scene.ts'
import { findButton, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'
import { expectShown, hasChromium, startChromium, type Chromium } from './browser.ts'
import { openPhoneWindow, type AttachedFile, type PhoneWindow } from './phone-window.ts'

const dot = (name: string, mimeType: string): AttachedFile => ({
  name,
  mimeType,
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
})

/** What goes wrong between the command and the sending, on a phone in English. */
describe.runIf(hasChromium())('an announcement that does not go, in the browser', () => {
  let world: World
  let chromium: Chromium
  let people: Record<'ani' | 'budi' | 'citra' | 'dewi', SimulatedPerson>
  let ani: PhoneWindow
  let dewi: PhoneWindow

  beforeAll(async () => {
    world = await openWorld()
    world.simulator.addRoute(await phonePage(world.simulator))
    people = await announcingPeople(world, {
      names: ['ani', 'budi', 'citra', 'dewi'],
      coordinators: ['ani', 'citra', 'dewi'],
      firstId: 2401,
    })
    await say(world, people.ani, '/bahasa')
    await press(world, people.ani, 'English')
    chromium = await startChromium()
    ani = await openPhoneWindow(chromium, world.simulator.url, people.ani)
    dewi = await openPhoneWindow(chromium, world.simulator.url, people.dewi)
  })
  afterAll(async () => {
    await chromium.close()
    await world.close()
  })

  /** Whether the one who only takes part has it; the coordinators may have it to decide on. */
  const arrived = (text: string): boolean => people.budi.messages().some((m) => m.text === text)

  const begin = async (send: () => Promise<void>): Promise<void> => {
    await ani.say('/announce')
    await world.idle()
    await send()
    await world.idle()
  }
  const preview = async (text: string): Promise<void> => {
    await begin(() => ani.say(text))
    await ani.tap('Show the preview')
    await world.idle()
  }

  it('an album of mixed kinds is refused once, and says which go together', async () => {
    await begin(() =>
      ani.attach([dot('foto.png', 'image/png'), dot('surat.pdf', 'application/pdf')]),
    )
    await expectShown(ani.bubble('That album is mixed'))
    expect(await ani.page.locator('.bubble').filter({ hasText: 'is mixed' }).count()).toBe(1)
    await ani.picture('refused-1-mixed')
    await ani.say('cancel')
    await expectShown(ani.bubble('is given up'))
  })

  it('nobody is no audience: it says so, and offers no preview', async () => {
    await begin(() => ani.say('Nobody'))
    await ani.picture('refused-2-audience')
    await ani.tap('Choose roles')
    await expectShown(ani.bubble('Which roles?'))
    await ani.tap('Health')
    await world.idle()
    await ani.tap('Done choosing')
    await world.idle()
    await expectShown(ani.bubble('Who is it for?').getByText('0 people'))
    const offered = people.ani
      .messages()
      .at(-1)
      ?.buttons?.flat()
      .map((one) => one.text)
    expect(offered).not.toContain('Show the preview')
    expect(offered).toContain('Choose roles')
    await ani.picture('refused-3-empty')
    await ani.say('cancel')
    await world.idle()
  })

  it('what was taken out of the chat after the preview stops it, before anybody has it', async () => {
    await preview('Gone before it went')
    await ani.picture('refused-4-preview')
    await ani.page
      .locator('.message.in .bubble')
      .filter({ hasText: 'Gone before it went' })
      .dispatchEvent('contextmenu')
    await ani.page.getByRole('button', { name: 'Hapus', exact: true }).tap()
    await world.idle()
    await ani.tap('Send now')
    await pastUndo(world)
    await inState(world, 'cancelled')
    await expectShown(ani.bubble('no longer in this chat'))
    await ani.picture('refused-5-gone')
    expect(arrived('Gone before it went')).toBe(false)
  })

  it('somebody who joined after the preview is asked about first', async () => {
    await preview('One more by now')
    await world.joined(2405, 'Eka')
    await ani.tap('Send now')
    await world.idle()
    await expectShown(ani.bubble('has changed since the last preview'))
    await ani.picture('refused-6-changed')
    expect(arrived('One more by now')).toBe(false)
    await ani.say('cancel')
    await world.idle()
  })

  it('of two who press at once, one decides, and the other is told', async () => {
    await writeSetting(world.app.db, 'announcement.second', 1, world.clock.now())
    await preview('For two to decide')
    await ani.picture('refused-7-needs-second')
    await ani.tap('Send now')
    await world.idle()
    await ani.picture('refused-8-awaiting')
    await expectShown(dewi.bubble('ingin mengumumkan itu'))
    await dewi.picture('refused-9-approval')
    const asked = findButton(people.citra, 'Setujui')
    people.citra.press(asked?.id ?? 0, 'Setujui')
    await dewi.tap('Setujui')
    await world.idle()
    await dewi.picture('refused-10-decided')
    const last = [people.citra, people.dewi].map((one) => one.messages().at(-1)?.text ?? '')
    expect(last.filter((text) => text.includes('sudah diputuskan'))).toHaveLength(1)
    await pastUndo(world)
    await inState(world, 'done')
    expect((await outcomes(world)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('sent'))
    await ani.picture('refused-11-approved')
  })

  it('a wizard that was left for a day ends in a word', async () => {
    await writeSetting(world.app.db, 'announcement.second', 500, world.clock.now())
    await preview('Left for a day')
    await later(world, 25 * 3600_000)
    await ani.page.getByRole('button', { name: 'Send now', exact: true }).last().tap()
    await expectShown(ani.bubble('left for more than a day'))
    await ani.picture('refused-12-left')
    expect(arrived('Left for a day')).toBe(false)
  })

  it('whoever coordinates no longer in the middle of it sends nothing', async () => {
    await preview('Without the role')
    await world.app.db.execute(sql`
      delete from roles where person_id = (select id from people where telegram_id = 2401)`)
    await ani.tap('Send now')
    await expectShown(ani.bubble('for coordinators and admins'))
    await ani.picture('refused-13-removed')
    await later(world, 60_000)
    expect(arrived('Without the role')).toBe(false)
  })

  it('left no slip on any phone, and the page had nothing to complain of', async () => {
    expect(await slipsIn(world)).toEqual([])
    for (const phone of [ani, dewi]) expect([phone.complaints, phone.foreign]).toEqual([[], []])
  })
})
