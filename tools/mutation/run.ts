/**
 * Mutation testing of the pure rules of learning and messaging, with Stryker: small faults are put into
 * each rule, one at a time, and the test that stands beside the rule has to see them.
 *
 *     npm run mutation [-- name ...]
 *
 * Names choose files (`plan`, `calendar/`); without one it takes all, in about an hour. Prints a line a
 * file, the mutants that nobody saw, and the sum; ends with 1 when a file is below the goal.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Stryker } from '@stryker-mutator/core'
import { rulesIn, type Rule } from './rules.ts'
import { percentOf, scoreOf, sumOf, type Score } from './score.ts'

/** Of a hundred mutants of a file, so many are to be killed. */
const GOAL = 80

const ROOT = resolve(import.meta.dirname, '..', '..')
// Stryker takes the folder that it is started in.
process.chdir(ROOT)

const { positionals } = parseArgs({ allowPositionals: true, options: {} })
const rules = rulesIn(ROOT).filter(
  ({ file }) => positionals.length === 0 || positionals.some((name) => file.includes(name)),
)
if (rules.length === 0) {
  console.error(`no rule is called ${positionals.join(' or ')}`)
  process.exit(2)
}

const row = (name: string, score: Score): string =>
  `| ${name} | ${score.mutants} | ${score.killed} | ${score.survived} | ${percentOf(score).toFixed(1)} % |`

console.log('| file | mutants | killed | survived | score |\n|---|--:|--:|--:|--:|')
const scores: Score[] = []
const survivors: string[] = []
for (const rule of rules) {
  const { score, survived } = await mutate(rule)
  console.log(row(`\`${rule.file.replace('src/', '')}\``, score))
  scores.push(score)
  survivors.push(...survived)
}
console.log(row('**all**', sumOf(scores)))
if (survivors.length > 0) console.log(`\nSurvivors:\n\n${survivors.join('\n')}`)
process.exitCode = scores.some((score) => percentOf(score) < GOAL) ? 1 : 0

async function mutate({
  file,
  test,
}: Rule): Promise<{ readonly score: Score; readonly survived: readonly string[] }> {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n')
  const stryker = new Stryker({ mutate: [file], testFiles: [test] })
  const results = await stryker.runMutationTest()
  const survived = results
    .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
    .map(({ location: { start, end }, replacement, status }) => {
      const from = lines.slice(start.line - 1, end.line).join('\n')
      const until = from.length - (lines[end.line - 1] ?? '').length + end.column - 1
      const was = from.slice(start.column - 1, until)
      const never = status === 'NoCoverage' ? ' (no test runs it)' : ''
      const change = `${was} → ${replacement ?? ''}`.replaceAll(/\s+/g, ' ')
      return `${file}:${start.line}:${start.column}${never}  ${change}`
    })
  return { score: scoreOf(results.map(({ status }) => status)), survived }
}
