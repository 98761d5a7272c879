import { parseArgs } from 'node:util'
import {
  checkLessons,
  formatEdit,
  formatMeasures,
  formatProblem,
  formatWarning,
  isCalendarDate,
  publishIds,
  type CheckedLessons,
} from '../content/index.ts'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'

/** @returns 1 for an error, and with --strict for a warning too */
export const lessonsCheck: Run = async ({ args, stdout, stderr }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      today: { type: 'string' },
    },
    allowPositionals: true,
  })
  const [folder = LESSONS_DIR, ...more] = positionals
  if (more.length > 0)
    throw new UserError(`One folder is checked at a time, not ${more.length + 1}.`)
  const today = values.today ?? systemClock.now().toISOString().slice(0, 10)
  if (!isCalendarDate(today, 'day')) {
    throw new UserError(`--today is ${today}.`, {
      hint: 'Write a day that exists, such as 2026-11-24.',
    })
  }
  let checked = await checkLessons(folder, today)
  if (values.publish && checked.errors.length === 0) {
    await publishIds(folder)
    // What was taken up is told all the same: afterwards nothing differs any more.
    const { edits } = checked
    checked = { ...(await checkLessons(folder, today)), edits }
  }
  if (values.json) stdout(JSON.stringify(checked))
  else print(checked, stdout, stderr)
  if (values.publish && checked.errors.length > 0) {
    stderr('Nothing was added to published.yaml: mend the errors first.')
  }
  return checked.errors.length > 0 || (values.strict && checked.warnings.length > 0) ? 1 : 0
}

function print(
  {
    errors,
    warnings,
    measures,
    published,
    edits,
    assessmentItems,
    surveys,
    ...counts
  }: CheckedLessons,
  stdout: (text: string) => unknown,
  stderr: (text: string) => unknown,
): void {
  for (const error of errors) stderr(formatProblem(error))
  for (const warning of warnings) stderr(formatWarning(warning))
  if (measures.length > 0) stdout(`${formatMeasures(measures)}\n`)
  for (const edit of edits) stdout(formatEdit(edit))
  if (published === null) {
    stdout('There is no published.yaml here, so ids were not compared with earlier ones.')
  } else if (published.unlisted > 0) {
    stdout(
      `Not in published.yaml yet: ${many(published.unlisted, 'question')}. Add with --publish what goes out.`,
    )
  }
  if (assessmentItems > 0 || surveys !== null) {
    const { statements, questions } = surveys ?? { statements: 0, questions: 0 }
    stdout(
      `Besides lessons: ${many(assessmentItems, 'assessment item')}; ` +
        `surveys with ${many(statements, 'statement')} and ${many(questions, 'question')}.`,
    )
  }
  const { tracks, lessons, questions, words } = counts
  stdout(
    `${many(tracks, 'track')}, ${many(lessons, 'lesson')}, ${many(questions, 'question')}, ${many(words, 'word')}; ` +
      `${many(errors.length, 'error')}, ${many(warnings.length, 'warning')}`,
  )
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
