import { askInviteUnit, invite, setupWelcome, stats } from './admin.ts'
import { leaveGroup, menu, nudgeRemoval } from './chores.ts'
import { content, contentGone, contentTrack } from './content.ts'
import { contentLesson, previewLesson, previewQuiz } from './content-lesson.ts'
import { help } from './help.ts'
import { askAddress, askRole, joined, notice } from './joining.ts'
import { askPause, leaveSet, paused, resumed } from './leave.ts'
import { lesson, nudge, quiz } from './lesson.ts'
import { lessonClosed } from './lesson-closed.ts'
import { lessonsReloaded } from './lessons-reloaded.ts'
import { note } from './note.ts'
import { progress } from './progress.ts'
import { review, reviews } from './review.ts'
import { takeoverAsked, takeoverDone, takeoverWelcome } from './takeover.ts'
import { tracks } from './tracks.ts'
import { askSearch, readLesson, searchResults } from './search.ts'
import { askHour, askQuiet, askZone, hoursRefused, scheduleSet } from './schedule.ts'
import { askLanguage } from './settings.ts'

/** Every kind of message there is: what stands in the outbox's `kind` is a name of this list. */
export const views = {
  'ask-address': askAddress,
  'ask-hour': askHour,
  'ask-invite-unit': askInviteUnit,
  'ask-language': askLanguage,
  'ask-pause': askPause,
  'ask-quiet': askQuiet,
  'ask-role': askRole,
  content,
  'content-gone': contentGone,
  'content-lesson': contentLesson,
  'content-track': contentTrack,
  'ask-search': askSearch,
  'ask-zone': askZone,
  help,
  'hours-refused': hoursRefused,
  invite,
  joined,
  'leave-group': leaveGroup,
  'leave-set': leaveSet,
  lesson,
  'lesson-closed': lessonClosed,
  'lessons-reloaded': lessonsReloaded,
  menu,
  note,
  notice,
  nudge,
  'nudge-removal': nudgeRemoval,
  paused,
  'preview-lesson': previewLesson,
  'preview-quiz': previewQuiz,
  progress,
  quiz,
  review,
  reviews,
  'read-lesson': readLesson,
  resumed,
  'schedule-set': scheduleSet,
  'search-results': searchResults,
  'setup-welcome': setupWelcome,
  stats,
  'takeover-asked': takeoverAsked,
  'takeover-done': takeoverDone,
  'takeover-welcome': takeoverWelcome,
  tracks,
} as const

export type ViewName = keyof typeof views
export type ViewArgs<N extends ViewName> = Parameters<(typeof views)[N]>[1]
