import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '../platform/clock.ts'
import { messageOf, UserError } from '../platform/errors.ts'
import { createLogger } from '../platform/logger.ts'
import {
  DEFAULT_TOKEN,
  parseFaultPlan,
  phonePage,
  startSimulator,
  type FaultPlan,
  type Simulator,
  type SimulatorOptions,
} from '../simulator/index.ts'
import type { Run } from './command.ts'
import { onEnding, untilAborted } from './signals.ts'

/** The simulated Telegram alone, for anyone's bot, with phones to talk to it. */
export const simulator: Run = async ({ args, stdout, stderr }) => {
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
  const tokens = [DEFAULT_TOKEN, ...values.token.map(asToken)]
  const running = await start({
    clock: systemClock,
    host: values.host,
    port: asPort(values.port),
    tokens,
    ...(areLimitsOn(values.limits)
      ? {}
      : { limits: { globalPerSecond: null, chatPerSecond: null } }),
    ...(values.faults === undefined ? {} : { faults: await readFaults(values.faults) }),
  })
  stdout(`Telegram's Bot API, simulated: ${running.url}`)
  stdout(`It takes the token ${tokens.join(', ')}; its control API is under ${running.url}/sim/`)
  try {
    running.addRoute(await phonePage(running, { tokens }))
    stdout(`Phones to talk with your bot: ${running.url}/`)
  } catch (error) {
    // The API is what was asked for; an installation without Vite has it too.
    if (!(error instanceof UserError)) throw error
    stderr(`No phone page: ${error.message}; ${error.hint ?? ''}`)
  }
  await untilAborted(onEnding(createLogger('info')).signal)
  await running.close()
  return 0
}

function asPort(given: string): number {
  const port = Number(given)
  if (given !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new UserError(`--port: given "${given}"; expected a port from 0 to 65535.`)
}

/** Not repeated in the message: somebody may have pasted a real one. */
function asToken(given: string): string {
  if (/^\d{1,15}:[\w-]{1,64}$/.test(given)) return given
  throw new UserError('--token: expected digits, a colon, and letters, digits, _ or -.', {
    hint: 'Invent one, e.g. --token 7:mine; a real token has no business here.',
  })
}

function areLimitsOn(given: string): boolean {
  if (given === 'on' || given === 'off') return given === 'on'
  throw new UserError(`--limits: given "${given}"; expected on or off.`)
}

async function readFaults(path: string): Promise<FaultPlan> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new UserError(`--faults: ${path} cannot be read: ${messageOf(error)}`, { cause: error })
  }
  return parseFaultPlan(text)
}

async function start(options: SimulatorOptions): Promise<Simulator> {
  try {
    return await startSimulator(options)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error
    throw new UserError(`The simulator cannot listen there: ${messageOf(error)}`, {
      hint: 'Choose another --port (0 takes any free one) or --host.',
      cause: error,
    })
  }
}
