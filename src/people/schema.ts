import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, telegramId } from '../platform/db/columns.ts'
import type { AddressForm, JobRole, JoinStep, Locale, UnitKind } from './words.ts'

/** A node of the organisation's tree; the one without a parent is the organisation itself. */
export const units = pgTable(
  'units',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    parentId: uuid('parent_id'),
    /** The sector whose track its people take, with those of all units below; null: as above it. */
    sector: text('sector'),
    /** What kind of place it is, for lists and filters; null: nobody has said. */
    kind: text('kind').$type<UnitKind>(),
    /** Since when it is no more: nobody is in it, and it is offered nowhere. Its past stays. */
    closedAt: moment('closed_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    // A name is free again when its unit is closed.
    uniqueIndex('units_name')
      .on(sql`lower(${t.name})`)
      .where(sql`${t.closedAt} is null`),
    index('units_parent').on(t.parentId),
    check(
      'units_kind',
      sql`${t.kind} in ('agency', 'district', 'village', 'urban_village', 'school', 'health', 'other')`,
    ),
    uniqueIndex('units_one_root')
      .on(sql`(${t.parentId} is null)`)
      .where(sql`${t.parentId} is null`),
  ],
)

/**
 * Everybody who wrote to the bot. The id is random and says nothing; Telegram's id stands here and
 * in the ledgers alone.
 */
export const people = pgTable(
  'people',
  {
    id: uuid('id').primaryKey(),
    telegramId: telegramId('telegram_id').notNull(),
    chatId: telegramId('chat_id').notNull(),
    name: text('name').notNull(),
    addressForm: text('address_form').$type<AddressForm>(),
    jobRole: text('job_role').$type<JobRole>(),
    locale: text('locale').$type<Locale>().notNull(),
    timezone: text('timezone').notNull(),
    /** Minutes after midnight, in the person's zone, at which the day's lesson comes. */
    lessonMinute: smallint('lesson_minute').notNull(),
    /**
     * The person's own hours in minutes after midnight, outside which nothing comes unasked; null:
     * those of the unit's calendar.
     */
    dayBegins: smallint('day_begins'),
    dayEnds: smallint('day_ends'),
    /** Lessons of a week at once on this day, ISO 1 Monday … 7 Sunday; null: each working day. */
    weeklyOn: smallint('weekly_on'),
    unitId: uuid('unit_id').references(() => units.id),
    /** Where joining stands; null once it is complete. */
    joinStep: text('join_step').$type<JoinStep>(),
    /** The question that the person's next text answers; null: none. */
    awaiting: text('awaiting'),
    joinedAt: moment('joined_at'),
    /** Until the person ends it, or an answer where it came by itself. */
    paused: boolean('paused').notNull().default(false),
    /** Nobody's any more. Workers of the version before read it: it goes with a later migration. */
    pausedUntil: moment('paused_until'),
    /** The pause came by itself, after the last step of the ladder of nudges: an answer ends it. */
    pausedItself: boolean('paused_itself').notNull().default(false),
    /** Since when the person wishes no reminders; null: they may come. */
    unremindedSince: moment('unreminded_since'),
    /** Since when Telegram refuses messages (blocked, deactivated); null: reachable. */
    unreachableSince: moment('unreachable_since'),
    unreachableReason: text('unreachable_reason'),
    /** The language code that the menu was last set for, with the role: set anew when it differs. */
    menu: text('menu'),
    /** Came by a code that many can read; a coordinator has yet to say that the person is theirs. */
    unconfirmedSince: moment('unconfirmed_since'),
    /** Since when the person is no longer with the organisation: what was learned stays, nothing comes. */
    movedAwayAt: moment('moved_away_at'),
    /**
     * Since when the person wants the data kept and not used. Moved away as well, so that all that
     * counts, lists or sends passes the person over; but only they themselves can end it.
     */
    restrictedSince: moment('restricted_since'),
    lastSeenAt: moment('last_seen_at').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('people_telegram').on(t.telegramId),
    index('people_unit').on(t.unitId),
    index('people_unconfirmed')
      .on(t.unitId)
      .where(sql`${t.unconfirmedSince} is not null`),
    check('people_lesson_minute', sql`${t.lessonMinute} between 0 and 1439`),
    check('people_weekly_on', sql`${t.weeklyOn} between 1 and 7`),
    check(
      'people_own_hours',
      sql`(${t.dayBegins} is null) = (${t.dayEnds} is null) and coalesce(
        ${t.dayBegins} >= 0 and ${t.dayEnds} <= 1440 and ${t.dayEnds} > ${t.dayBegins}, true)`,
    ),
  ],
)

/** Who may do more than learn: a coordinator for a unit and all below it, an admin everywhere. */
export const roles = pgTable(
  'roles',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text('role').$type<'coordinator' | 'admin'>().notNull(),
    /** The scope of a coordinator; null for an admin. */
    unitId: uuid('unit_id').references(() => units.id),
    grantedAt: moment('granted_at').notNull(),
  },
  (t) => [
    unique('roles_once').on(t.personId, t.role, t.unitId).nullsNotDistinct(),
    index('roles_unit').on(t.unitId),
  ],
)

/** Which version of the privacy notice a person agreed to, and when. */
export const consents = pgTable(
  'consents',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    noticeVersion: integer('notice_version').notNull(),
    givenAt: moment('given_at').notNull(),
    /** When it was taken back; what is kept then waits for its erasure. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.noticeVersion] }),
    index('consents_withdrawn')
      .on(t.withdrawnAt)
      .where(sql`${t.withdrawnAt} is not null`),
  ],
)

/** Invitations. Only a hash of the code is kept: who reads the table cannot join with it. */
export const invites = pgTable(
  'invites',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    codeHash: text('code_hash').notNull(),
    /** What it gives: membership of a unit, or the role of an admin. */
    grants: text('grants').$type<'unit' | 'admin'>().notNull(),
    /** A link goes to people one knows; a poster's code is read by whoever passes. */
    kind: text('kind').$type<'link' | 'poster'>().notNull().default('link'),
    unitId: uuid('unit_id').references(() => units.id),
    maxUses: integer('max_uses').notNull(),
    uses: integer('uses').notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    createdBy: uuid('created_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('invites_code').on(t.codeHash),
    index('invites_unit').on(t.unitId),
    index('invites_created_by').on(t.createdBy),
    check('invites_kind', sql`${t.kind} in ('link', 'poster')`),
  ],
)

/** Wrong codes per Telegram account: a guesser is slowed down. */
export const inviteGuesses = pgTable('invite_guesses', {
  telegramId: telegramId('telegram_id').primaryKey(),
  wrong: integer('wrong').notNull(),
  /** Civil time: no code of this account is looked at before. */
  blockedUntil: moment('blocked_until'),
  lastAt: moment('last_at').notNull(),
})

/**
 * Wishes to take a place over with another Telegram account, and what a coordinator decided. They
 * hold what is needed to take it back, and are forgotten after a month.
 */
export const takeovers = pgTable(
  'takeovers',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The place of the new account; null once it is gone, because nothing was learnt there. */
    newcomerId: uuid('newcomer_id').references(() => people.id, { onDelete: 'set null' }),
    newTelegramId: telegramId('new_telegram_id').notNull(),
    newChatId: telegramId('new_chat_id').notNull(),
    unitId: uuid('unit_id').references(() => units.id, { onDelete: 'set null' }),
    /** Ids of people whose name is like the one that was typed, the nearest first; not the name. */
    candidates: jsonb('candidates').$type<string[]>().notNull(),
    state: text('state').$type<'asked' | 'confirmed' | 'refused' | 'undone'>().notNull(),
    /** Whose place was taken over. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
    oldTelegramId: telegramId('old_telegram_id'),
    oldChatId: telegramId('old_chat_id'),
    askedAt: moment('asked_at').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    uniqueIndex('takeovers_one_asked')
      .on(t.newcomerId)
      .where(sql`${t.state} = 'asked'`),
    index('takeovers_newcomer').on(t.newcomerId),
    index('takeovers_unit').on(t.unitId),
    index('takeovers_person').on(t.personId),
    index('takeovers_decided_by').on(t.decidedBy),
    index('takeovers_asked').on(t.askedAt),
    check('takeovers_state', sql`${t.state} in ('asked', 'confirmed', 'refused', 'undone')`),
  ],
)
