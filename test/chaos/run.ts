import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'

/**
 * The chaos suite in full, or one of its files:
 *
 *     npm run chaos
 *     npm run chaos -- --seed 7 --recipients 100000 --only redis storm
 *
 * What CI runs of it is the same with fewer recipients and shorter outages: `vitest run --project
 * chaos`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    recipients: { type: 'string', default: '10000' },
    /** The waits of CI instead of the real ones. */
    short: { type: 'boolean', default: false },
    /** Only the tests whose names hold it, such as `redis`. */
    only: { type: 'string' },
  },
})
for (const [name, value] of Object.entries({ seed: values.seed, recipients: values.recipients })) {
  if (value !== undefined && !/^[1-9]\d*$/.test(value)) {
    console.error(`--${name} is a whole number from 1, and not "${value}"`)
    process.exit(2)
  }
}
const only = values.only === undefined ? [] : ['-t', values.only]
// One file at a time: each has several processes, and their pace is measured.
const args = ['run', '--project', 'chaos', '--no-file-parallelism', ...only, ...positionals]
const child = spawn('vitest', args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    CHAOS_RECIPIENTS: values.recipients,
    CHAOS_FULL: String(!values.short),
    ...(values.seed === undefined ? {} : { CHAOS_SEED: values.seed }),
  },
})
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
