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
export { addCivilDays, civilDay, civilMinute, momentOf } from './calendar/civil-day.ts'
export {
  joinPlaced,
  placedUnits,
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
  layCalendar,
  OFFICE,
  type CalendarSettings,
  type Rhythm,
  type WorkCalendar,
} from './calendar/work-calendar.ts'
export { chooseTrack, readCourse, type CourseTrack } from './course-store.ts'
export { closeDelivery, findDelivery } from './deliveries-store.ts'
export { isConcerned, type Concerned } from './calendar/concerned-store.ts'
export {
  changeCalendar,
  setRamadan,
  type CalendarChange,
  type CalendarChanged,
} from './calendar/change-calendar.ts'
export { listDays, listRamadans, type StoredRamadan } from './calendar/days-store.ts'
export { importDays } from './calendar/import/import-days.ts'
export { readDayFile } from './calendar/import/read-day-file.ts'
export { type Leave, type LeaveFault } from './calendar/leave.ts'
export { addLeave, endLeave, leavesOf, peopleOnLeave } from './calendar/leaves-store.ts'
export { formatSpan, parseSpan, type DayHours, type OpenHours } from './calendar/open-hours.ts'
export { setOwnHours } from './calendar/own-hours.ts'
export { listUnitCalendars, setUnitCalendar } from './calendar/unit-calendars-store.ts'
export { formatWeek, parseWeek } from './calendar/week-pattern.ts'
export { replanConcerned, type ReplanOptions } from './replan-concerned.ts'
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
export { firstTeachingMoment, nextMomentOf, replan, seeNextMoment } from './replan.ts'
export { streak } from './streak.ts'
export { readProgress, type Progress } from './progress-store.ts'
export { bindEarlyAnswers, receiveVote, type Graded, type ReceivedVote } from './receive-answer.ts'
export { askForPractice } from './reviews/ask-for-practice.ts'
export { expireReviews } from './reviews/cards-store.ts'
export { type ReviewArgs } from './reviews/reviews-store.ts'
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
export { settingNames, settingsSchema } from './settings.ts'
export { readSettings, writeSetting } from './settings-store.ts'
