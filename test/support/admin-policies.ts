import type { Callback } from '../../src/bot/callback.ts'
import type { ButtonPolicy } from './button-policy.ts'
import type { Target } from './role-scene.ts'

/** A page of the statistics about the target's unit. */
const ofUnit = (t: Target): string => `m.${t.unitShort}.0`

/** What is pressed in looking after the system, its calendar, statistics, questions, units and trail. */
export const adminPolicies = {
  audit: { may: 'admins' },
  auditGroups: { may: 'admins' },
  auditSearch: { may: 'admins' },
  calendar: { may: 'admins' },
  calendarAdd: { may: 'admins' },
  // There is no day that waits.
  calendarAddYes: { may: 'owner', of: () => 'a' },
  calendarChoose: { may: 'admins', of: () => '2026-12' },
  calendarImport: { may: 'admins' },
  // There is no file that waits.
  calendarImportYes: { may: 'owner' },
  calendarRemove: { may: 'admins', of: () => '2026-12' },
  calendarRemoveAsk: { may: 'admins', of: () => 1 },
  calendarRemoveYes: { may: 'admins', of: () => 1, audited: 'calendar.day_removed' },
  calendarScope: { may: 'owner', of: () => 'a' },
  calendarUnit: { may: 'owner' },
  // Of coordinators, too: figures of their units.
  dashboard: { may: 'coordinators', audited: 'web.link' },
  exportFilter: { may: 'admins' },
  exportUnits: { may: 'admins' },
  itemCard: { may: 'admins', of: (t) => t.asked },
  itemForms: { may: 'admins' },
  itemPreview: { may: 'admins', of: (t) => t.asked },
  itemStats: { may: 'admins' },
  itemTracks: { may: 'admins' },
  stats: { may: 'coordinators' },
  statsAnnouncements: { may: 'reach', of: ofUnit },
  statsLessons: { may: 'reach', of: ofUnit },
  statsNudges: { may: 'reach', of: ofUnit },
  statsOverview: { may: 'reach', of: ofUnit },
  statsRetention: { may: 'reach', of: ofUnit },
  statsRoles: { may: 'admins' },
  statsTimes: { may: 'reach', of: ofUnit },
  statsTrack: { may: 'reach', of: ofUnit },
  statsTracks: { may: 'reach', of: ofUnit },
  statsUnits: { may: 'reach', of: ofUnit },
  status: { may: 'admins' },
  statusBoard: { may: 'admins', audited: 'web.link' },
  statusDrop: { may: 'admins' },
  statusDropYes: { may: 'admins', idle: true },
  statusParked: { may: 'admins' },
  unit: { may: 'admins', of: (t) => t.unitShort },
  unitAdd: { may: 'admins', of: (t) => t.unitShort },
  unitCalendar: { may: 'admins', of: (t) => t.unitShort },
  unitCalendarAsk: { may: 'admins', of: (t) => `${t.unitShort}.-` },
  unitCalendarYes: { may: 'admins', of: (t) => `${t.unitShort}.-`, audited: 'unit.calendar' },
  unitClose: { may: 'admins', of: (t) => t.unitShort },
  // It is not empty.
  unitCloseYes: { may: 'admins', of: (t) => t.unitShort },
  unitFind: { may: 'admins' },
  unitKind: { may: 'admins', of: (t) => t.unitShort },
  unitKindSet: { may: 'admins', of: (t) => `${t.unitShort}.agency`, audited: 'unit.kind' },
  unitMove: { may: 'admins', of: (t) => t.unitShort },
  unitMoveTo: { may: 'admins', of: (t) => `${t.unitShort}.${t.otherShort}` },
  unitMoveYes: {
    may: 'admins',
    of: (t) => `${t.unitShort}.${t.otherShort}`,
    audited: 'unit.moved',
  },
  unitRename: { may: 'admins', of: (t) => t.unitShort },
  // It is not closed.
  unitReopen: { may: 'admins', of: (t) => t.unitShort },
  unitSector: { may: 'admins', of: (t) => t.unitShort },
  unitSectorSet: { may: 'admins', of: (t) => `${t.unitShort}.-`, audited: 'unit.sector' },
} as const satisfies Partial<Record<Callback, ButtonPolicy>>
