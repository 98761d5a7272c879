import { grantAdmin } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { makeCoordinator } from './coordinators.ts'
import { personIdOf } from './dashboard.ts'
import { makassar, say } from './journey-chat.ts'
import { openWorld, type World } from './world.ts'
import { addCrowd } from './stats-crowd.ts'

/** An organisation of a few units, with an admin of all of it and a coordinator of one. */
export interface DashboardScene {
  readonly world: World
  readonly admin: SimulatedPerson
  /** Of the Dinas Kesehatan. */
  readonly coordinator: SimulatedPerson
  /** What `/dasbor` answers: a link that opens the dashboard once. */
  link(person: SimulatedPerson): Promise<string>
  close(): Promise<void>
}

export async function openDashboardScene(): Promise<DashboardScene> {
  const world = await openWorld()
  const admin = await world.joined(9701, 'Ahmad')
  const coordinator = await world.joined(9702, 'Kartini')
  await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
  const root = 'Pemerintah Kabupaten Contoh'
  for (const [name, parent, people, answered] of [
    ['Dinas Kesehatan', root, 6, 3],
    ['Puskesmas Turikale', 'Dinas Kesehatan', 18, 17],
    ['Puskesmas Mandai', 'Dinas Kesehatan', 11, 5],
    ['Dinas Pendidikan dan Kebudayaan', root, 64, 58],
    ['Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', root, 24, 24],
    ['Dinas Sosial', root, 9, 2],
    ['Kecamatan Bukit Indah', root, 3, 1],
  ] as const) {
    await addCrowd(world, { name, parent, people, answered })
  }
  await makeCoordinator(world, coordinator.id, 'Dinas Kesehatan')
  world.clock.moveTo(makassar(11, 25, 10))
  return {
    world,
    admin,
    coordinator,
    async link(person) {
      const [text = ''] = await say(world, person, '/dasbor')
      return /http:\S+/.exec(text)?.[0] ?? ''
    },
    close: () => world.close(),
  }
}
