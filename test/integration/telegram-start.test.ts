import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/platform/clock.ts'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { UserError } from '../../src/platform/errors.ts'
import { createLogger } from '../../src/platform/logger.ts'
import { createTelegram, forApi, identify, insist } from '../../src/platform/telegram/index.ts'
import { startSimulator, type FaultRule, type Simulator } from '../../src/simulator/index.ts'
import { until } from '../support/until.ts'

const TOKEN = '123456:demo'
const HOOK = 'https://bot.example.org/telegram'

let simulator: Simulator
let lines: string[]
beforeEach(async () => {
  simulator = await startSimulator({ clock: systemClock })
  lines = []
})
afterEach(async () => {
  await simulator.close()
})

interface Started {
  readonly patienceMs?: number
  readonly signal?: AbortSignal
  readonly apiRoot?: string
}

/** What a start asks for by webhook, with the rules that stand. */
function announce({ patienceMs, signal, apiRoot = simulator.url }: Started = {}): Promise<unknown> {
  const telegram = createTelegram({ token: TOKEN, apiRoot })
  return insist({
    method: 'setWebhook',
    ask: (ended) => telegram.api.setWebhook(HOOK, {}, forApi(ended)),
    hint: `Mend ${HOOK}`,
    log: createLogger('info', { write: (line) => lines.push(line) }),
    signal: signal ?? new AbortController().signal,
    ...(patienceMs === undefined ? {} : { patienceMs }),
  })
}

const onHook = (rule: Omit<FaultRule, 'methods'>): void => {
  simulator.faults.add({ ...rule, methods: ['setWebhook'] })
}

async function complaintOf(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error(`not a UserError: ${String(error)}`)
  expect(`${error.message} ${error.hint}`).not.toContain(TOKEN)
  return error
}

describe('a call that a start cannot do without', () => {
  it.each([
    ['500 and 502', { kind: 'error', code: 502 }],
    ['a connection that is reset', { kind: 'reset' }],
    ['a response that is lost', { kind: 'dropResponse' }],
  ] as const)('waits %s out, and says so without the token', async (_, fault) => {
    onHook({ fault, times: 1 })
    onHook({ fault: { kind: 'error', code: 500 }, times: 1 })
    await announce()
    const telegram = createTelegram({ token: TOKEN, apiRoot: simulator.url })
    expect(await telegram.api.getWebhookInfo()).toMatchObject({ url: HOOK })
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      expect(line).toContain('trying again')
      expect(line).toContain('npm run sedikit -- doctor')
    }
    expect(lines.join()).not.toContain(TOKEN)
  })

  it('rests as long as Telegram asks', async () => {
    onHook({ fault: { kind: 'tooManyRequests', retryAfter: 1 }, times: 1 })
    const began = elapsedMs()
    await announce()
    expect(elapsedMs() - began).toBeGreaterThanOrEqual(999)
    expect(lines).toHaveLength(1)
    // It is reached: there is nothing to find out.
    expect(lines.join()).toContain('asks for a rest')
    expect(lines.join()).not.toContain('doctor')
  })

  it('gives up in words after its patience, with what the last try ended with', async () => {
    onHook({ fault: { kind: 'error', code: 502 } })
    const began = elapsedMs()
    const { message, hint } = await complaintOf(announce({ patienceMs: 2000 }))
    expect(elapsedMs() - began).toBeLessThan(2000)
    expect(message).toBe(
      'Telegram has not taken setWebhook for 2 s; the last try ended with: 502 Bad Gateway.',
    )
    expect(hint).toContain('TELEGRAM_API_ROOT')
    expect(hint).toContain('npm run sedikit -- doctor')
    expect(hint).toContain('Nothing is lost')
    // Asked at 0, 500 and 1,500 ms.
    expect(simulator.faults.list()).toMatchObject([{ fired: 3 }])
  })

  it('gives up a network that is not there', async () => {
    const apiRoot = 'http://127.0.0.1:1'
    const { message } = await complaintOf(announce({ patienceMs: 1000, apiRoot }))
    expect(message).toContain('ECONNREFUSED')
  })

  it('does not wait for a rest that is longer than its patience', async () => {
    onHook({ fault: { kind: 'tooManyRequests', retryAfter: 600 } })
    const { message } = await complaintOf(announce())
    expect(message).toContain('600 s of rest')
    expect(lines).toEqual([])
  })

  it('does not ask again what Telegram will never take', async () => {
    const description = 'Bad Request: bad webhook: an HTTPS URL must be provided for webhook'
    onHook({ fault: { kind: 'error', code: 400, description } })
    const { message, hint } = await complaintOf(announce())
    expect(message).toBe(`Telegram refuses setWebhook: ${description}.`)
    expect(hint).toBe(`Mend ${HOOK}`)
    expect(lines).toEqual([])
  })

  it('says of a token that is refused where to get another', async () => {
    onHook({ fault: { kind: 'error', code: 401 } })
    const { message, hint } = await complaintOf(announce())
    expect(message).toBe('Telegram refuses BOT_TOKEN.')
    expect(hint).toContain('@BotFather')
  })

  it('ends its wait at once when it is told to', async () => {
    onHook({ fault: { kind: 'tooManyRequests', retryAfter: 100 } })
    const ending = new AbortController()
    const ended = announce({ signal: ending.signal })
    await until(() => lines.length === 1, 'that it waits')
    ending.abort(new Error('stopped'))
    await expect(ended).rejects.toThrow('stopped')
  })

  it('ends a call that hangs when it is told to', async () => {
    onHook({ fault: { kind: 'delay', ms: 60_000 } })
    const ending = new AbortController()
    const ended = announce({ signal: ending.signal })
    await until(() => simulator.faults.list().some(({ fired }) => fired > 0), 'a call that hangs')
    ending.abort(new Error('stopped'))
    await expect(ended).rejects.toThrow('stopped')
    simulator.faults.clear()
  })
})

it('who the bot is, is asked again after a 5xx', async () => {
  simulator.faults.add({ fault: { kind: 'error', code: 502 }, methods: ['getMe'], times: 2 })
  const telegram = createTelegram({ token: TOKEN, apiRoot: simulator.url })
  const log = createLogger('info', { write: (line) => lines.push(line) })
  const bot = await identify(telegram, log, new AbortController().signal)
  expect(bot.username).toBe(simulator.botUsername)
  expect(lines).toHaveLength(2)
})
