import { sql, type SQL } from 'drizzle-orm'
import { expect } from 'vitest'
import { rowsOf } from '../../../src/platform/db/index.ts'
import { row } from '../../support/journey-chat.ts'
import type { World } from '../../support/world.ts'
import type { Fed } from './rig.ts'

/** What people do with their own data; the rest of the trail is what is done to others. */
const OWN_DEEDS = ['data.erased', 'data.restricted', 'data.released', 'data.withdrawn']

/** What nobody without a role may change, as a digest. */
const RULED = [
  'roles',
  'role_changes',
  'units',
  'announcements',
  'settings',
  'calendars',
  'unit_calendars',
  'calendar_days',
  'ramadans',
  'roster_removals',
  'roster_imports',
  'exports',
  'web_links',
]

const ruled = sql`
  select md5(concat(
    ${sql.raw(RULED.map((name) => `(select json_agg(x order by x::text) from ${name} x)`).join())},
    (select json_agg(x order by x::text) from (
      select id, grants, unit_id, max_uses, expires_at, revoked_at from invites) x),
    (select json_agg(x order by x::text) from (
      select id, name, unit_id, nip_hash from roster_places) x))) as digest`

export interface Before {
  readonly ruled: unknown
  readonly audited: number
  readonly outbox: number
  readonly people: number
  readonly uses: number
  readonly roleHolders: readonly string[]
}

export async function look(world: World): Promise<Before> {
  const [digest] = await rowsOf(world.app.db, ruled)
  const counts = await row<{ audited: number; outbox: number; people: number; uses: number }>(
    world,
    sql`select (select coalesce(max(id), 0)::int from audit) as audited,
      (select coalesce(max(id), 0)::int from outbox) as outbox,
      (select count(*)::int from people) as people,
      (select coalesce(sum(uses), 0)::int from invites) as uses`,
  )
  const holders = await list(world, sql`select distinct person_id::text as one from roles`)
  return { ruled: digest?.['digest'], ...counts, roleHolders: holders }
}

async function list(world: World, query: SQL): Promise<string[]> {
  return (await rowsOf<{ one: string }>(world.app.db, query)).map(({ one }) => one)
}

/** Nothing broke, and everything that came was dealt with once. */
export async function expectWhole(world: World, fed: readonly Fed[]): Promise<void> {
  expect(fed.flatMap(({ unhandled }) => unhandled)).toEqual([])
  const words = new Set(fed.flatMap(({ said }) => Object.keys(said)))
  // What is passed over is said; what fails is not to be.
  words.delete('an update was passed over: Telegram sends none such')
  expect([...words]).toEqual([])
  const inbox = await row<{ stored: number; open: number; bodies: number }>(
    world,
    sql`select count(*)::int as stored,
      count(*) filter (where state not in ('handled', 'passed'))::int as open,
      count(body)::int as bodies
      from inbox where update_id >= ${FIRST_ID} or update_id < 0`,
  )
  expect(inbox).toEqual({
    stored: fed.reduce((sum, one) => sum + one.stored, 0),
    open: 0,
    bodies: 0,
  })
}

/** Numbers of the updates that are fed; those of the simulated phones before are smaller. */
export const FIRST_ID = 600_000_000

/** Whoever is written to is written to in the chat that is theirs, and nobody is made up. */
export async function expectOwnChats(
  world: World,
  before: Before,
  senders: readonly number[],
): Promise<void> {
  const foreign = await rowsOf(
    world.app.db,
    sql`select o.id, o.kind, o.chat_id, p.telegram_id from outbox o
      left join people p on p.id = o.person_id
      where o.id > ${before.outbox} and (
        -- Whoever took a place over was written to, also when the place went back afterwards.
        (o.chat_id <> coalesce(p.telegram_id, o.chat_id) and not exists (
          select from takeovers t where t.person_id = o.person_id and t.state in ('confirmed', 'undone')
            and o.chat_id in (t.new_chat_id, t.old_chat_id)))
        or (p.id is null and o.chat_id > 0 and o.chat_id <> all(${sql.raw(`array[${senders.join()}]::bigint[]`)}))
        or (o.chat_id < 0 and (o.args ->> 'key' is distinct from 'group-line' and o.kind <> 'leave-group')))
      limit 5`,
  )
  expect(foreign).toEqual([])
  const strange = await rowsOf(
    world.app.db,
    sql`select telegram_id, chat_id from people where chat_id <> telegram_id or telegram_id <= 0
      or telegram_id <> all(${sql.raw(`array[${senders.join()}]::bigint[]`)}) limit 5`,
  )
  expect(strange).toEqual([])
  // Each new person came by an invitation, and erased ones are gone.
  const after = await look(world)
  const erased = await row<{ n: number }>(
    world,
    sql`select count(*)::int as n from audit where id > ${before.audited} and action = 'data.erased'`,
  )
  const came = after.people - before.people + erased.n
  expect(came).toBeGreaterThanOrEqual(0)
  expect(came).toBeLessThanOrEqual(after.uses - before.uses)
}

/** Nothing that takes a role was done by those who have none. */
export async function expectNothingRuled(world: World, before: Before): Promise<void> {
  expect((await look(world)).ruled).toEqual(before.ruled)
  const deeds = await rowsOf(
    world.app.db,
    sql`select distinct action from audit where id > ${before.audited}
      and (by_id is distinct from person_id or action <> all(${sql.raw(`array['${OWN_DEEDS.join("','")}']`)}))`,
  )
  expect(deeds).toEqual([])
}

/** What takes a role was done by those who have one, a coordinator's within their units. */
export async function expectRuledByRole(
  world: World,
  before: Before,
  { elsewhere, elsewhereUnit }: { readonly elsewhere: number; readonly elsewhereUnit: string },
): Promise<void> {
  const doers = await list(
    world,
    sql`select distinct by_id::text as one from audit where id > ${before.audited}
      and action <> all(${sql.raw(`array['${OWN_DEEDS.join("','")}']`)})`,
  )
  const after = await list(
    world,
    sql`select distinct person_id::text as one from audit
      where action in ('role.granted', 'role.handed_over', 'role.undone', 'role.revoked')`,
  )
  const may = new Set([...before.roleHolders, ...after])
  expect(doers.filter((one) => !may.has(one))).toEqual([])
  // Her units are those of her role and below, and of roles that she was given since. Where a unit was
  // added or moved meanwhile, the tree of now does not say what was below what then.
  const beyond = await rowsOf(
    world.app.db,
    sql`
    with recursive since as (select * from audit where id > ${before.audited}),
    her as (select id from people where telegram_id = ${elsewhere}),
    given as (
      select unit_id, details ->> 'role' as role from since
      where action in ('role.granted', 'role.handed_over', 'role.undone')
        and person_id in (select id from her)),
    reach as (
      select ${elsewhereUnit}::uuid as id union select unit_id from given
      union select u.id from units u join reach r on u.parent_id = r.id)
    select a.action, u.name, a.at::text, (select json_agg(given) from given) as given from since a
    join units u on u.id = a.unit_id
    where a.by_id in (select id from her) and a.unit_id not in (select id from reach where id is not null)
      and not exists (select from given where role = 'admin')
      and not exists (
        select from since m where m.unit_id = a.unit_id and m.action in ('unit.added', 'unit.moved'))`,
  )
  expect(beyond).toEqual([])
}
