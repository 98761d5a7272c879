import { startApp, type Role } from '../../src/app.ts'
import { onHangUp } from '../../src/cli/hang-up.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { createLogger } from '../../src/platform/logger.ts'

/**
 * The whole app as a process of its own, to be killed. Civil time begins where the parent says and
 * then runs with elapsed time, so that the day's hour does not depend on when the test is run. A
 * moment that comes in on stdin is where it jumps to.
 *
 * argv: a JSON object { env, civilStart, lessonsDir, queuePrefix, only }
 */
const { env, civilStart, lessonsDir, queuePrefix, only } = JSON.parse(process.argv[2] ?? '{}') as {
  env: Record<string, string>
  civilStart: string
  lessonsDir: string
  queuePrefix: string
  only?: Role[]
}

let begun = { civilMs: Date.parse(civilStart), elapsed: elapsedMs() }
process.stdin.on('data', (moment: Buffer) => {
  begun = { civilMs: Date.parse(moment.toString()), elapsed: elapsedMs() }
})
const log = createLogger('error')
const onReload = onHangUp(log, () => undefined)
const app = await startApp({
  config: parseConfig(env),
  clock: { now: () => new Date(begun.civilMs + elapsedMs() - begun.elapsed) },
  log,
  dataDir: '/nonexistent',
  lessonsDir,
  queuePrefix,
  ...(only === undefined ? {} : { only }),
  chatGapMs: 0,
  tickMs: 200,
})
onReload(() => app.reloadLessons())
process.stdout.write('ready\n')
process.on('SIGTERM', () => {
  app.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
