import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makassar, open, press, say } from '../support/journey-chat.ts'
import { slipsIn } from '../support/journey-sane.ts'
import { answer, readCatalogue } from '../support/quiz.ts'
import { openWorld, type World } from '../support/world.ts'

/** What reached a chat, day by day: S with a sound, . without. */
function soundsOf(world: World, person: SimulatedPerson): Record<string, string> {
  const days: Record<string, string> = {}
  for (const entry of world.simulator.ledger.entries({ chatId: person.id, sent: true })) {
    const day = new Date(entry.at + 8 * 3600_000).toISOString().slice(0, 10)
    days[day] = (days[day] ?? '') + (entry.silent ? '.' : 'S')
  }
  return days
}

describe('only the first message of a day makes a sound', () => {
  let world: World
  let catalogue: Catalogue
  let people: SimulatedPerson[]
  beforeAll(async () => {
    catalogue = await readCatalogue()
    world = await openWorld()
    const [diligent, never, asking, fiddling, skipping] = [
      await world.joined(1401, 'Rajin'),
      await world.joined(1402, 'Absen'),
      await world.joined(1403, 'Tanya'),
      await world.joined(1404, 'Atur'),
      await world.joined(1405, 'Lewat'),
    ]
    const guest = world.simulator.person({ id: 1406, firstName: 'Tamu' })
    people = [diligent, never, asking, fiddling, skipping, guest]
    await say(world, fiddling, '/jadwal')
    for (const day of [24, 25, 26, 27, 28, 29, 30]) {
      await world.advance(makassar(11, day, 7, 30))
      await open(world, guest)
      await open(world, guest, 'AAAAAAAAAAAAAAAAAAAAAA')
      await say(world, asking, '/progres')
      await say(world, asking, '/materi')
      // Changes an old message, and makes no sound.
      await press(world, fiddling, day % 2 === 0 ? '10.00' : '13.00')
      await world.advance(makassar(11, day, 13, 1))
      if (day < 28) {
        answer(catalogue, diligent, true)
        await press(world, skipping, 'Lewati pelajaran ini')
      }
      await world.advance(makassar(11, day, 20))
      await say(world, fiddling, '/jadwal')
      await say(world, diligent, '/bantuan')
    }
  })
  afterAll(() => world.close())

  it.each([
    [0, 'who answers each day'],
    [1, 'who never answers'],
    [2, 'who asks early in the morning'],
    [3, 'who presses an old button first thing'],
    [4, 'who skips'],
    [5, 'who has not joined'],
  ])('%i: %s', (index) => {
    const person = people[index]
    if (person === undefined) throw new Error('nobody')
    const sounds = soundsOf(world, person)
    expect(Object.keys(sounds).length).toBeGreaterThan(3)
    for (const [day, sound] of Object.entries(sounds)) {
      expect([day, sound]).toEqual([day, expect.stringMatching(/^S\.*$/)])
    }
  })

  it('leaves no slip on any phone and no failed update', async () => {
    expect(await slipsIn(world)).toEqual([])
  })
})
