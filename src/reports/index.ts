export { type Gain } from './gain.ts'
export { reportLearning, type LearningReport, type WorkAsked } from './learning-report.ts'
export {
  noAttempts,
  readLessonNumbers,
  type FirstAttempts,
  type LessonNumbers,
  type QuestionNumbers,
} from './lesson-numbers-store.ts'
export { reportNudges, type NudgeReport, type WordingReport } from './nudge-report.ts'
export {
  readFigures,
  readHeadcounts,
  type Figures,
  type Headcount,
  type NudgeStep,
  type TrackFigures,
} from './measures/figures.ts'
export {
  reportGroup,
  reportPast,
  reportSeen,
  reportTops,
  reportUnits,
  reportUnitsBelow,
  type GroupReport,
  type ReportOptions,
  type UnitReport,
} from './measures/group-report.ts'
export {
  readAnnouncementReach,
  type AnnouncementReach,
} from './measures/announcement-reach-store.ts'
export { readSeries, type Grain, type SeriesPoint } from './measures/series-store.ts'
export { groupOfRole, reportRoles, type RoleReport } from './measures/role-report.ts'
export {
  reportTrackInUnits,
  reportTracks,
  type TrackInUnit,
  type TrackReport,
} from './measures/track-report.ts'
export { type LessonFigures } from './measures/lesson-figures.ts'
export { readLessonFigures, readSeenLessons } from './measures/lessons.ts'
export { mondayOf, periodNamed, type Period, type PeriodName } from './measures/period.ts'
export { readContinuity, readRetention, type Cohort } from './measures/retention-store.ts'
export { NOBODY, seenIn, topUnits, type Seen } from './measures/seen.ts'
export { type Standing } from './measures/standing.ts'
export { EVERYBODY, type Group } from './measures/sums-store.ts'
export { groupOfUnit, groupsBelow } from './measures/unit-groups.ts'
export { FEWEST_PEOPLE, SMALL_SAMPLE, wilsonInterval, type Rate } from './measures/wilson.ts'
export { readRanking } from './ranking/read-ranking.ts'
export { type RankedUnit, type Ranking } from './ranking/rank-units.ts'
export { freshenRollups, keepRollups, rebuildRollups } from './rollups/keep-rollups.ts'
export { newestWordingSince } from './wording-age-store.ts'
export { earliestDigest, wantsDigest } from './digest/digests-store.ts'
export { readDigest, type Digest, type UnitWeek } from './digest/read-digest.ts'
export { digestsDue, replanDigests, setDigest } from './digest/sweep-digests.ts'
export { pointsSince, type Days } from './digest/weeks.ts'
export {
  readRosterPage,
  readRosterPerson,
  rosterStates,
  type RosterEntry,
  type RosterFilter,
  type RosterPerson,
  type RosterState,
} from './roster/roster-page-store.ts'
export { type ItemFigures, type OptionUse } from './items/analyse-item.ts'
export {
  correlationInterval,
  groupDifference,
  shareInterval,
  type Interval,
} from './items/intervals.ts'
export {
  difficultyOf,
  FAIR,
  GOOD,
  LEAST_PEOPLE,
  type Difficulty,
  type ItemFlag,
} from './items/judge-item.ts'
export { readItems, type ItemAnalysis, type JudgedItem } from './items/read-items.ts'
export { readFormItems, type FormAnalysis, type JudgedFormItem } from './items/read-form-items.ts'
export { endRefresh } from './items/figures-store.ts'
export { areItemsDue, refreshItems } from './items/refresh-items.ts'
export { briefAdmins } from './briefing/brief-admins.ts'
export { type BriefedUnit, type Part } from './briefing/briefing-store.ts'
export { LEAST_PEOPLE as LEAST_BRIEFED, shareOf, type Decision } from './briefing/decide-next.ts'
export { oftenOf, readBriefing, type Briefing } from './briefing/read-briefing.ts'
export { readGauges, type Gauges } from './status/gauges-store.ts'
export { readServer } from './status/status-store.ts'
export {
  readSystemStatus,
  type StatusDependencies,
  type SystemStatus,
  type Versions,
} from './status/system-status.ts'
