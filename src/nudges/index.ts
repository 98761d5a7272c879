export { nudgeDue } from './nudge-due.ts'
export { nudgesEnded } from './nudge-ended.ts'
export { firstNudgeAt } from './nudge-rule.ts'
export { withdrawNudge } from './withdraw-nudge.ts'
