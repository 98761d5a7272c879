import { describe, expect, it } from 'vitest'

import { systemClock } from '../../platform/clock.ts'
import { createRandom } from '../random.ts'
import { createLongPoll } from './long-poll.ts'
import { createUpdateQueue } from './queue.ts'

const user = { id: 1, is_bot: false, first_name: 'Sari' }
const answer = { poll_id: '1', user, option_ids: [], option_persistent_ids: [] }

function setUp() {
  const queue = createUpdateQueue(systemClock, createRandom(1))
  return { queue, longPoll: createLongPoll(queue), leaving: new AbortController() }
}

describe('long poll', () => {
  it('takes together what came together', async () => {
    const { queue, longPoll, leaving } = setUp()
    const polled = longPoll.poll(0, 100, 50, leaving.signal)
    queue.push('poll_answer', answer, 'a')
    queue.push('poll_answer', answer, 'a')
    expect(await polled).toHaveLength(2)
    expect(longPoll.waiting).toBe(false)
  })

  it('takes nothing for a caller who has left', async () => {
    const { queue, longPoll, leaving } = setUp()
    const polled = longPoll.poll(0, 100, 50, leaving.signal)
    leaving.abort()
    expect(await polled).toEqual([])
    queue.push('poll_answer', answer, 'a')
    expect(await longPoll.poll(0, 100, 50, new AbortController().signal)).toHaveLength(1)
  })

  it('ends with nothing when its time is over, and when the simulator closes', async () => {
    const { longPoll, leaving } = setUp()
    expect(await longPoll.poll(0, 100, 0.001, leaving.signal)).toEqual([])
    const polled = longPoll.poll(0, 100, 50, leaving.signal)
    longPoll.close()
    expect(await polled).toEqual([])
  })

  it('ends the first caller when a second one comes', async () => {
    const { longPoll, leaving } = setUp()
    const first = longPoll.poll(0, 100, 50, leaving.signal)
    const second = longPoll.poll(0, 100, 50, leaving.signal)
    await expect(first).rejects.toThrow('Conflict: terminated by other getUpdates request')
    expect(longPoll.waiting).toBe(true)
    longPoll.close()
    await second
  })
})
