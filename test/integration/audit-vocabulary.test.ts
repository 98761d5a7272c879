import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { auditActions, type AuditAction } from '../../src/audit/index.ts'

const SHELL = 'integration/audit-shell.test.ts'
/** Of buttons: journeys/role-table.test.ts presses each, and looks at what it left in the trail. */
const BUTTONS = 'support/role-policies.ts'
const ADMIN_BUTTONS = 'support/admin-policies.ts'
const RUNNING = 'journeys/announcing-running.test.ts'
const APPROVED = 'journeys/announcing-approved.test.ts'

/**
 * Where each kind of deed is done by what people use, and then found in the trail. A new one does not
 * compile before it has its place here, and the file that is named must name it.
 */
const seenIn: Readonly<Record<AuditAction, string>> = {
  'role.granted': SHELL,
  'role.revoked': SHELL,
  'role.handed_over': SHELL,
  'role.undone': BUTTONS,
  'unit.added': 'journeys/units.test.ts',
  'unit.renamed': 'journeys/units.test.ts',
  'unit.moved': 'journeys/units.test.ts',
  'unit.kind': ADMIN_BUTTONS,
  'unit.sector': ADMIN_BUTTONS,
  'unit.calendar': 'journeys/units.test.ts',
  'unit.closed': 'journeys/units.test.ts',
  'unit.reopened': 'journeys/units.test.ts',
  'calendar.changed': SHELL,
  'calendar.day_added': 'journeys/calendar.test.ts',
  'calendar.day_removed': 'journeys/calendar.test.ts',
  'calendar.imported': 'journeys/calendar.test.ts',
  'calendar.ramadan': SHELL,
  'invite.made': SHELL,
  'invite.revoked': BUTTONS,
  'invite.restored': BUTTONS,
  'invite.changed': BUTTONS,
  'person.confirmed': BUTTONS,
  'person.moved_away': BUTTONS,
  'person.back': BUTTONS,
  'person.transferred': BUTTONS,
  'person.taken_over': BUTTONS,
  'person.takeover_refused': BUTTONS,
  'person.takeover_undone': 'journeys/takeover.test.ts',
  'roster.imported': SHELL,
  'roster.import_undone': 'journeys/import.test.ts',
  'roster.place_given': BUTTONS,
  'roster.place_refused': BUTTONS,
  'roster.place_released': BUTTONS,
  'roster.place_removed': BUTTONS,
  'roster.place_restored': BUTTONS,
  'announcement.confirmed': RUNNING,
  'announcement.approved': APPROVED,
  'announcement.refused': APPROVED,
  'announcement.cancelled': RUNNING,
  'announcement.paused': RUNNING,
  'announcement.resumed': RUNNING,
  'announcement.corrected': RUNNING,
  'announcement.recalled': RUNNING,
  'announcement.reminded': 'journeys/announcing.test.ts',
  'announcement.resent': APPROVED,
  'certificate.issued': SHELL,
  'certificate.revoked': SHELL,
  'certificate.restored': SHELL,
  'certificate.hours': SHELL,
  'setting.changed': SHELL,
  'lessons.reloaded': BUTTONS,
  'reviews.tuned': 'integration/reviews-tune.test.ts',
  'queue.dropped': 'journeys/status.test.ts',
  'export.made': 'journeys/export-narrowed.test.ts',
  'export.fetched': 'integration/export-link.test.ts',
  'web.link': 'integration/web-session.test.ts',
  'web.opened': 'integration/web-session.test.ts',
  'data.erased': 'journeys/own-data.test.ts',
  'data.restricted': 'journeys/own-data.test.ts',
  'data.released': 'journeys/own-data.test.ts',
  'data.withdrawn': 'journeys/own-data.test.ts',
  'backup.restored': 'integration/backup.test.ts',
}

describe('every kind of deed', () => {
  it.each(auditActions)('%s is found in the trail by a test', async (action) => {
    const text = await readFile(new URL(`../${seenIn[action]}`, import.meta.url), 'utf8')
    // Those of announcements are compared without their group.
    const word = action.replace(/^announcement\./, '')
    expect(text).toContain(`'${word}'`)
  })
})
