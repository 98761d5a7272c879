import { startApp, type Role } from '../../src/app.ts'
import { onHangUp } from '../../src/cli/hang-up.ts'
import { parseConfig } from '../../src/platform/config.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { createLogger } from '../../src/platform/logger.ts'

/**
 * The whole app as a process of its own, to be killed. Civil time begins where the parent says and
 * then runs with elapsed time, so that the day's hour does not depend on when the test is run.
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

const started = elapsedMs()
const log = createLogger('error')
const onReload = onHangUp(log, () => undefined)
const app = await startApp({
  config: parseConfig(env),
  clock: { now: () => new Date(Date.parse(civilStart) + elapsedMs() - started) },
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
