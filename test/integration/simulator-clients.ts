import { Api, GrammyError, InputFile } from 'grammy'
import { Telegram, TelegramError } from 'telegraf'
import { afterEach, beforeEach, describe } from 'vitest'

import { movableClock } from '../../src/platform/clock.ts'
import type { MovableClock } from '../../src/platform/clock.ts'
import { DEFAULT_TOKEN, startSimulator } from '../../src/simulator/index.ts'
import type { SimulatedPerson, Simulator } from '../../src/simulator/index.ts'

export interface Failure {
  code: number
  description: string
  retryAfter: number | undefined
}

/** A client of the Bot API, without its own types. */
export interface Client {
  call(method: string, payload?: Record<string, unknown>): Promise<unknown>
  /** The client's own form of a file to upload. */
  file(content: Buffer, name: string): unknown
  /** What the API refused; anything else is thrown on. */
  failureOf(error: unknown): Failure
}

export function grammyClient(url: string, token = DEFAULT_TOKEN): Client {
  const api = new Api(token, { apiRoot: url })
  const raw = api.raw as unknown as Record<string, (payload?: object) => Promise<unknown>>
  return {
    // Methods without parameters take none, not an empty object.
    call: (method, payload) => (payload === undefined ? raw[method]!() : raw[method]!(payload)),
    file: (content, name) => new InputFile(content, name),
    failureOf: (error) => {
      if (!(error instanceof GrammyError)) throw error
      const { error_code, description, parameters } = error
      return { code: error_code, description, retryAfter: parameters.retry_after }
    },
  }
}

export function telegrafClient(url: string, token = DEFAULT_TOKEN): Client {
  const telegram = new Telegram(token, { apiRoot: url })
  return {
    call: (method, payload = {}) => telegram.callApi(method as 'getMe', payload),
    file: (content, name) => ({ source: content, filename: name }),
    failureOf: (error) => {
      if (!(error instanceof TelegramError)) throw error
      const { code, description, parameters } = error
      return { code, description, retryAfter: parameters?.retry_after }
    },
  }
}

export const START = new Date('2026-01-05T00:00:00Z')

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What a conformance test works with; each is a new one for each test. */
export interface Harness {
  simulator: Simulator
  clock: MovableClock
  client: Client
  clientOf: (url: string, token?: string) => Client
  /** Has started the bot, and nothing else. */
  sari: SimulatedPerson
  call(method: string, payload?: Record<string, unknown>): Promise<unknown>
  failure(method: string, payload?: Record<string, unknown>): Promise<Failure>
  description(method: string, payload?: Record<string, unknown>): Promise<string>
  /** Sends a text to Sari; returns its id. */
  send(text?: string, more?: Record<string, unknown>): Promise<number>
  updates(): Promise<Record<string, unknown>[]>
}

/**
 * Each method and each kind of error, through two clients that know nothing of each other or of
 * the simulator: what both understand is the Bot API.
 */
export function throughBothClients(tests: (harness: () => Harness) => void): void {
  describe.each([
    ['grammY', grammyClient],
    ['telegraf', telegrafClient],
  ] as const)('through %s', (_name, clientOf) => {
    let harness: Harness | undefined
    beforeEach(async () => {
      harness = await createHarness(clientOf)
    })
    afterEach(async () => {
      await harness?.simulator.close()
    })
    tests(() => {
      if (harness === undefined) throw new Error('the harness is there within a test only')
      return harness
    })
  })
}

async function createHarness(clientOf: Harness['clientOf']): Promise<Harness> {
  const clock = movableClock(START)
  const simulator = await startSimulator({
    clock,
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  const client = clientOf(simulator.url)
  const sari = simulator.person({
    id: 1001,
    firstName: 'Sari',
    username: 'sari_demo',
    languageCode: 'id',
  })
  sari.start()
  const call: Harness['call'] = (method, payload) => client.call(method, payload)
  const failure: Harness['failure'] = async (method, payload) => {
    const outcome = await call(method, payload).then(
      (result) => ({ result }),
      (error: unknown) => ({ failure: client.failureOf(error) }),
    )
    if ('failure' in outcome) return outcome.failure
    throw new Error(`${method} was accepted: ${JSON.stringify(outcome.result)}`)
  }
  return {
    simulator,
    clock,
    client,
    clientOf,
    sari,
    call,
    failure,
    description: async (method, payload) => (await failure(method, payload)).description,
    send: async (text = 'Selamat pagi', more = {}) => {
      const sent = await call('sendMessage', { chat_id: 1001, text, ...more })
      return (sent as { message_id: number }).message_id
    },
    updates: async () => (await call('getUpdates')) as Record<string, unknown>[],
  }
}
