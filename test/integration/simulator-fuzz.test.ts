import fc from 'fast-check'
import { expect, it } from 'vitest'

import { movableClock } from '../../src/platform/clock.ts'
import { METHOD_NAMES, startSimulator } from '../../src/simulator/index.ts'

/** Methods that wait, or that push to an address: what they take is fuzzed, where they go is not. */
const LEFT_OUT = new Set(['getUpdates', 'setWebhook'])
const REQUESTS = 10_000

const names = fc.constantFrom(
  ...METHOD_NAMES.filter((name) => !LEFT_OUT.has(name)),
  'getupdates',
  'noSuchMethod',
  '%',
  '',
)

const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('<b>x', '*x', '[a](b', '/start', '1', '-5', 'true', '[]', '{}', 'null', '😀'),
)
const anything = fc.oneof(
  fc.anything({ maxDepth: 3, withNullPrototype: false }),
  someText,
  fc.constantFrom(1, 2, 3, 1001, -1, 0),
)

/** Parameters that methods know, with anything in them. */
const params = fc.dictionary(
  fc.constantFrom(
    ...'chat_id text message_id message_ids question options type correct_option_ids explanation'.split(
      ' ',
    ),
    ...'reply_markup entities parse_mode reply_parameters media photo document caption scope'.split(
      ' ',
    ),
    ...'commands name language_code callback_query_id reaction from_chat_id user_id action'.split(
      ' ',
    ),
    ...'file_id menu_button offset limit timeout open_period close_date link_preview_options'.split(
      ' ',
    ),
  ),
  anything,
  { maxKeys: 6 },
)

const buttons = fc.record(
  {
    text: anything,
    callback_data: anything,
    url: anything,
    web_app: anything,
    switch_inline_query: anything,
    style: anything,
  },
  { requiredKeys: [] },
)
const keyboards = fc.record(
  {
    inline_keyboard: fc.oneof(
      anything,
      fc.array(fc.array(buttons, { maxLength: 2 }), { maxLength: 2 }),
    ),
    keyboard: fc.oneof(anything, fc.array(fc.array(fc.oneof(buttons, someText), { maxLength: 2 }))),
  },
  { requiredKeys: [] },
)
/** Messages that come close to what is right. */
const nearly = fc.record(
  {
    chat_id: fc.constantFrom(1001, '1001', 5),
    text: someText,
    question: someText,
    options: fc.oneof(anything, fc.array(someText, { maxLength: 14 })),
    parse_mode: fc.constantFrom('HTML', 'MarkdownV2', 'Markdown', 'x'),
    entities: fc.array(fc.record({ type: someText, offset: fc.integer(), length: fc.nat(9) })),
    reply_markup: keyboards,
    message_id: fc.nat(9),
    media: fc.oneof(anything, fc.array(fc.record({ type: someText, media: someText }))),
  },
  { requiredKeys: ['chat_id'] },
)

function toJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'bigint' ? `${one}` : one,
  ) as string | undefined
  return json ?? 'null'
}

const bodies = fc.oneof(
  fc.oneof(params, nearly).map((value) => ({
    type: 'application/json',
    body: toJson(value),
  })),
  nearly.map((value) => ({
    type: 'application/x-www-form-urlencoded',
    body: Object.entries(value)
      .map(([key, one]) => `${key}=${encodeURIComponent(toJson(one).toWellFormed())}`)
      .join('&'),
  })),
  fc
    .tuple(
      fc.constantFrom('application/json', 'multipart/form-data; boundary=B', 'text/plain', ''),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        someText.map(
          (value) =>
            `--B\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\n${value}\r\n--B--`,
        ),
      ),
    )
    .map(([type, body]) => ({ type, body })),
)

/** Right calls, of which one or two parameters are then spoilt. */
const RIGHT = {
  sendMessage: { chat_id: 1001, text: 'halo', parse_mode: 'HTML' },
  sendPoll: {
    chat_id: 1001,
    question: 'q',
    options: ['a', 'b'],
    type: 'quiz',
    correct_option_ids: [0],
    explanation: 'e',
  },
  editMessageText: { chat_id: 1001, message_id: 2, text: 'baru' },
  copyMessage: { chat_id: 1001, from_chat_id: 1001, message_id: 1 },
  forwardMessage: { chat_id: 1001, from_chat_id: 1001, message_id: 1 },
  setMyCommands: { commands: [{ command: 'a', description: 'b' }] },
  deleteMessages: { chat_id: 1001, message_ids: [3, 4] },
  sendMediaGroup: { chat_id: 1001, media: [{ type: 'document', media: 'attach://a' }] },
} as const
const spoilt = fc
  .tuple(
    fc.constantFrom(...(Object.keys(RIGHT) as (keyof typeof RIGHT)[])),
    fc.oneof(
      fc.constant({}),
      params,
      keyboards.map((reply_markup) => ({ reply_markup })),
    ),
  )
  .map(([method, changes]) => {
    const body = toJson({ ...RIGHT[method], ...changes })
    return [method, { type: 'application/json', body }] as const
  })
const requests = fc.oneof(fc.tuple(names, bodies), spoilt)

it('survives 10,000 malformed requests, and answers each in Telegram’s form', async () => {
  const simulator = await startSimulator({
    clock: movableClock(new Date('2026-01-05T00:00:00Z')),
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  const sari = simulator.person({ id: 1001, firstName: 'Sari' })
  sari.start()
  let accepted = 0
  const send = async ([method, { type, body }]: readonly [
    string,
    { type: string; body: string },
  ]) => {
    const response = await fetch(`${simulator.url}/bot123456:demo/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: type === '' ? {} : { 'content-type': type },
      body,
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (answer['ok'] === true) {
      accepted += 1
      return
    }
    expect(answer).toMatchObject({ ok: false, error_code: response.status })
    expect(response.status, `${method} ${body}`).toBeLessThan(500)
    expect(answer['description']).toMatch(/^(?:Bad Request: \S|Not Found|Forbidden: \S)/u)
  }
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(requests, { minLength: 20, maxLength: 20 }), async (batch) => {
        await Promise.all(batch.map(send))
      }),
      { numRuns: REQUESTS / 20 },
    )
    expect(accepted).toBeGreaterThan(REQUESTS / 20)
    expect(() => sari.messages()).not.toThrow()
    expect(sari.sendText('masih hidup').text).toBe('masih hidup')
  } finally {
    // Throws what failed inside, if anything did.
    await simulator.close()
  }
}, 120_000)
