import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

/**
 * Feeds made-up updates of all kinds to the bot's handling, on a Postgres of its own:
 *
 *     npm run fuzz -- --count 100000 --seed 7
 *
 * The seed decides every update; without one it is drawn, and printed to be given again.
 */
const { values } = parseArgs({
  // With `node test/fuzz/run.ts -- --count 9` the arguments stand behind two dashes.
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    count: { type: 'string', default: '100000' },
    seed: {
      type: 'string',
      default: String(1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000_000)),
    },
  },
})
for (const [name, value] of Object.entries(values)) {
  if (!/^[1-9]\d{0,9}$/.test(value)) {
    console.error(`--${name} is a whole number from 1, and not "${value}"`)
    process.exit(2)
  }
}
console.log(`seed ${values.seed}`)
const child = spawn('vitest', ['run', '--project', 'fuzz'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_COUNT: values.count, FUZZ_SEED: values.seed },
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
