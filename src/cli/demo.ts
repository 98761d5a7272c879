import { parseConfig } from '../platform/config.ts'
import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import type { CommandContext, Run } from './command.ts'
import { readOptions } from './demo/read-options.ts'
import { summaryOf } from './demo/summary.ts'
import { onHangUp } from './hang-up.ts'
import { onEnding } from './signals.ts'

/** What a program returns that was ended by Ctrl-C. */
const BROKEN_OFF = 130

/** The whole system with a simulated Telegram, in a browser or headless. */
export const demo: Run = async ({ args, env, stdout, stderr }) => {
  const options = readOptions(args)
  refuseRealTelegram(env)
  const { host, port, logLevel } = ownConfig(env, stderr)
  const log = createLogger(logLevel)
  const { signal, end } = onEnding(log)
  const onReload = onHangUp(log, end)
  // Each is loaded when it is wanted: days without a page do not carry the page's builder.
  if (!options.headless) {
    const { runInteractive } = await import('./demo/interactive.ts')
    await runInteractive({ options, host, port, log, tell: stdout, signal, onReload })
    return 0
  }
  const { runHeadless } = await import('./demo/headless.ts')
  const result = await runHeadless({ options, log, tell: stderr, signal, onReload })
  if (result === undefined) return BROKEN_OFF
  stdout(options.json ? JSON.stringify(result) : summaryOf(result))
  return result.checked.differences.length === 0 ? 0 : 1
}

/** Of the environment the demo reads these; what names somebody's bot or data it leaves alone. */
const OWN = ['PORT', 'HOST', 'LOG_LEVEL']
const IGNORED = ['BOT_TOKEN', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'PUBLIC_URL']

function ownConfig(
  env: CommandContext['env'],
  stderr: CommandContext['stderr'],
): ReturnType<typeof parseConfig> {
  const ignored = IGNORED.filter((name) => (env[name] ?? '') !== '')
  if (ignored.length > 0) stderr(`The demo brings its own parts and ignores ${ignored.join(', ')}.`)
  const own = Object.fromEntries(OWN.map((name) => [name, env[name]]))
  return parseConfig({ ...own, LOG_LEVEL: env['LOG_LEVEL'] ?? 'warn' })
}

/** @throws UserError */
function refuseRealTelegram(env: CommandContext['env']): void {
  const root = env['TELEGRAM_API_ROOT']?.trim() ?? ''
  if (!/(^|\/\/|\.)telegram\.org(?=[:/]|$)/i.test(root)) return
  throw new UserError('TELEGRAM_API_ROOT names the real Telegram, which no demo may touch.', {
    hint: 'Unset TELEGRAM_API_ROOT: the demo brings a Telegram of its own. The real bot: npm start',
  })
}
