/**
 * Everything that somebody may have done to others or to the whole, in groups: what stands before the
 * dot. What people do about themselves (pause, language, hour) is nobody's business and not kept.
 */
export const auditActions = [
  'role.granted',
  'role.revoked',
  'role.handed_over',
  'role.undone',
  'unit.added',
  'unit.renamed',
  'unit.moved',
  'unit.kind',
  'unit.sector',
  'unit.calendar',
  'unit.closed',
  'unit.reopened',
  'calendar.changed',
  'calendar.day_added',
  'calendar.day_removed',
  'calendar.imported',
  'calendar.ramadan',
  'invite.made',
  'invite.revoked',
  'invite.restored',
  'invite.changed',
  'person.confirmed',
  'person.moved_away',
  'person.back',
  'person.transferred',
  'person.taken_over',
  'person.takeover_refused',
  'person.takeover_undone',
  'roster.imported',
  'roster.import_undone',
  'roster.place_given',
  'roster.place_refused',
  'roster.place_released',
  'roster.place_removed',
  'roster.place_restored',
  'announcement.confirmed',
  'announcement.approved',
  'announcement.refused',
  'announcement.cancelled',
  'announcement.paused',
  'announcement.resumed',
  'announcement.corrected',
  'announcement.recalled',
  'announcement.reminded',
  'announcement.resent',
  'certificate.issued',
  'certificate.revoked',
  'certificate.restored',
  'certificate.hours',
  'setting.changed',
  'lessons.reloaded',
  'reviews.tuned',
  'queue.dropped',
  'export.made',
  'export.fetched',
  'web.link',
  'web.opened',
  'data.erased',
  'data.restricted',
  'data.released',
  'data.withdrawn',
  'backup.restored',
] as const

export type AuditAction = (typeof auditActions)[number]

/** What the trail can be narrowed to, in the order in which it is offered. */
export const auditGroups = [...new Set(auditActions.map((action) => groupOf(action)))]

export function groupOf(action: AuditAction): string {
  return action.slice(0, action.indexOf('.'))
}

/** Whether a word of the trail is one that this version knows; a newer one may have written others. */
export function isAuditAction(word: string): word is AuditAction {
  return (auditActions as readonly string[]).includes(word)
}
