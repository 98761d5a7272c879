import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from '../people/schema.ts'
import { moment } from '../platform/db/columns.ts'

/** Coordinators' weekly digests: when the next is due, and whether the coordinator wants any. */
export const digests = pgTable(
  'digests',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    wanted: boolean('wanted').notNull().default(true),
    /** By the pure rule, in civil time. */
    nextAt: moment('next_at').notNull(),
  },
  (t) => [
    index('digests_due')
      .on(t.nextAt, t.personId)
      .where(sql`${t.wanted}`),
  ],
)

const id = (name: string) => bigint(name, { mode: 'number' })
const day = (name: string) => date(name, { mode: 'string' })
const days = customType<{ data: string }>({ dataType: () => 'datemultirange' })

/**
 * What has changed since the roll-ups were last brought up to date. Triggers of the tables of facts
 * write a row in the transaction of the change itself, so that none is missed, however late it is
 * committed; the keeper takes rows away. See docs/decisions/roll-ups-are-kept-from-marks.md.
 */
export const statsMarks = pgTable('stats_marks', {
  id: id('id').primaryKey().generatedAlwaysAsIdentity(),
  personId: uuid('person_id').notNull(),
  /** The person's civil day that is to be reckoned anew. */
  day: day('day'),
  /** A moment whose civil day is. */
  at: moment('at'),
  /** Whatever depends on this delivery is. With none of the three, all of the person is. */
  deliveryId: id('delivery_id'),
})

/** How a person is counted: the sums hold exactly what follows from these rows and those below. */
export const statsPeople = pgTable(
  'stats_people',
  {
    personId: uuid('person_id').primaryKey(),
    unitId: uuid('unit_id'),
    jobRole: text('job_role'),
    timezone: text('timezone').notNull(),
    /** Null, as the next two: moved away. */
    knownDay: day('known_day'),
    joinedDay: day('joined_day'),
    unreachableDay: day('unreachable_day'),
    /** Lessons come once a week: one of them is not late before the week is over. */
    weekly: boolean('weekly').notNull(),
    /** No lessons come until the pause ends, so that nothing that stands open is late. */
    paused: boolean('paused').notNull().default(false),
    /** Due day of the lesson that arrived and stands open, of a week's bundle the first that is left. */
    openSince: day('open_since'),
    /** The last day with an answer. */
    lastActive: day('last_active'),
    /** Days of all leaves and pauses, and of these of the leaves; null: none ever. */
    away: days('away'),
    leaves: days('leaves'),
    /** The last day of a leave or a pause that has one: whoever has been back for long is not looked up. */
    awayUntil: day('away_until'),
  },
  (t) => [index('stats_people_away').on(t.awayUntil)],
)

/** What one person did on one civil day; a day without anything has no row. */
export const statsPersonDays = pgTable(
  'stats_person_days',
  {
    personId: uuid('person_id').notNull(),
    day: day('day').notNull(),
    /** Lessons that were due on the day and arrived. */
    lessons: text('lessons').array().notNull(),
    /** A letter for each: r right at first, w wrong, s skipped, o open. */
    outcomes: text('outcomes').notNull(),
    /** Lessons that were due on the day and did not arrive. */
    undelivered: smallint('undelivered').notNull(),
    /** Minutes from the quiz to its answer, of each that was answered; rounded as `waitOf` says. */
    waits: integer('waits').array().notNull(),
    /** The hour of each answer of the day, of whatever kind. */
    hours: smallint('hours').array().notNull(),
    reviewed: smallint('reviewed').notNull(),
    reviewRight: smallint('review_right').notNull(),
    /** Tracks. */
    begun: text('begun').array().notNull(),
    done: text('done').array().notNull(),
    /** Steps of reminders that were sent, and of those that an answer followed within a day. */
    nudged: smallint('nudged').array().notNull(),
    followed: smallint('followed').array().notNull(),
    /** The day with an answer before this one; it makes distinct people additive. */
    previous: day('previous'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.day] })],
)

/**
 * Sums of the rows above. `scope`: `all`, a unit's id (its own people, not those below), `none` for
 * people without a unit, or `role:…`.
 */
export const statsSums = pgTable(
  'stats_sums',
  {
    scope: text('scope').notNull(),
    measure: text('measure').notNull(),
    day: day('day').notNull(),
    key: text('key').notNull(),
    n: id('n').notNull(),
  },
  (t) => [primaryKey({ columns: [t.scope, t.measure, t.day, t.key] })],
)
