import { sql, type SQL } from 'drizzle-orm'
import { asDate, at, type Db, rowsOf } from '../platform/db/index.ts'
import { hashInviteCode } from './invite-code.ts'
import { unitWithinReach } from './reach-store.ts'

/** An invitation to a unit as its coordinators see it; the code itself is kept nowhere. */
export interface StandingInvite {
  readonly id: number
  readonly kind: 'link' | 'poster'
  readonly unitId: string
  readonly unit: string
  readonly uses: number
  readonly maxUses: number
  readonly expiresAt: Date
}

interface Row extends Record<string, unknown> {
  readonly id: number
  readonly kind: 'link' | 'poster'
  readonly unit_id: string
  readonly unit: string
  readonly uses: number
  readonly max_uses: number
  readonly expires_at: unknown
  readonly total: number
}

const columns = sql`
  i.id::int as id, i.kind, i.unit_id, u.name as unit, i.uses, i.max_uses, i.expires_at,
  count(*) over ()::int as total`

/** Invitations `i` of units `u` within the viewer's reach that still let somebody in. */
function standing(viewerId: string, now: Date): SQL {
  return sql`i.grants = 'unit' and i.revoked_at is null and i.expires_at > ${at(now)}
    and i.uses < i.max_uses and ${unitWithinReach(viewerId, sql`i.unit_id`)}`
}

function inviteOf(row: Row): StandingInvite {
  const { id, kind, unit, uses } = row
  const expiresAt = asDate(row.expires_at)
  return { id, kind, unitId: row.unit_id, unit, uses, maxUses: row.max_uses, expiresAt }
}

/** Those that end first come first. */
export async function listInvites(
  db: Db,
  viewerId: string,
  { offset, limit, now }: { readonly offset: number; readonly limit: number; readonly now: Date },
): Promise<{ readonly invites: readonly StandingInvite[]; readonly total: number }> {
  const rows = await rowsOf<Row>(
    db,
    sql`
    select ${columns} from invites i join units u on u.id = i.unit_id
    where ${standing(viewerId, now)}
    order by i.expires_at, i.id offset ${offset} limit ${limit}`,
  )
  return { invites: rows.map(inviteOf), total: rows[0]?.total ?? 0 }
}

/** The invitation behind a code, while it lets somebody in and within the viewer's reach. */
export async function findStandingInvite(
  db: Db,
  viewerId: string,
  code: string,
  now: Date,
): Promise<StandingInvite | undefined> {
  const [row] = await rowsOf<Row>(
    db,
    sql`
    select ${columns} from invites i join units u on u.id = i.unit_id
    where i.code_hash = ${hashInviteCode(code)} and ${standing(viewerId, now)}`,
  )
  return row === undefined ? undefined : inviteOf(row)
}

/**
 * Another end, or another number of people; never fewer than have come by it.
 *
 * @returns it as it stands then; undefined: it does not stand, or is out of reach
 */
export async function changeInvite(
  tx: Db,
  by: string,
  code: string,
  {
    expiresAt = null,
    maxUses = null,
    now,
  }: { readonly expiresAt?: Date | null; readonly maxUses?: number | null; readonly now: Date },
): Promise<StandingInvite | undefined> {
  const until = expiresAt === null ? sql`null::timestamptz` : at(expiresAt)
  await tx.execute(sql`
    update invites i
    set expires_at = coalesce(${until}, i.expires_at),
      max_uses = greatest(i.uses + 1, coalesce(${maxUses}::int, i.max_uses))
    where i.code_hash = ${hashInviteCode(code)} and ${standing(by, now)}`)
  return findStandingInvite(tx, by, code, now)
}

/** @returns whether it stood, within the reach of who revokes it */
export async function revokeInvite(tx: Db, by: string, id: number, now: Date): Promise<boolean> {
  const rows = await rowsOf<{ id: number }>(
    tx,
    sql`
    update invites i set revoked_at = ${at(now)}
    where i.id = ${id} and i.grants = 'unit' and i.revoked_at is null
      and ${unitWithinReach(by, sql`i.unit_id`)}
    returning i.id::int`,
  )
  return rows.length > 0
}

/** Undoes `revokeInvite`. @returns whether it was revoked, within the reach of who asks */
export async function restoreInvite(tx: Db, by: string, id: number): Promise<boolean> {
  const rows = await rowsOf<{ id: number }>(
    tx,
    sql`
    update invites i set revoked_at = null
    where i.id = ${id} and i.grants = 'unit' and i.revoked_at is not null
      and exists (select from units u where u.id = i.unit_id and u.closed_at is null for key share)
      and ${unitWithinReach(by, sql`i.unit_id`)}
    returning i.id::int`,
  )
  return rows.length > 0
}
