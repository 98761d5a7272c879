import {
  announcementApproval,
  announcementClosed,
  announcementConfirm,
  announcementStands,
} from './announcement-decision.ts'
import {
  announcement,
  announcementEdit,
  announcementLine,
  announcementRead,
  announcementReminder,
  announcementRemoval,
} from './announcement-message.ts'
import { announcementProgress } from './announcement-progress.ts'
import { announcementRecall, announcementReport, announcementSheet } from './announcement-report.ts'
import { announcementAudience, announcementChoose, askAnnouncement } from './announcement-wizard.ts'
import { askLearningUnit, setupWelcome } from './admin.ts'
import {
  calendarChoose,
  calendarConfirm,
  calendarRemove,
  calendarRemoveConfirm,
  calendarScope,
  calendarUnits,
} from './calendar.ts'
import { calendarImported } from './calendar-imported.ts'
import { calendar } from './calendar-month.ts'
import { certificateChecked } from './certificate-checked.ts'
import {
  askAsn,
  askCertificateName,
  askNip,
  certificate,
  certificateRevoked,
  certificates,
  confirmCertificate,
} from './certificates.ts'
import { audit, auditChoose, auditGroupsView } from './audit.ts'
import { badges } from './badges.ts'
import { leaveGroup, menu, nudgeRemoval } from './chores.ts'
import { assessment, assessmentDone, assessmentItem, knownTrack } from './assessment.ts'
import { briefing } from './briefing.ts'
import { content, contentGone, contentTrack } from './content.ts'
import { contentLesson, previewLesson, previewQuiz } from './content-lesson.ts'
import { dashboard } from './dashboard.ts'
import { digest } from './digest.ts'
import { exportChoose, exportUnits, exportWhichUnit } from './export-choose.ts'
import { exportFile, exportLink, exportProgress } from './exports.ts'
import { importFile, importLines, importProgress } from './imports.ts'
import { feedback } from './feedback.ts'
import { formItems } from './form-items.ts'
import { itemCard } from './item-card.ts'
import { askItemTrack, itemStats } from './item-stats.ts'
import { help } from './help.ts'
import {
  askInviteUnit,
  invite,
  invitePoster,
  inviteQr,
  inviteRevoked,
  invites,
  inviteText,
} from './invite.ts'
import { askInviteTerm, askPosterDays } from './invite-term.ts'
import { askAddress, askRole, joined, notice, noticeRenewed } from './joining.ts'
import { lagging, laggingText } from './lagging.ts'
import { laggingUnits } from './lagging-units.ts'
import { learningStats } from './learning-stats.ts'
import { askPause, leaveSet, paused, resumed } from './leave.ts'
import { lesson, quiz } from './lesson.ts'
import { lessonClosed } from './lesson-closed.ts'
import { backupState } from './backup-state.ts'
import { lessonsReloaded } from './lessons-reloaded.ts'
import { dataMasked, typedRemoval } from './masking.ts'
import {
  erased,
  myData,
  myDataConfirm,
  myDataFix,
  myDataRole,
  myDataRoleSet,
  myDataWithdrawn,
} from './my-data.ts'
import { myDataJson, myDataPage } from './my-data-file.ts'
import { newcomers, personMovedAway } from './newcomers.ts'
import { note } from './note.ts'
import { askMeaning, reaction } from './meaning.ts'
import { askReply, replyKept, sharedReplies } from './practice.ts'
import { nudge, pausedNote } from './nudge.ts'
import { nudgeStats } from './nudge-stats.ts'
import { progress } from './progress.ts'
import { ranking } from './ranking.ts'
import {
  answer,
  askAnswer,
  askQuestion,
  openQuestions,
  question,
  questionAsked,
  questionRemoval,
  questionRisen,
  questionStanding,
} from './questions.ts'
import { review, reviews } from './review.ts'
import { takeoverAsked, takeoverDone, takeoverWelcome } from './takeover.ts'
import { tracks } from './tracks.ts'
import { askRhythm, rhythmSet } from './rhythm.ts'
import {
  roleCard,
  roleConfirm,
  roleDone,
  roleHandOver,
  rolePeople,
  roles,
  roleTold,
  roleUnits,
} from './roles.ts'
import { askSearch, readLesson, searchResults } from './search.ts'
import { personCard, personMatch, personTransferred, transferTold } from './person-card.ts'
import { placeCard, placeRemoved } from './place-card.ts'
import { roster, rosterPeople, rosterUnits } from './roster.ts'
import { rosterDoubt, rosterDoubtDone } from './roster-doubt.ts'
import { pageLink, queueDropped, status, statusDrop, statusParked } from './status.ts'
import {
  unit,
  unitCalendars,
  unitChoose,
  unitConfirm,
  unitKindsView,
  unitSectors,
} from './units.ts'
import { survey } from './survey.ts'
import { askHour, askQuiet, askZone, hoursRefused, scheduleSet } from './schedule.ts'
import { askLanguage } from './settings.ts'
import { statsAnnouncements } from './stats/announcements.ts'
import { statsLessons } from './stats/lessons.ts'
import { statsNudges } from './stats/nudges.ts'
import { stats } from './stats/overview.ts'
import { statsRetention } from './stats/retention.ts'
import { statsRoles } from './stats/roles.ts'
import { statsTimes } from './stats/times.ts'
import { statsTrack } from './stats/track.ts'
import { statsTracks } from './stats/tracks.ts'
import { statsUnits } from './stats/units.ts'
import { statsWhichUnit } from './stats/which-unit.ts'

/** Every kind of message there is: what stands in the outbox's `kind` is a name of this list. */
export const views = {
  announcement,
  'announcement-approval': announcementApproval,
  'announcement-audience': announcementAudience,
  'announcement-choose': announcementChoose,
  'announcement-closed': announcementClosed,
  'announcement-confirm': announcementConfirm,
  'announcement-edit': announcementEdit,
  'announcement-line': announcementLine,
  'announcement-progress': announcementProgress,
  'announcement-read': announcementRead,
  'announcement-recall': announcementRecall,
  'announcement-reminder': announcementReminder,
  'announcement-removal': announcementRemoval,
  'announcement-report': announcementReport,
  'announcement-sheet': announcementSheet,
  'announcement-stands': announcementStands,
  'ask-announcement': askAnnouncement,
  answer,
  'ask-answer': askAnswer,
  'ask-meaning': askMeaning,
  'ask-question': askQuestion,
  'ask-reply': askReply,
  'ask-address': askAddress,
  'ask-asn': askAsn,
  'ask-certificate-name': askCertificateName,
  'ask-hour': askHour,
  'ask-invite-term': askInviteTerm,
  'ask-poster-days': askPosterDays,
  'ask-invite-unit': askInviteUnit,
  'ask-item-track': askItemTrack,
  'ask-language': askLanguage,
  'ask-learning-unit': askLearningUnit,
  'ask-nip': askNip,
  'ask-pause': askPause,
  'ask-rhythm': askRhythm,
  'ask-quiet': askQuiet,
  'ask-role': askRole,
  assessment,
  'assessment-done': assessmentDone,
  'assessment-item': assessmentItem,
  calendar,
  'calendar-choose': calendarChoose,
  'calendar-confirm': calendarConfirm,
  'calendar-imported': calendarImported,
  'calendar-remove': calendarRemove,
  'calendar-remove-confirm': calendarRemoveConfirm,
  'calendar-scope': calendarScope,
  'calendar-units': calendarUnits,
  certificate,
  'certificate-checked': certificateChecked,
  'certificate-revoked': certificateRevoked,
  certificates,
  'confirm-certificate': confirmCertificate,
  audit,
  'audit-choose': auditChoose,
  'audit-groups': auditGroupsView,
  badges,
  briefing,
  content,
  'content-gone': contentGone,
  'content-lesson': contentLesson,
  'content-track': contentTrack,
  'ask-search': askSearch,
  dashboard,
  digest,
  feedback,
  'ask-zone': askZone,
  'data-masked': dataMasked,
  help,
  'hours-refused': hoursRefused,
  invite,
  'invite-poster': invitePoster,
  'invite-qr': inviteQr,
  'invite-revoked': inviteRevoked,
  'invite-text': inviteText,
  invites,
  'form-items': formItems,
  'item-card': itemCard,
  'item-stats': itemStats,
  joined,
  lagging,
  'lagging-text': laggingText,
  'lagging-units': laggingUnits,
  'leave-group': leaveGroup,
  'learning-stats': learningStats,
  'known-track': knownTrack,
  'leave-set': leaveSet,
  lesson,
  'lesson-closed': lessonClosed,
  'lessons-reloaded': lessonsReloaded,
  'backup-state': backupState,
  'export-choose': exportChoose,
  'export-file': exportFile,
  'export-link': exportLink,
  'export-progress': exportProgress,
  'export-units': exportUnits,
  'export-which-unit': exportWhichUnit,
  'import-file': importFile,
  'import-lines': importLines,
  'import-progress': importProgress,
  erased,
  menu,
  'my-data': myData,
  'my-data-confirm': myDataConfirm,
  'my-data-fix': myDataFix,
  'my-data-json': myDataJson,
  'my-data-page': myDataPage,
  'my-data-role': myDataRole,
  'my-data-role-set': myDataRoleSet,
  'my-data-withdrawn': myDataWithdrawn,
  newcomers,
  note,
  notice,
  'notice-renewed': noticeRenewed,
  nudge,
  'nudge-removal': nudgeRemoval,
  'nudge-stats': nudgeStats,
  'open-questions': openQuestions,
  paused,
  'paused-note': pausedNote,
  'person-card': personCard,
  'place-card': placeCard,
  'place-removed': placeRemoved,
  'person-match': personMatch,
  'person-moved-away': personMovedAway,
  'person-transferred': personTransferred,
  'preview-lesson': previewLesson,
  'preview-quiz': previewQuiz,
  progress,
  question,
  'question-asked': questionAsked,
  'question-removal': questionRemoval,
  'question-risen': questionRisen,
  'question-standing': questionStanding,
  quiz,
  ranking,
  reaction,
  'reply-kept': replyKept,
  review,
  reviews,
  'read-lesson': readLesson,
  'page-link': pageLink,
  'queue-dropped': queueDropped,
  status,
  'status-drop': statusDrop,
  'status-parked': statusParked,
  survey,
  'rhythm-set': rhythmSet,
  resumed,
  'role-card': roleCard,
  'role-confirm': roleConfirm,
  'role-done': roleDone,
  'role-hand-over': roleHandOver,
  'role-people': rolePeople,
  'role-told': roleTold,
  'role-units': roleUnits,
  roles,
  roster,
  'roster-doubt': rosterDoubt,
  'roster-doubt-done': rosterDoubtDone,
  'roster-people': rosterPeople,
  'roster-units': rosterUnits,
  'schedule-set': scheduleSet,
  'search-results': searchResults,
  'shared-replies': sharedReplies,
  'setup-welcome': setupWelcome,
  stats,
  'stats-announcements': statsAnnouncements,
  'stats-lessons': statsLessons,
  'stats-nudges': statsNudges,
  'stats-retention': statsRetention,
  'stats-roles': statsRoles,
  'stats-track': statsTrack,
  'stats-tracks': statsTracks,
  'stats-times': statsTimes,
  'stats-units': statsUnits,
  'stats-which-unit': statsWhichUnit,
  'takeover-asked': takeoverAsked,
  'takeover-done': takeoverDone,
  'takeover-welcome': takeoverWelcome,
  tracks,
  'transfer-told': transferTold,
  'typed-removal': typedRemoval,
  unit,
  'unit-calendars': unitCalendars,
  'unit-choose': unitChoose,
  'unit-confirm': unitConfirm,
  'unit-kinds': unitKindsView,
  'unit-sectors': unitSectors,
} as const

export type ViewName = keyof typeof views
export type ViewArgs<N extends ViewName> = Parameters<(typeof views)[N]>[1]
