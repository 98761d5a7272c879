import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from '../../platform/db/columns.ts'
import { people, units } from '../../people/schema.ts'
import type { Concerned } from './concerned.ts'
import type { LeaveKind } from './leave.ts'
import type { OpenHours } from './open-hours.ts'
import type { WeekPattern } from './week-pattern.ts'
import type { CalendarKind, DayKind } from './work-calendar.ts'

/** When units work. The one named `office` holds for whoever has no other. */
export const calendars = pgTable(
  'calendars',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    kind: text('kind').$type<CalendarKind>().notNull(),
    week: jsonb('week').$type<WeekPattern>().notNull(),
    observesHolidays: boolean('observes_holidays').notNull(),
    observesCollectiveLeave: boolean('observes_collective_leave').notNull(),
    /** Minutes after midnight; outside them it is quiet. */
    hours: jsonb('hours').$type<OpenHours>().notNull(),
    ramadanHours: jsonb('ramadan_hours').$type<OpenHours>().notNull(),
  },
  (t) => [check('calendars_kind', sql`${t.kind} in ('office', 'school', 'service')`)],
)

/** The calendar of a unit, and of those below it that have none of their own. */
export const unitCalendars = pgTable(
  'unit_calendars',
  {
    unitId: uuid('unit_id')
      .primaryKey()
      .references(() => units.id, { onDelete: 'cascade' }),
    calendarId: text('calendar_id')
      .notNull()
      .references(() => calendars.id),
  },
  (t) => [index('unit_calendars_calendar').on(t.calendarId)],
)

/** Days off, as yearly data: the joint decree, a Kaldik, the regency's or a calendar's own days. */
export const calendarDays = pgTable(
  'calendar_days',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    day: date('day', { mode: 'string' }).notNull(),
    kind: text('kind').$type<DayKind>().notNull(),
    name: text('name').notNull(),
    /** Null: everybody's whose calendar observes days of this kind. */
    calendarId: text('calendar_id').references(() => calendars.id, { onDelete: 'cascade' }),
    /** The decree or letter that it is from. */
    source: text('source'),
  },
  (t) => [
    unique('calendar_days_once').on(t.day, t.kind, t.calendarId).nullsNotDistinct(),
    index('calendar_days_calendar').on(t.calendarId),
  ],
)

/** Ramadan by the Hijri year, since two of them can begin in one year of ours (2030). */
export const ramadans = pgTable(
  'ramadans',
  {
    hijriYear: smallint('hijri_year').primaryKey(),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    source: text('source').notNull(),
  },
  (t) => [check('ramadans_days', sql`${t.lastDay} - ${t.firstDay} between 28 and 29`)],
)

/**
 * Changes of working days, written in the transaction of each: whoever waits is moved by them, now or
 * after a crash at the next tick. The latest number is the version of all calendars.
 */
export const calendarChanges = pgTable(
  'calendar_changes',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    concerned: jsonb('concerned').$type<Concerned>().notNull(),
    /** Everything that waited has been moved. */
    followed: boolean('followed').notNull().default(false),
    at: moment('at').notNull(),
  },
  (t) => [
    index('calendar_changes_left')
      .on(t.id)
      .where(sql`not ${t.followed}`),
  ],
)

/** A person's leave, sickness or duty elsewhere, the first and the last day included. */
export const leaves = pgTable(
  'leaves',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    lastDay: date('last_day', { mode: 'string' }).notNull(),
    kind: text('kind').$type<LeaveKind>().notNull(),
    /** When the person came back early and was greeted; null: the first lesson after it greets. */
    returnedAt: moment('returned_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('leaves_person').on(t.personId, t.lastDay),
    check('leaves_days', sql`${t.lastDay} >= ${t.firstDay}`),
    check('leaves_kind', sql`${t.kind} in ('leave', 'sick', 'duty')`),
  ],
)

/** When people were on pause; the first and the last day included. `people` holds the present one. */
export const pauses = pgTable(
  'pauses',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    firstDay: date('first_day', { mode: 'string' }).notNull(),
    /** Null: until the person returns. */
    lastDay: date('last_day', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.firstDay] }),
    check('pauses_days', sql`coalesce(${t.lastDay} >= ${t.firstDay}, true)`),
  ],
)
