export { type Gain } from './gain.ts'
export { reportLearning, type LearningReport, type WorkAsked } from './learning-report.ts'
export {
  noAttempts,
  readLessonNumbers,
  type FirstAttempts,
  type LessonNumbers,
  type QuestionNumbers,
} from './lesson-numbers-store.ts'
export { readOverview, type Overview } from './overview-store.ts'
export { readRanking } from './ranking/read-ranking.ts'
export { type RankedUnit, type Ranking } from './ranking/rank-units.ts'
export { newestWordingSince } from './wording-age-store.ts'
export {
  readRosterPage,
  readRosterPerson,
  rosterStates,
  type RosterEntry,
  type RosterFilter,
  type RosterPerson,
  type RosterState,
} from './roster/roster-page-store.ts'
