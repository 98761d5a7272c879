import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { anyOf, type Db } from '../platform/db/index.ts'
import type { Person } from './person.ts'
import { consents, people } from './schema.ts'

const columns = {
  id: people.id,
  telegramId: people.telegramId,
  chatId: people.chatId,
  name: people.name,
  addressForm: people.addressForm,
  jobRole: people.jobRole,
  locale: people.locale,
  timezone: people.timezone,
  lessonMinute: people.lessonMinute,
  dayBegins: people.dayBegins,
  dayEnds: people.dayEnds,
  weeklyOn: people.weeklyOn,
  unitId: people.unitId,
  joinStep: people.joinStep,
  awaiting: people.awaiting,
  joinedAt: people.joinedAt,
  paused: people.paused,
  pausedItself: people.pausedItself,
  unremindedSince: people.unremindedSince,
  unreachableSince: people.unreachableSince,
  menu: people.menu,
  unconfirmedSince: people.unconfirmedSince,
  movedAwayAt: people.movedAwayAt,
  restrictedSince: people.restrictedSince,
  // Qualified by hand: within a select the builder leaves the tables' names out.
  noticeVersion: sql<number | null>`(select max(c.notice_version) from consents c
    where c.person_id = people.id and c.withdrawn_at is null)`,
}

export async function findPerson(db: Db, telegramId: number): Promise<Person | undefined> {
  return (await findAccounts(db, [telegramId])).get(telegramId)
}

/** People by their Telegram ids; who is unknown is missing. */
export async function findAccounts(
  db: Db,
  telegramIds: readonly number[],
): Promise<ReadonlyMap<number, Person>> {
  if (telegramIds.length === 0) return new Map()
  const rows = await db.select(columns).from(people).where(anyOf(people.telegramId, telegramIds))
  return new Map(rows.map((row) => [row.telegramId, row]))
}

export async function findPeople(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select(columns).from(people).where(anyOf(people.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Participants who are called exactly that, however it is written in capitals. */
export async function findPeopleNamed(db: Db, name: string): Promise<Person[]> {
  return db
    .select(columns)
    .from(people)
    .where(and(sql`lower(${people.name}) = lower(${name.trim()})`, isNull(people.joinStep)))
    .orderBy(people.telegramId)
    .limit(10)
}

export type NewPerson = Pick<
  Person,
  'telegramId' | 'chatId' | 'locale' | 'timezone' | 'lessonMinute' | 'unitId' | 'unconfirmedSince'
>

/** Someone who came with a valid code, before any consent: no name is kept yet. */
export async function createPerson(db: Db, person: NewPerson, now: Date): Promise<Person> {
  const [row] = await db
    .insert(people)
    .values({
      ...person,
      id: crypto.randomUUID(),
      name: '',
      joinStep: 'consent',
      lastSeenAt: now,
      createdAt: now,
    })
    .returning(columns)
  if (row === undefined) throw new Error('The new person was not returned')
  return row
}

export type PersonChange = Partial<
  Pick<
    Person,
    | 'name'
    | 'addressForm'
    | 'jobRole'
    | 'locale'
    | 'timezone'
    | 'lessonMinute'
    | 'dayBegins'
    | 'dayEnds'
    | 'weeklyOn'
    | 'unitId'
    | 'joinStep'
    | 'awaiting'
    | 'joinedAt'
    | 'paused'
    | 'unremindedSince'
    | 'menu'
    | 'unconfirmedSince'
    | 'movedAwayAt'
    | 'restrictedSince'
  >
>

/** A pause that is changed by somebody is no longer one that came by itself. */
export async function changePerson(db: Db, id: string, change: PersonChange): Promise<void> {
  const chosen = change.paused === undefined ? {} : { pausedItself: false }
  await db
    .update(people)
    .set({ ...change, ...chosen })
    .where(eq(people.id, id))
}

/** Pauses people who answer nothing, until they come back; whoever is on pause already stays so. */
export async function pauseByThemselves(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(people)
    .set({ paused: true, pausedItself: true })
    .where(and(anyOf(people.id, ids), eq(people.paused, false)))
}

/** A tap or a vote: the people are there, but can have blocked the bot and still do it. */
export async function markTapped(db: Db, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db.update(people).set({ lastSeenAt: now }).where(anyOf(people.id, ids))
}

/** When each of these people last wrote. */
export async function seenLast(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, at: people.lastSeenAt })
    .from(people)
    .where(anyOf(people.id, ids))
  return new Map(rows.map((row) => [row.id, row.at]))
}

/** A sign of life from the person: whoever wrote can be reached again. */
export async function markSeen(db: Db, id: string, chatId: number, now: Date): Promise<void> {
  await db
    .update(people)
    .set({ lastSeenAt: now, chatId, unreachableSince: null, unreachableReason: null })
    .where(eq(people.id, id))
}

/** Telegram refuses messages to them, or they blocked the bot. The first refusal's time stays. */
export async function markUnreachable(
  db: Db,
  ids: readonly string[],
  reason: string,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await db
    .update(people)
    .set({
      unreachableSince: sql`coalesce(${people.unreachableSince}, ${now.toISOString()}::timestamptz)`,
      unreachableReason: reason,
    })
    .where(anyOf(people.id, ids))
}

/**
 * The wording of the privacy notice that is asked for now. Raised when the notice changes in what is
 * kept, why or for whom: then everybody is asked again before the next lesson.
 */
export const NOTICE_VERSION = 3

/** Notes that somebody agrees to a version of the notice; also anew, after having taken it back. */
export async function recordConsent(
  db: Db,
  personId: string,
  noticeVersion: number,
  now: Date,
): Promise<void> {
  await db
    .insert(consents)
    .values({ personId, noticeVersion, givenAt: now })
    .onConflictDoUpdate({
      target: [consents.personId, consents.noticeVersion],
      set: { givenAt: now, withdrawnAt: null },
      setWhere: isNotNull(consents.withdrawnAt),
    })
}

/** Takes back every consent that somebody gave. */
export async function withdrawConsents(db: Db, personId: string, now: Date): Promise<void> {
  await db
    .update(consents)
    .set({ withdrawnAt: now })
    .where(and(eq(consents.personId, personId), isNull(consents.withdrawnAt)))
}
