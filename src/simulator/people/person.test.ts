import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { movableClock } from '../../platform/clock.ts'
import { startSimulator } from '../index.ts'
import type { SimulatedPerson, Simulator, SimulatorEvent } from '../index.ts'

let simulator: Simulator
let sari: SimulatedPerson

beforeEach(async () => {
  simulator = await startSimulator({
    clock: movableClock(new Date('2026-01-05T00:00:00Z')),
    limits: { globalPerSecond: null, chatPerSecond: null },
  })
  sari = simulator.person({ id: 1, firstName: 'Sari' })
})
afterEach(async () => {
  await simulator.close()
})

async function call(method: string, payload: object): Promise<{ message_id: number }> {
  const response = await fetch(`${simulator.url}/bot123456:demo/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ chat_id: 1, ...payload }),
  })
  const body = (await response.json()) as { ok: boolean; result: { message_id: number } }
  expect(body).toMatchObject({ ok: true })
  return body.result
}

describe('a phone', () => {
  it('shows nothing new while it is offline, and all of it after', async () => {
    sari.start()
    const early = await call('sendMessage', { text: 'pagi' })
    sari.setOnline(false)
    await call('sendMessage', { text: 'siang' })
    await call('editMessageText', { message_id: early.message_id, text: 'pagi!' })
    expect(sari.messages().map(({ text }) => text)).toEqual(['/start', 'pagi'])
    expect(simulator.ledger.received(1)).toBe(2)
    expect(() => sari.sendText('halo')).toThrow('Sari (1) is offline')
    sari.setOnline(true)
    expect(sari.messages().map(({ text }) => text)).toEqual(['/start', 'pagi!', 'siang'])
  })

  it('tells who listens, but not of an offline phone', async () => {
    const heard: SimulatorEvent[] = []
    const stop = simulator.events.subscribe((event) => heard.push(event))
    sari.start()
    await call('sendMessage', { text: 'a' })
    sari.setOnline(false)
    await call('sendMessage', { text: 'b' })
    sari.setOnline(true)
    stop()
    await call('sendMessage', { text: 'c' })
    expect(heard.map(({ type }) => type)).toEqual([
      'person',
      'message',
      'message',
      'accepted',
      'person',
      'accepted',
      'person',
      'sync',
    ])
  })

  it('starts by a deep link, also by one in a button', async () => {
    expect(sari.start('undangan-1').text).toBe('/start undangan-1')
    const url = `https://t.me/${simulator.botUsername}?start=lagi`
    const { message_id } = await call('sendMessage', {
      text: 'x',
      reply_markup: { inline_keyboard: [[{ text: 'Buka', url }]] },
    })
    expect(sari.press(message_id, 'Buka')).toEqual({ kind: 'url', url })
    expect(sari.messages().at(-1)?.text).toBe('/start lagi')
    expect(() => sari.start('tidak boleh')).toThrow('start payload')
  })

  it('cannot do what the app would not let one do', async () => {
    sari.start()
    const { message_id } = await call('sendMessage', { text: 'x' })
    expect(() => sari.press(message_id, 'Ya')).toThrow('has no button "Ya" (it has: none)')
    expect(() => sari.press(99, 'Ya')).toThrow('shows no message 99')
    expect(() => sari.vote(message_id, 'Ya')).toThrow('is not a poll')
    expect(() => sari.sendText('  ')).toThrow('a message needs text')
    sari.block()
    expect(() => sari.sendText('x')).toThrow('has blocked the bot')
    sari.start()
    expect(sari.blocked).toBe(false)
    sari.deactivate()
    expect(() => sari.sendText('x')).toThrow('has deleted the account')
  })

  it('reveals a quiz only once it is answered', async () => {
    sari.start()
    const { message_id } = await call('sendPoll', {
      question: 'q',
      options: ['a', 'b'],
      type: 'quiz',
      correct_option_ids: [1],
      explanation: 'sebab',
    })
    const poll = () => sari.message(message_id)?.poll
    expect(poll()).not.toHaveProperty('explanation')
    expect(poll()?.options[0]).not.toHaveProperty('correct')
    sari.vote(message_id, 'b')
    expect(poll()).toMatchObject({
      right: true,
      explanation: 'sebab',
      options: [
        { correct: false, chosen: false },
        { correct: true, chosen: true, voters: 1 },
      ],
    })
  })

  it('sends files and contacts, edits and deletes', () => {
    const file = sari.sendFile({
      kind: 'document',
      fileName: 'a.csv',
      mimeType: 'text/csv',
      content: Buffer.from('a'),
    })
    expect(file.media).toMatchObject({ kind: 'document', fileName: 'a.csv', size: 1 })
    sari.sendContact('+62811')
    const text = sari.sendText('satu')
    expect(sari.editText(text.id, 'dua')).toMatchObject({ text: 'dua' })
    sari.deleteMessage(text.id)
    expect(sari.message(text.id)).toBeUndefined()
    expect(simulator.pendingUpdates()).toBe(4)
  })
})

it('keeps the bots of two tokens apart', async () => {
  const two = await startSimulator({
    clock: movableClock(new Date('2026-01-05T00:00:00Z')),
    tokens: ['1:a', '2:b'],
  })
  try {
    two.person({ id: 1, firstName: 'Sari' }, '1:a').start()
    expect(two.pendingUpdates('1:a')).toBe(1)
    expect(two.pendingUpdates('2:b')).toBe(0)
    expect(two.people('2:b')).toHaveLength(0)
    expect(() => two.people('3:c')).toThrow('no bot with that token')
  } finally {
    await two.close()
  }
})
