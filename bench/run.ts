/**
 * Runs benches one after another, each as a process of its own: those of delivery, which compare us
 * with what people would use instead, or those that are named.
 *
 *     npm run bench [name ...] [-- --json] [--full]
 *
 * With `--json` it prints one list of figures: `{name, unit, value, peers, ratio, goal, met}` and
 * their spread. It ends with 1 when a goal is not met.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { report, type Figure } from './support/figure.ts'
import { asFigures } from './support/older.ts'
import { runScript } from './support/run-script.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
})

/** What runs where none is named: delivery, in its default sizes within ten minutes. */
const DELIVERY = ['pace', 'send', 'receive', 'plan', 'restart', 'footprint']

/** Each prints figures, and takes `--full`. */
const COMPARED = [...DELIVERY, 'cold-start', 'stats', 'keeping', 'dashboard']

/** Older ones, which print each in a shape of its own. */
const ALONE = [
  'simulator',
  'page',
  'catalogue',
  'planning',
  'pictures',
  'certificates',
  'masking',
  'items',
  'export',
  'year',
]

async function figuresOf(name: string): Promise<readonly Figure[]> {
  const isCompared = COMPARED.includes(name)
  const printed = await runScript(`${name}.ts`, values.full && isCompared ? ['--full'] : [])
  return isCompared ? (printed as Figure[]) : asFigures(name, printed)
}

/** Prints as it does when it is called by itself. */
async function runAlone(name: string): Promise<void> {
  const path = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const child = spawn(process.execPath, [path], { stdio: 'inherit' })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) process.exitCode = 1
}

const names = positionals.length === 0 ? DELIVERY : positionals
const unknown = names.filter((name) => ![...COMPARED, ...ALONE].includes(name))
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(', ')}; there are ${[...COMPARED, ...ALONE].join(', ')}.`)
  process.exitCode = 1
} else {
  const figures: Figure[] = []
  for (const name of names) {
    if (!values.json && ALONE.includes(name)) {
      await runAlone(name)
      continue
    }
    try {
      const start = performance.now()
      const measured = await figuresOf(name)
      console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`)
      figures.push(...measured)
      if (!values.json) report(measured, false)
    } catch (error) {
      // The others are measured all the same, and the whole has failed.
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
  if (values.json) report(figures, true)
  if (figures.some(({ met }) => met === false)) process.exitCode = 1
}
