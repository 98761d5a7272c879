import { parseArgs } from 'node:util'
import { checkLessons, formatProblem } from '../content/index.ts'
import type { Command } from './command.ts'
import { LESSONS_DIR } from './paths.ts'

export const lessonsCheck: Command = {
  name: 'lessons check',
  usage: 'lessons check [<folder>] [--json]',
  summary: 'Checks the lessons: every mistake with file, line, and how to mend it.',
  async run({ args, stdout, stderr }) {
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
  },
}
