import { sql } from 'drizzle-orm'
import readSheets from 'read-excel-file/node'
import { addUnit, importRoster, rosterNip } from '../../src/people/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { makeAdmin, makeCoordinator, placeIn } from './coordinators.ts'
import { contentOf } from './file-on-phone.ts'
import { answer, readCatalogue } from './quiz.ts'
import { until } from './until.ts'
import { openWorld, type backends, type World } from './world.ts'

const SECRET = 'a secret of the organisation, long enough'

/** It stands on the roster, of somebody who has not joined. */
export const NIP = '198502282010012003'

export type Sheets = Record<string, readonly (readonly unknown[])[]>

export interface ExportScene {
  readonly world: World
  readonly admin: SimulatedPerson
  /** Of the one unit that has people. */
  readonly coordinator: SimulatedPerson
  /** Asks for that export, and waits for its file. */
  exported(person: SimulatedPerson, wish: string): Promise<Buffer>
}

/** An organisation with something in every table of an export. */
export async function exportScene(backend?: (typeof backends)[number]): Promise<ExportScene> {
  const world = await openWorld({
    ...(backend === undefined ? {} : { backend }),
    env: { DATA_SECRET: SECRET, PUBLIC_URL: 'https://belajar.example' },
  })
  const { db } = world.app
  const now = world.clock.now()
  const unit = await addUnit(db, { name: 'Dinas Contoh', now })
  const admin = await world.joined(101, 'Ani')
  const coordinator = await world.joined(102, 'Koko')
  const learner = await world.joined(103, 'Budi')
  await world.joined(104, '=HYPERLINK("http://x")')
  await world.joined(105, 'Pemimpin')
  for (const id of [103, 104, 105]) await placeIn(world, id, 'Dinas Contoh')
  await db.execute(sql`update people set job_role = 'pimpinan' where telegram_id = 105`)
  await makeAdmin(world, 101)
  await makeCoordinator(world, 102, 'Dinas Contoh')
  answer(await readCatalogue(), learner, true)
  await world.idle()
  await db.transaction((tx) =>
    importRoster(
      tx,
      [
        { line: 2, name: 'Budi', unitId: unit.id, jobRole: null, phone: null },
        {
          line: 3,
          name: 'Belum Datang',
          unitId: unit.id,
          jobRole: null,
          phone: null,
          nip: rosterNip(SECRET, NIP),
        },
      ],
      now,
    ),
  )
  await db.execute(sql`
      insert into certificates (person_id, track_id, number, year, serial, issued_at)
      select id, 'fondasi', '0001/UJI/2026', 2026, 1, ${now.toISOString()}::timestamptz
      from people where telegram_id = 103`)
  await db.execute(sql`
      insert into certificate_sheets (certificate_id, revision, code, name, unit, title_id, title_en,
        completed_on, issued_on, printed_on, letterhead)
      select id, 1, 'x', 'Budi, S.Pd.', 'Dinas Contoh', 'Fondasi', 'Foundations', '2026-11-20',
        '2026-11-23', '2026-11-23', '{}'::jsonb from certificates`)

  const exported = async (person: SimulatedPerson, wish: string): Promise<Buffer> => {
    const before = documents(person).length
    person.sendText(`/ekspor ${wish}`)
    await until(() => documents(person).length > before, 'the file')
    await world.idle()
    return newestFile(world, person)
  }
  return { world, admin, coordinator, exported }
}

export function documents(person: SimulatedPerson): PhoneMessage[] {
  return person.messages().filter(({ fromBot, media }) => fromBot && media?.kind === 'document')
}

export function said(person: SimulatedPerson): string {
  return person.messages().findLast(({ fromBot }) => fromBot)?.text ?? ''
}

export async function newestFile(world: World, person: SimulatedPerson): Promise<Buffer> {
  const message = documents(person).at(-1)
  if (message === undefined) throw new Error('There is no file')
  return contentOf(world, message)
}

/** Read by a library that has nothing in common with what writes. */
export async function sheetsOf(bytes: Buffer): Promise<Sheets> {
  const sheets = await readSheets(bytes)
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
}
