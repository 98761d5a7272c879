export { readLagging, type LaggingPerson, type LaggingReport } from './lagging-store.ts'
export { countPeople, readRounds } from './learned-store.ts'
export { compared, together, type Round } from './choose-wording.ts'
export {
  banditSettings,
  drawArm,
  LEARNING_FROM,
  type BanditSettings,
  type Tally,
} from './bandit.ts'
export { isRemindable, remind, type Reminding } from './remind.ts'
export { nudgeDue, type NudgeArgs } from './nudge-due.ts'
export { nudgesEnded } from './nudge-ended.ts'
export { firstNudgeAt, rungs, type Rung } from './ladder.ts'
export { noteAnswers, nudgedBefore } from './nudges-store.ts'
export { type PausedNoteArgs } from './tell-coordinators.ts'
export { maskOf, wordingIds, wordings } from './wordings.ts'
export { pausedSince } from './paused-since-store.ts'
export { renewNudge } from './renew-nudge.ts'
export { replanNudges } from './replan-nudges.ts'
export { withdrawNudges } from './withdraw-nudge.ts'
