import { sql } from 'drizzle-orm'
import { rowsOf } from '../../../src/platform/db/index.ts'
import { row } from '../../support/journey-chat.ts'
import { roleScene, telegramIds } from '../../support/role-scene.ts'
import { openWorld, type World } from '../../support/world.ts'
import { castOf, ordinary, participants, withRoles } from './cast.ts'
import {
  expectNothingRuled,
  expectOwnChats,
  expectRuledByRole,
  expectWhole,
  FIRST_ID,
  look,
} from './promises.ts'
import { feed, type Fed } from './rig.ts'

/** Of the updates so many come from people without a role, before anybody with one sends any. */
const ORDINARY_SHARE = 0.6

/**
 * Feeds so many updates to the bot and looks whether what was promised holds: first those of people
 * who may do nothing beyond learning, then those of everybody.
 *
 * @returns what was counted, in words
 */
export async function fuzz({
  count,
  seed,
}: {
  readonly count: number
  readonly seed: number
}): Promise<string> {
  const world = await openWorld()
  try {
    const { target } = await roleScene(world)
    const polls = await rowsOf<{ id: string }>(
      world.app.db,
      sql`select poll_id as id from outbox_attempts where poll_id is not null`,
    )
    const cast = (senders: readonly number[], often: readonly number[]) =>
      castOf(target, { senders, often, polls: polls.map(({ id }) => id) })
    const first = Math.round(count * ORDINARY_SHARE)
    const fed: Fed[] = []

    const before = await look(world)
    fed.push(
      await feed(world, cast(ordinary, participants), { count: first, seed, firstId: FIRST_ID }),
    )
    await expectWhole(world, fed)
    await expectNothingRuled(world, before)
    await expectOwnChats(world, before, known)

    const between = await look(world)
    const elsewhereUnit = await otherUnit(world)
    const rest = { count: count - first, seed: seed + first, firstId: FIRST_ID + first }
    fed.push(await feed(world, cast([...ordinary, ...withRoles], withRoles), rest))
    await expectWhole(world, fed)
    await expectRuledByRole(world, between, {
      elsewhere: telegramIds.elsewhere,
      elsewhereUnit,
    })
    await expectOwnChats(world, between, known)
    return await summaryOf(world, fed, { count, seed })
  } finally {
    await world.close()
  }
}

/** Accounts that may be anybody's: those that send, and the one that a spoilt update may make up. */
const known = [...ordinary, ...withRoles, Number.MAX_SAFE_INTEGER]

async function otherUnit(world: World): Promise<string> {
  const unit = await row<{ id: string }>(
    world,
    sql`select r.unit_id::text as id from roles r join people p on p.id = r.person_id
      where p.telegram_id = ${telegramIds.elsewhere}`,
  )
  return unit.id
}

async function summaryOf(
  world: World,
  fed: readonly Fed[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Promise<string> {
  const counts = await row<Record<string, number>>(
    world,
    sql`select count(*)::int as stored,
      count(*) filter (where state = 'handled')::int as handled,
      count(*) filter (where state = 'passed')::int as passed,
      count(*) filter (where state = 'parked')::int as parked,
      (select count(*)::int from outbox) as answers,
      (select count(*)::int from people) as people,
      (select count(*)::int from audit) as audited
      from inbox where bot_id = 777`,
  )
  const kinds: Record<string, number> = {}
  for (const one of fed) {
    for (const [kind, n] of Object.entries(one.kinds)) kinds[kind] = (kinds[kind] ?? 0) + n
  }
  const malformed = fed.flatMap(({ said }) => Object.values(said)).reduce((sum, n) => sum + n, 0)
  const told = Object.entries({ ...counts, malformed }).map(([name, n]) => `${name} ${n}`)
  const byKind = Object.entries(kinds)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, n]) => `${kind} ${n}`)
  return [
    `${count} updates, seed ${seed}`,
    told.join(', '),
    `kinds: ${byKind.slice(0, 24).join(', ')}`,
  ].join('\n')
}
