import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import type { UnitKind } from '../words.ts'

/** A unit with what is set about it, and how many are there. */
export interface UnitCard {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly parent: string | null
  readonly kind: UnitKind | null
  /** Its own sector, and the one that holds: of the nearest unit above that has one. */
  readonly sector: string | null
  readonly heldSector: string | null
  readonly closed: boolean
  /** Participants of the unit itself, and with those of all units below it. */
  readonly people: number
  readonly peopleInAll: number
  /** Units right below it that are not closed. */
  readonly children: number
}

const joined = sql`p.join_step is null and p.moved_away_at is null`

export async function readUnitCard(db: Db, id: string): Promise<UnitCard | undefined> {
  const [row] = await rowsOf<{
    name: string
    parent_id: string | null
    parent: string | null
    kind: UnitKind | null
    sector: string | null
    held_sector: string | null
    closed: boolean
    people: number
    people_in_all: number
    children: number
  }>(
    db,
    sql`
    with recursive below as (
      select id from units where id = ${id}
      union all select u.id from units u join below b on u.parent_id = b.id),
    above as (
      select id, parent_id, sector, 0 as steps from units where id = ${id}
      union all
      select u.id, u.parent_id, u.sector, a.steps + 1 from units u join above a on u.id = a.parent_id)
    select u.name, u.parent_id, parent.name as parent, u.kind, u.sector,
      (select sector from above where sector is not null order by steps limit 1) as held_sector,
      u.closed_at is not null as closed,
      (select count(*) from people p where p.unit_id = u.id and ${joined})::int as people,
      (select count(*) from people p where p.unit_id in (select id from below) and ${joined})::int
        as people_in_all,
      (select count(*) from units c where c.parent_id = u.id and c.closed_at is null)::int as children
    from units u left join units parent on parent.id = u.parent_id
    where u.id = ${id}`,
  )
  if (row === undefined) return undefined
  const { name, parent, kind, sector, closed, people, children } = row
  const rest = { parentId: row.parent_id, heldSector: row.held_sector }
  return {
    id,
    name,
    parent,
    kind,
    sector,
    closed,
    people,
    children,
    ...rest,
    peopleInAll: row.people_in_all,
  }
}

/** Units right below one, by name; closed ones are left out. */
export async function childrenOf(
  db: Db,
  parentId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly id: string; readonly name: string }[]> {
  return rowsOf<{ id: string; name: string }>(
    db,
    sql`
    select id, name from units where parent_id = ${parentId} and closed_at is null
    order by lower(name), id offset ${offset} limit ${limit}`,
  )
}
