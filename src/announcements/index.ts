export { createAnnouncer, type Announcer } from './announcer.ts'
export {
  acknowledge,
  findCopy,
  keepChoice,
  messagesAsking,
  queueReminders,
  resendUncertain,
} from './after-store.ts'
export {
  changeAnnouncement,
  changeDraft,
  createDraft,
  findAnnouncement,
  isFresh,
  latestOf,
  latestUnderWay,
  setPreviewed,
  takeAnnouncement,
  type Announcement,
} from './announcements-store.ts'
export { choosableUnits, countAudience, MOST_A_DAY, type AudienceCount } from './audience-store.ts'
export { approvalFor, secondsFor } from './decide.ts'
export {
  approversOf,
  cancel,
  correct,
  confirm,
  decideApproval,
  mayApprove,
  recall,
  setPaused,
  type Decided,
} from './decide-store.ts'
export { leaveAnnouncements } from './erase-store.ts'
export { announcementsEnded, tellAuthor } from './ended-store.ts'
export { albumFault, messageOf, type MessageFault } from './message-of.ts'
export { progressKey, tellProgress, tellProgressSoon } from './progress-message.ts'
export {
  countAhead,
  listRecipients,
  readByUnit,
  readProgress,
  readVotes,
  type Progress,
} from './progress-store.ts'
export { countEarlyVotes, forgetEarlyVotes } from './early-votes-store.ts'
export { isClosed, renewClosed } from './keep-hours.ts'
export { earliestScheduled } from './settle-store.ts'
export { EVERYBODY, type Audience, type Correction } from './words.ts'
