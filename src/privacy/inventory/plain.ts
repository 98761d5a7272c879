import type { TableEntry } from './entry.ts'

/** Lessons, calendars, settings and machinery. */
export const plainTables = {
  lesson_versions: {
    what: 'wordings of lessons',
    plain: 'lesson_id hash track_id content first_seen_at',
  },
  question_versions: {
    what: 'wordings of questions',
    plain: 'question_id hash lesson_id content version latest first_seen_at',
  },
  live_tracks: { what: 'tracks that are live', plain: 'track_id position for_kind for_value' },
  live_lessons: { what: 'lessons that are live', plain: 'lesson_id hash track_id position' },
  live_questions: {
    what: 'questions that are live',
    plain: 'question_id hash lesson_id position tag',
  },
  live_items: {
    what: 'items of assessments that are live',
    plain: 'question_id hash track_id form position lesson_id',
  },
  lesson_search: {
    what: 'lessons as they are searched',
    plain: 'lesson_id locale track_id hash body words document',
  },
  lesson_words: { what: 'the vocabulary of the lessons', plain: 'word track_ids lessons' },
  lesson_reloads: { what: 'how often lessons were taken up', plain: 'id count' },
  calendars: {
    what: 'when units work',
    plain: 'id name kind week observes_holidays observes_collective_leave hours ramadan_hours',
  },
  unit_calendars: { what: 'which unit has which', plain: 'unit_id calendar_id' },
  calendar_changes: {
    what: 'the last change of working days, by which what waits is moved',
    plain: 'id concerned followed at',
    note: 'A change of one person’s days names her random id until what waits has been moved, which is at once.',
  },
  calendar_days: { what: 'days off', plain: 'id day kind name calendar_id source' },
  ramadans: { what: 'days of Ramadan', plain: 'hijri_year first_day last_day source' },
  settings: {
    what: 'what the organisation has set',
    plain: 'name value changed_at',
    note: 'The signatory of certificates stands here by name, position and NIP: an official, as the organisation entered it. It is changed with `sedikit settings`.',
  },
  track_hours: { what: 'training hours of tracks', plain: 'track_id jp basis changed_at' },
  certificate_counters: { what: 'the last number of a year', plain: 'year last' },
  pace: {
    what: 'how fast the bot may send',
    plain: 'bot_id bulk_next_ms total_next_ms paused_until_ms halted token_mark rate stepped_at_ms',
  },
  backups: {
    what: 'how the backups of the nights went',
    plain: 'id due_at ended_at file bytes error',
  },
  workers: { what: 'processes that send', plain: 'id started_at' },
} as const satisfies Readonly<Record<string, TableEntry>>
