import { parseArgs } from 'node:util'
import { checkLessons, formatProblem } from '../content/index.ts'
import type { Run } from './command.ts'
import { LESSONS_DIR } from './paths.ts'

export const lessonsCheck: Run = async ({ args, stdout, stderr }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const checked = await checkLessons(positionals[0] ?? LESSONS_DIR)
  const { problems, ...counts } = checked
  if (values.json) {
    stdout(JSON.stringify({ ...counts, errors: problems }))
  } else {
    for (const problem of problems) stderr(formatProblem(problem))
    const { tracks, lessons, questions, words } = counts
    stdout(`${tracks} tracks, ${lessons} lessons, ${questions} questions, ${words} words`)
  }
  return problems.length === 0 ? 0 : 1
}
