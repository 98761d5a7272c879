import { grantAdmin } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { createPageLinks } from '../../src/web/index.ts'
import { makeCoordinator } from './coordinators.ts'
import { personIdOf, unitWithPeople } from './dashboard.ts'
import { makassar } from './journey-chat.ts'
import { openWorld, type World } from './world.ts'

/** An organisation of a few units, with an admin of all of it and a coordinator of one. */
export interface DashboardScene {
  readonly world: World
  readonly admin: SimulatedPerson
  /** Of the Dinas Kesehatan. */
  readonly coordinator: SimulatedPerson
  /** A link that opens the dashboard once. */
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
    await unitWithPeople(world, { name, parent, people, answered })
  }
  await makeCoordinator(world, coordinator.id, 'Dinas Kesehatan')
  world.clock.moveTo(makassar(11, 25, 10))
  const links = createPageLinks({
    token: '123456:demo',
    publicUrl: undefined,
    host: '127.0.0.1',
    port: world.app.webPort ?? 0,
  })
  return {
    world,
    admin,
    coordinator,
    async link(person) {
      const personId = await personIdOf(world, person)
      const wish = { personId, path: '/dasbor/' }
      return links.urlOf(await links.make(world.app.db, wish, world.clock.now()))
    },
    close: () => world.close(),
  }
}
