import type { Callback } from '../callback.ts'
import { DEFAULT_PERIOD, type PeriodCode } from './period-code.ts'

/** A page of the statistics: the words that open it, Indonesian first, then English. */
export interface StatsPage {
  readonly words: readonly string[]
  readonly view: PageView
  /** What its buttons are called. */
  readonly callback: Callback
  /** For admins alone; others are for coordinators too, within their reach. */
  readonly admins?: true
  /** A unit may follow its word. */
  readonly takesUnit?: true
  /** Where none is typed. */
  readonly period?: PeriodCode
}

export type PageView =
  | 'stats'
  | 'stats-units'
  | 'stats-lessons'
  | 'stats-nudges'
  | 'stats-times'
  | 'stats-retention'
  | 'stats-announcements'
  | 'stats-roles'
  | 'stats-tracks'
  | 'stats-track'
  | 'learning-stats'

export const OVERVIEW: StatsPage = { words: [], view: 'stats', callback: 'statsOverview' }

/** The pages behind /statistik. A new page is a line here, and its view. */
export const pages: readonly StatsPage[] = [
  OVERVIEW,
  { words: ['unit', 'units'], view: 'stats-units', callback: 'statsUnits', takesUnit: true },
  {
    words: ['pelajaran', 'lessons', 'lesson'],
    view: 'stats-lessons',
    callback: 'statsLessons',
    takesUnit: true,
  },
  {
    words: ['pengingat', 'reminders', 'reminder', 'nudges', 'nudge'],
    view: 'stats-nudges',
    callback: 'statsNudges',
    takesUnit: true,
  },
  {
    words: ['waktu', 'hours', 'jam'],
    view: 'stats-times',
    callback: 'statsTimes',
    takesUnit: true,
  },
  {
    words: ['retensi', 'retention'],
    view: 'stats-retention',
    callback: 'statsRetention',
    takesUnit: true,
  },
  {
    words: ['pengumuman', 'announcements', 'announcement'],
    view: 'stats-announcements',
    callback: 'statsAnnouncements',
    takesUnit: true,
  },
  { words: ['peran', 'roles', 'role'], view: 'stats-roles', callback: 'statsRoles', admins: true },
  {
    words: ['jalur', 'tracks', 'track'],
    view: 'stats-tracks',
    callback: 'statsTracks',
    takesUnit: true,
  },
  // Behind the buttons of the page before.
  { words: [], view: 'stats-track', callback: 'statsTrack' },
  {
    words: ['belajar', 'learning'],
    view: 'learning-stats',
    callback: 'learning',
    admins: true,
    takesUnit: true,
    // Gain and attitude lie months apart: of a month alone there would often be nothing.
    period: 'a',
  },
]

/** @returns undefined for a word that opens none */
export function pageNamed(word: string): StatsPage | undefined {
  return pages.find(({ words }) => words.includes(word.toLowerCase()))
}

export function periodOfPage({ period }: StatsPage): PeriodCode {
  return period ?? DEFAULT_PERIOD
}
