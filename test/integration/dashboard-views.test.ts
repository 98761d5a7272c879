import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantAdmin } from '../../src/people/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import type { Start, View } from '../../src/web/dashboard/contract.ts'
import { askDashboard, personIdOf, unitWithPeople } from '../support/dashboard.ts'
import { makassar } from '../support/journey-chat.ts'
import { openWorld, type World } from '../support/world.ts'

describe('the views of the dashboard', () => {
  let world: World
  let admin: SimulatedPerson
  let coordinator: SimulatedPerson
  let health = ''
  let social = ''

  beforeAll(async () => {
    world = await openWorld()
    admin = await world.joined(9701, 'Ahmad')
    coordinator = await world.joined(9702, 'Kartini')
    await grantAdmin(world.app.db, await personIdOf(world, admin), world.clock.now())
    const root = 'Pemerintah Kabupaten Contoh'
    health = await unitWithPeople(world, { name: 'Dinas Kesehatan', parent: root, people: 6, answered: 3 })
    await unitWithPeople(world, { name: 'Puskesmas Turikale', parent: 'Dinas Kesehatan', people: 8, answered: 8 })
    await unitWithPeople(world, { name: 'Puskesmas Mandai', parent: 'Dinas Kesehatan', people: 3, answered: 0 })
    social = await unitWithPeople(world, { name: 'Dinas Sosial', parent: root, people: 5, answered: 0 })
    await world.app.db.execute(sql`
      insert into roles (person_id, role, unit_id, granted_at)
      values (${await personIdOf(world, coordinator)}, 'coordinator', ${health},
        ${world.clock.now().toISOString()})`)
    world.clock.moveTo(makassar(11, 25, 10))
  })
  afterAll(() => world.close())

  async function view(as: SimulatedPerson, path: string): Promise<View> {
    const answer = await askDashboard(world, as, `data/${path}`)
    expect([path, answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([path, 200, ''])
    return (await answer.json()) as View
  }

  it('begins with who looks, and what there is to look at', async () => {
    const start = (await (await askDashboard(world, admin, 'data/start')).json()) as Start
    expect(start).toMatchObject({
      name: 'Ahmad',
      locale: 'id',
      organisation: 'Pemerintah Kabupaten Contoh',
      today: '2026-11-25',
    })
    expect(start.units.map(({ name }) => name)).toEqual([
      'Pemerintah Kabupaten Contoh',
      'Dinas Kesehatan',
      'Puskesmas Mandai',
      'Puskesmas Turikale',
      'Dinas Sosial',
    ])
    const own = (await (await askDashboard(world, coordinator, 'data/start')).json()) as Start
    expect(own.units.map(({ name, parentId }) => [name, parentId])).toEqual([
      ['Dinas Kesehatan', null],
      ['Puskesmas Mandai', health],
      ['Puskesmas Turikale', health],
    ])
    expect(own.views.map(({ name }) => name)).not.toContain('questions')
  })

  it('shows the overview', async () => {
    const all = await view(admin, 'overview')
    expect(all.facts).not.toEqual([])
  })
})
