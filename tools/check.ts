/**
 * `npm run check`: everything that CI asks before the slow tests. Prints one line a check with its
 * time, then what the failed ones said. `node tools/check.ts lint types` runs only those.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checks } from './checks/index.ts'
import { type Check, failureOf } from './support/check.ts'

/** Two, as CI has two cores; most of the tools use more than one by themselves. */
const atOnce = 2

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { root: { type: 'string', default: resolve(import.meta.dirname, '..') } },
})
const unknown = positionals.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  console.error(
    `no such check: ${unknown.join(', ')}; there are ${checks.map(({ name }) => name).join(', ')}`,
  )
  process.exit(2)
}

const waiting = checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const failures: { name: string; reason: string }[] = []
await Promise.all(Array.from({ length: atOnce }, runWaiting))
for (const { name, reason } of failures) console.log(`\n── ${name} ──\n${reason}`)
process.exitCode = failures.length === 0 ? 0 : 1

async function runWaiting(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
    await runOne(check)
}

async function runOne(check: Check): Promise<void> {
  const start = performance.now()
  const findings = await check.run(resolve(values.root)).catch((error: unknown) => ({
    looked: 0,
    expected: 0,
    problems: `${check.name} broke: ${String(error)}`,
  }))
  const reason = failureOf(findings)
  if (reason !== undefined) failures.push({ name: check.name, reason })
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5)
  const verdict = reason === undefined ? 'ok  ' : 'FAIL'
  console.log(`${verdict} ${check.name.padEnd(10)} ${seconds} s  ${findings.looked} files`)
}
