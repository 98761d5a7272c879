import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '../platform/clock.ts'
import { UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import { DEFAULT_TOKEN, parseFaultPlan, startSimulator } from '../simulator/index.ts'
import type { Run } from './command.ts'
import { onEnding, untilAborted } from './signals.ts'

export const simulator: Run = async ({ args, stdout }) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8081' },
      host: { type: 'string', default: '127.0.0.1' },
      token: { type: 'string', multiple: true, default: [] },
      limits: { type: 'string', default: 'on' },
      faults: { type: 'string' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UserError(`--port: given "${values.port}"; expected a port from 0 to 65535.`)
  }
  if (values.limits !== 'on' && values.limits !== 'off') {
    throw new UserError(`--limits: given "${values.limits}"; expected on or off.`)
  }
  const running = await startSimulator({
    clock: systemClock,
    host: values.host,
    port,
    tokens: [DEFAULT_TOKEN, ...values.token],
    ...(values.limits === 'off' ? { limits: { globalPerSecond: null, chatPerSecond: null } } : {}),
    ...(values.faults === undefined
      ? {}
      : { faults: parseFaultPlan(await readFile(values.faults, 'utf8')) }),
  })
  stdout(`Telegram's Bot API, simulated: ${running.url}\nToken: ${DEFAULT_TOKEN}`)
  await untilAborted(onEnding(createLogger('info')))
  await running.close()
  return 0
}
