import type { HeadlessResult } from './headless.ts'

/** What people read where no machine does. */
export function summaryOf(result: HeadlessResult): string {
  const { checked, ...r } = result
  const { differences } = checked
  const verdict =
    differences.length === 0
      ? 'The ledgers and what arrived agree.'
      : `The ledgers and what arrived do NOT agree:\n${differences
          .map(({ what, ledger, received }) => `  ${what}: ledger ${ledger}, received ${received}`)
          .join('\n')}`
  return [
    `${r.people} people, ${r.days} working days in ${r.wallSeconds} s (seed ${r.seed})`,
    `  lessons ${r.lessonsSent}, quizzes ${r.quizzesSent}, reviews ${r.reviewsSent}, reminders ${r.nudges}`,
    `  answers ${r.answers}, of which right ${r.correct}`,
    `  duplicates ${r.duplicates}, lost ${r.lost}, uncertain ${r.uncertain}`,
    `  up to ${r.sendRate} messages a second, Telegram's limits ${r.limits}; ${r.peakRssMb} MB at the most`,
    verdict,
  ].join('\n')
}
