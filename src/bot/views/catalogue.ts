import { askInviteUnit, invite, setupWelcome, stats } from './admin.ts'
import { leaveGroup, menu, nudgeRemoval } from './chores.ts'
import { content, contentGone, contentTrack } from './content.ts'
import { contentLesson, previewLesson, previewQuiz } from './content-lesson.ts'
import { help } from './help.ts'
import { askAddress, askRole, joined, notice } from './joining.ts'
import { lesson, nudge, quiz } from './lesson.ts'
import { lessonClosed } from './lesson-closed.ts'
import { lessonsReloaded } from './lessons-reloaded.ts'
import { dataMasked, typedRemoval } from './masking.ts'
import { note } from './note.ts'
import { askMeaning, reaction } from './meaning.ts'
import { askReply, replyKept, sharedReplies } from './practice.ts'
import { progress } from './progress.ts'
import {
  answer,
  askAnswer,
  askQuestion,
  openQuestions,
  question,
  questionAsked,
  questionRemoval,
} from './questions.ts'
import { review, reviews } from './review.ts'
import { tracks } from './tracks.ts'
import { askSearch, readLesson, searchResults } from './search.ts'
import { askHour, askLanguage, askPause, hourSet, paused } from './settings.ts'

/** Every kind of message there is: what stands in the outbox's `kind` is a name of this list. */
export const views = {
  answer,
  'ask-answer': askAnswer,
  'ask-meaning': askMeaning,
  'ask-question': askQuestion,
  'ask-reply': askReply,
  'ask-address': askAddress,
  'ask-hour': askHour,
  'ask-invite-unit': askInviteUnit,
  'ask-language': askLanguage,
  'ask-pause': askPause,
  'ask-role': askRole,
  content,
  'content-gone': contentGone,
  'content-lesson': contentLesson,
  'content-track': contentTrack,
  'ask-search': askSearch,
  'data-masked': dataMasked,
  help,
  'hour-set': hourSet,
  invite,
  joined,
  'leave-group': leaveGroup,
  lesson,
  'lesson-closed': lessonClosed,
  'lessons-reloaded': lessonsReloaded,
  menu,
  note,
  notice,
  nudge,
  'nudge-removal': nudgeRemoval,
  'open-questions': openQuestions,
  paused,
  'preview-lesson': previewLesson,
  'preview-quiz': previewQuiz,
  progress,
  question,
  'question-asked': questionAsked,
  'question-removal': questionRemoval,
  quiz,
  reaction,
  'reply-kept': replyKept,
  review,
  reviews,
  'read-lesson': readLesson,
  'search-results': searchResults,
  'shared-replies': sharedReplies,
  'setup-welcome': setupWelcome,
  stats,
  tracks,
  'typed-removal': typedRemoval,
} as const

export type ViewName = keyof typeof views
export type ViewArgs<N extends ViewName> = Parameters<(typeof views)[N]>[1]
