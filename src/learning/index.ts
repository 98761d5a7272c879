export { forgetEarlyAnswers } from './answers-store.ts'
export { askForLesson, type Asked } from './ask-for-lesson.ts'
export {
  calendarIn,
  findCalendar,
  listCalendars,
  readCalendar,
  readCalendars,
  saveCalendar,
  storeCalendar,
  type Calendars,
} from './calendar/calendars-store.ts'
export { addCivilDays, civilDay, civilMinute, momentOf } from './calendar/civil-day.ts'
export {
  calendarIdColumn,
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
  previousTeachingMoment,
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
export { closeDelivery, findDelivery, findOpenDelivery } from './deliveries-store.ts'
export { earliestDue, enrol } from './enrolments-store.ts'
export { endTrack } from './end-track.ts'
export { hill } from './hill.ts'
export { lessonsEnded } from './lesson-ended.ts'
export { type NextMoment } from './next-moment.ts'
export { withdrawLesson, type LessonArgs } from './open-lessons.ts'
export { planDue } from './plan-due.ts'
export { firstTeachingMoment, nextMomentOf, replan } from './replan.ts'
export { streak } from './streak.ts'
export { readProgress, type Progress } from './progress-store.ts'
export { bindEarlyAnswers, receiveVote, type Graded, type ReceivedVote } from './receive-answer.ts'
