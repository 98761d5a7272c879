import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import type { CommandContext, Run } from './command.ts'
import { runHeadless } from './demo/headless.ts'
import { readOptions } from './demo/read-options.ts'
import { summaryOf } from './demo/summary.ts'
import { untilEnded } from './signals.ts'

export const demo: Run = async (context) => {
  const options = readOptions(context.args)
  refuseRealTelegram(context.env)
  const log = createLogger(context.env['LOG_LEVEL'] ?? 'warn')
  const stopping = new AbortController()
  untilEnded(log).then(
    () => stopping.abort(),
    (error: unknown) => log.error({ err: error }, 'signals'),
  )
  const { signal } = stopping
  const result = await runHeadless({ options, log, tell: context.stderr, signal })
  if (result === undefined) return 130
  context.stdout(options.json ? JSON.stringify(result) : summaryOf(result))
  return result.checked.differences.length === 0 ? 0 : 1
}

/** @throws UserError */
function refuseRealTelegram(env: CommandContext['env']): void {
  const root = env['TELEGRAM_API_ROOT']?.trim() ?? ''
  if (!/(^|\/\/|\.)telegram\.org(?=[:/]|$)/i.test(root)) return
  throw new UserError('TELEGRAM_API_ROOT names the real Telegram, which no demo may touch.', {
    hint: 'Unset TELEGRAM_API_ROOT: the demo brings a Telegram of its own. The real bot: npm start',
  })
}
