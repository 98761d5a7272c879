import { GrammyError } from 'grammy'
import { expect, it } from 'vitest'
import { createLogger } from '../logger.ts'
import { createTelegram } from './client.ts'
import { createPoller } from './poll.ts'

function refusal(code: number, description: string): GrammyError {
  return new GrammyError('x', { ok: false, error_code: code, description }, 'getUpdates', {})
}

/**
 * Polls through the answers, one after the other, until they are used up; the webhook is taken away
 * after so many failures of that.
 */
async function poll(
  answers: readonly (Error | { update_id: number }[])[],
  failures: readonly Error[] = [],
) {
  const failing = [...failures]
  const called: string[] = []
  const left = [...answers]
  const lines: { level: number; msg: string }[] = []
  const waits: number[] = []
  const stored: unknown[] = []
  const done = Promise.withResolvers<void>()
  const telegram = createTelegram({ token: '1:x', apiRoot: 'http://127.0.0.1:9' })
  telegram.api.deleteWebhook = () => {
    called.push('deleteWebhook')
    const failure = failing.shift()
    return failure === undefined ? Promise.resolve(true) : Promise.reject(failure)
  }
  telegram.api.getUpdates = () => {
    called.push('getUpdates')
    const next = left.shift()
    if (next === undefined) {
      done.resolve()
      return new Promise(() => undefined)
    }
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next as never)
  }
  createPoller({
    telegram,
    store: (updates) => Promise.resolve(void stored.push(...updates)),
    log: createLogger('info', { write: (line) => lines.push(JSON.parse(line) as never) }),
    wait: (ms) => Promise.resolve(void waits.push(ms)),
  }).start()
  await done.promise
  return { lines, waits, stored, called }
}

const second = refusal(409, 'Conflict: terminated by other getUpdates request')
const webhook = refusal(409, "Conflict: can't use getUpdates method while webhook is active")

it('explains a second poller once, and goes on trying with a bounded wait', async () => {
  const { lines, waits } = await poll(Array.from({ length: 20 }, () => second))
  expect(lines).toEqual([
    expect.objectContaining({ level: 50, msg: expect.stringContaining('a second process') }),
  ])
  expect(waits).toHaveLength(20)
  expect(waits.slice(0, 3)).toEqual([500, 1000, 2000])
  expect(Math.max(...waits)).toBe(30_000)
})

it('explains a webhook in other words, and says when it is over', async () => {
  const { lines, waits, stored } = await poll([
    second,
    webhook,
    webhook,
    [{ update_id: 7 }],
    webhook,
  ])
  expect(lines.map(({ msg }) => msg)).toEqual([
    expect.stringContaining('a second process'),
    expect.stringContaining('A webhook is set'),
    'receiving updates works again',
    expect.stringContaining('A webhook is set'),
  ])
  expect(stored).toEqual([{ update_id: 7 }])
  // After a success the waits begin anew.
  expect(waits).toEqual([500, 1000, 2000, 500])
})

it('explains a refused token once', async () => {
  const unauthorized = refusal(401, 'Unauthorized')
  const { lines } = await poll([unauthorized, unauthorized, unauthorized])
  expect(lines.map(({ msg }) => msg)).toEqual([expect.stringContaining('BOT_TOKEN')])
})

it('asks for no updates before the webhook is taken away, and then takes it away no more', async () => {
  const away = refusal(502, 'Bad Gateway')
  const { called, lines, waits } = await poll([away, [{ update_id: 7 }]], [away, away])
  expect(called).toEqual([
    ...Array.from({ length: 3 }, () => 'deleteWebhook'),
    ...Array.from({ length: 3 }, () => 'getUpdates'),
  ])
  expect(waits).toEqual([500, 1000, 2000])
  expect(lines.map(({ msg }) => msg)).toEqual(
    Array.from({ length: 3 }, () => 'receiving updates failed; trying again'),
  )
})

it('explains a token that is refused when the webhook is to be taken away', async () => {
  const unauthorized = refusal(401, 'Unauthorized')
  const { lines } = await poll([[{ update_id: 7 }]], [unauthorized, unauthorized])
  expect(lines.map(({ msg }) => msg)).toEqual([
    expect.stringContaining('BOT_TOKEN'),
    'receiving updates works again',
  ])
})
