export { itemAnswered, type MeasuredPhase } from './assessment/item-answered.ts'
export { expireItems, type ItemArgs } from './assessment/items-store.ts'
export { leaveKnownTrack } from './assessment/placement.ts'
export {
  declineSurvey,
  keepSurveyAnswer,
  readSurvey,
  type SurveyPlace,
  type SurveyStanding,
} from './assessment/surveys-store.ts'
export { createClosedToday } from './closed-today.ts'
export { forgetAnswersOf } from './closed-places-store.ts'
export { confidenceOptions } from './confidence.ts'
export { forgetEarlyAnswers } from './answers-store.ts'
export { askForLesson, type Asked } from './ask-for-lesson.ts'
export {
  calendarIn,
  findCalendar,
  listCalendars,
  readCalendar,
  readCalendars,
  storeCalendar,
  type Calendars,
} from './calendar/calendars-store.ts'
export {
  addCivilDays,
  civilDay,
  civilMinute,
  daysBetween,
  momentOf,
  weekdayOf,
  type CivilDay,
} from './calendar/civil-day.ts'
export { waitingMoment } from './calendar/waiting-moment.ts'
export { nextLessonMoment } from './calendar/own-rhythm.ts'
export { workingDayBefore } from './calendar/working-day-before.ts'
export {
  calendarIdColumn,
  joinPlaced,
  placedUnits,
  readRhythm,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from './calendar/rhythm-store.ts'
export {
  dayCloses,
  isOpen,
  nextDayTeachingMoment,
  nextTeachingMoment,
} from './calendar/teaching-moment.ts'
export {
  allowedMinute,
  calendarKinds,
  hoursOn,
  isWorkingDay,
  layCalendar,
  OFFICE,
  type CalendarSettings,
  type Rhythm,
  type WorkCalendar,
} from './calendar/work-calendar.ts'
export { chooseTrack, readCourse, type CourseTrack } from './course-store.ts'
export {
  closeDelivery,
  findDelivery,
  findOpenDelivery,
  latestDelivery,
} from './deliveries-store.ts'
export { changeFollowed, nextChange, noteChange } from './calendar/changes-store.ts'
export { type Concerned } from './calendar/concerned.ts'
export { countConcerned, isConcerned } from './calendar/concerned-store.ts'
export {
  changeCalendar,
  setRamadan,
  type CalendarChange,
  type CalendarChanged,
} from './calendar/change-calendar.ts'
export { findDay, listDays, listRamadans, type StoredRamadan } from './calendar/days-store.ts'
export type { DayFault } from './calendar/import/day-fault.ts'
export { importDays } from './calendar/import/import-days.ts'
export { readDayBytes, readDayFile } from './calendar/import/read-day-file.ts'
export { addDayOff, removeDayOff, type DayChanged } from './calendar/change-days.ts'
export { giveOwnCalendar } from './calendar/own-calendar.ts'
export { leaveKinds, type Leave, type LeaveFault, type LeaveKind } from './calendar/leave.ts'
export {
  addLeave,
  awayAgain,
  cancelLeave,
  endLeave,
  leavesOf,
  MOST_LEAVES,
  peopleOnLeave,
  returnFromLeave,
} from './calendar/leaves-store.ts'
export { peopleBack } from './calendar/returns-store.ts'
export { parseZone } from './calendar/zone.ts'
export { bringBack, comeBack, markMovedAway } from './move-away.ts'
export { momentAfterLeave } from './moment-after-leave.ts'
export { returnBefore, returnBetween } from './find-return.ts'
export { readHours } from './read-hours.ts'
export { formatSpan, parseSpan, type DayHours, type OpenHours } from './calendar/open-hours.ts'
export { setOwnHours } from './calendar/own-hours.ts'
export {
  listUnitCalendars,
  readUnitCalendar,
  setUnitCalendar,
} from './calendar/unit-calendars-store.ts'
export { formatWeek, parseWeek } from './calendar/week-pattern.ts'
export { moveWaiting } from './move-waiting.ts'
export { replanConcerned, type ReplanOptions } from './replan-concerned.ts'
export { hill } from './hill.ts'
export {
  earliestDue,
  endTracks,
  endTracksOf,
  readableTracks,
  startLearning,
  type EndedTrack,
} from './learners-store.ts'
export {
  joinStanding,
  judge,
  readLaggards,
  standingColumns,
  type LaggingOptions,
  type StandingRow,
} from './lagging/laggards-store.ts'
export { isBehind, laggingReasons, type Lagging, type LaggingReason } from './lagging/lagging.ts'
export { lessonsEnded } from './lesson-ended.ts'
export { type NextMoment } from './next-moment.ts'
export { lessonsInAll } from './lessons-in-all.ts'
export { withdrawLesson, type LessonArgs } from './open-lessons.ts'
export { openMoment, workingMoment } from './open-moment.ts'
export { planDue } from './plan-due.ts'
export {
  previewLesson,
  previewsEnded,
  type PreviewLessonArgs,
  type PreviewQuizArgs,
} from './preview-lesson.ts'
export { previewQuestion } from './preview-question.ts'
export {
  firstTeachingMoment,
  nextMomentOf,
  nextMomentsOf,
  replan,
  seeNextMoment,
} from './replan.ts'
export { confirmTakeover } from './take-over.ts'
export { undoTakeover } from './undo-takeover.ts'
export { badgeNames, type Badge } from './badges/badge-rule.ts'
export { earnBadges, listBadges } from './badges/earn-badges.ts'
export { readStreak } from './streak/read-streak.ts'
export { readRemembered } from './reviews/remembered-store.ts'
export { readAnswered, readProgress, type Progress } from './progress-store.ts'
export { type Graded } from './grade-votes.ts'
export { bindEarlyAnswers, receiveVotes, type ReceivedVote } from './receive-answer.ts'
export { askForPractice } from './reviews/ask-for-practice.ts'
export { openReviewEach } from './reviews/review-each-store.ts'
export { pauseLearning } from './pause-learning-store.ts'
export { expireReviews } from './reviews/cards-store.ts'
export { type ReviewArgs } from './reviews/reviews-store.ts'
export { settingNames, settingsSchema, type Settings } from './settings.ts'
export { byUrgency, mostUrgent, type WaitingCard } from './reviews/urgency.ts'
export { FOLDS } from './reviews/tune/cross-validate.ts'
export { caseNames, type Case } from './reviews/tune/meaning.ts'
export {
  NEEDED_PEOPLE,
  NEEDED_REVIEWS,
  tuneReviews,
  type Tuned,
  type TuneStep,
} from './reviews/tune/tune-reviews.ts'
export { readSettings, writeSetting } from './settings-store.ts'
