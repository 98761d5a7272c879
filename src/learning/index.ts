export { forgetEarlyAnswers } from './answers-store.ts'
export { askForLesson, type Asked } from './ask-for-lesson.ts'
export { readDaysOff, storeCalendar } from './calendar/calendar-store.ts'
export { addCivilDays, civilDay, civilMinute, momentOf } from './calendar/civil-day.ts'
export {
  allowedMinute,
  dayCloses,
  isOpen,
  nextDayTeachingMoment,
  nextTeachingMoment,
  type DaysOff,
  type Rhythm,
} from './calendar/teaching-moment.ts'
export { closeDelivery, findDelivery, findOpenDelivery } from './deliveries-store.ts'
export { hill } from './hill.ts'
export {
  earliestDue,
  endTracks,
  readableTracks,
  startLearning,
  type EndedTrack,
} from './learners-store.ts'
export { lessonsEnded } from './lesson-ended.ts'
export { type NextMoment } from './next-moment.ts'
export { lessonsInAll } from './lessons-in-all.ts'
export { withdrawLesson, type LessonArgs } from './open-lessons.ts'
export { planDue } from './plan-due.ts'
export {
  previewLesson,
  previewsEnded,
  type PreviewLessonArgs,
  type PreviewQuizArgs,
} from './preview-lesson.ts'
export { nextMomentOf, replan } from './replan.ts'
export { streak } from './streak.ts'
export { readProgress, type Progress } from './progress-store.ts'
export { bindEarlyAnswers, receiveVote, type Graded, type ReceivedVote } from './receive-answer.ts'
export { askForPractice } from './reviews/ask-for-practice.ts'
export { expireReviews } from './reviews/cards-store.ts'
export { findReview, type ReviewArgs } from './reviews/reviews-store.ts'
