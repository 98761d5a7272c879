import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SimulatedGroup, SimulatedPerson } from '../../src/simulator/index.ts'
import { countJoined, forge, row } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { openWorld, type World } from '../support/world.ts'

describe('in a group', () => {
  let world: World
  let budi: SimulatedPerson
  beforeAll(async () => {
    world = await openWorld()
    budi = await world.joined(5001, 'Budi')
  })
  afterAll(() => world.close())

  function groupWith(title: string, type: 'group' | 'supergroup'): SimulatedGroup {
    const group = world.simulator.group({ title, type })
    group.join(budi.id)
    return group
  }
  const linesOf = (group: SimulatedGroup): string[] =>
    group
      .messages(budi.id)
      .filter((message) => message.fromBot && message.text !== '')
      .map((message) => message.text)

  it.each(['group', 'supergroup'] as const)('says one line and leaves: %s', async (type) => {
    const group = groupWith('Bappeda', type)
    group.addBot(budi.id)
    await world.idle()
    expect(linesOf(group)).toEqual([expect.stringContaining(`@${world.app.botUsername}`)])
    expect(group.botStatus).toBe('left')
    expect(group.messages(budi.id).filter((message) => message.fromBot)[0]?.silent).toBe(true)
  })

  it('hears nothing there: no command, no code, nobody joins', async () => {
    const before = await countJoined(world)
    const private_ = budi.messages().length
    const stranger = world.simulator.person({ id: 5002, firstName: 'Tamu' })
    const group = groupWith('Ramai', 'supergroup')
    group.join(stranger.id)
    group.addBot(budi.id)
    group.sendText(budi.id, '/materi')
    group.sendText(budi.id, `/jeda@${world.app.botUsername} 3`)
    group.sendText(stranger.id, `/start ${await world.invite()}`)
    await world.idle()
    expect(linesOf(group)).toHaveLength(1)
    expect(await countJoined(world)).toEqual(before)
    expect(budi.messages()).toHaveLength(private_)
    expect(await row(world, sql`select paused from people`)).toEqual({ paused: false })
  })

  it('says its line once, also when it is made an administrator at once', async () => {
    const group = groupWith('Terhormat', 'supergroup')
    group.addBot(budi.id)
    group.promoteBot(budi.id)
    await world.idle()
    expect(linesOf(group)).toHaveLength(1)
    expect(group.botStatus).toBe('left')
  })

  it('is invited again: says it again, and leaves again', async () => {
    const group = groupWith('Gigih', 'group')
    for (let i = 1; i <= 2; i++) {
      group.addBot(budi.id)
      await world.idle()
      expect(linesOf(group)).toHaveLength(i)
      expect(group.botStatus).toBe('left')
    }
  })

  it('is thrown out before it said anything: stays silent, and nobody becomes unreachable', async () => {
    const group = groupWith('Cepat', 'group')
    group.addBot(budi.id)
    group.removeBot(budi.id)
    await world.idle()
    expect(await row(world, sql`select unreachable_since from people`)).toEqual({
      unreachable_since: null,
    })
  })

  it('passes over channels and updates of kinds that nobody knows', async () => {
    const chat = { id: -1_009_999, type: 'channel', title: 'Kanal' }
    const before = world.simulator.ledger.accepted
    await forge(world, { channel_post: { message_id: 1, date: 1, chat, text: '/start' } })
    await forge(world, { something_new: { from: { id: budi.id }, text: '/materi' } })
    await forge(world, { message: { message_id: 1, date: 1, chat, text: '/materi' } })
    expect(world.simulator.ledger.accepted).toBe(before)
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
