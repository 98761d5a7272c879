import { describe, expect, it } from 'vitest'

import { movableClock } from '../../platform/clock.ts'
import { createRandom } from '../random.ts'
import { readAllowed, shownAllowed } from './allowed.ts'
import { createUpdateQueue } from './queue.ts'

const START = new Date('2026-01-05T00:00:00Z')
const user = { id: 1, is_bot: false, first_name: 'Sari' }
const answer = { poll_id: '1', user, option_ids: [], option_persistent_ids: [] }

function setUp() {
  const clock = movableClock(START)
  const queue = createUpdateQueue(clock, createRandom(1))
  const later = (seconds: number) => clock.moveTo(new Date(START.getTime() + seconds * 1000))
  const ids = (offset: number, limit = 100) =>
    queue.take(offset, limit).map(({ update_id }) => update_id)
  return { queue, later, ids }
}

describe('update queue', () => {
  it('counts up, and forgets what an offset confirms', () => {
    const { queue, ids } = setUp()
    const first = queue.push('poll_answer', answer, 'a') ?? 0
    queue.push('poll_answer', answer, 'a')
    queue.push('poll_answer', answer, 'a')
    expect(ids(0)).toEqual([first, first + 1, first + 2])
    expect(ids(first + 1, 1)).toEqual([first + 1])
    expect(ids(0)).toEqual([first + 1, first + 2])
    expect(ids(-1)).toEqual([first + 2])
    expect(ids(first + 3)).toEqual([])
  })

  it('keeps updates for 24 hours, and presses for 150 seconds', () => {
    const { queue, later, ids } = setUp()
    const press = { id: '1', from: user, chat_instance: '1', data: 'x' }
    queue.push('callback_query', press, 'a')
    const kept = queue.push('poll_answer', answer, 'a')
    later(149)
    expect(ids(0)).toHaveLength(2)
    later(150)
    expect(ids(0)).toEqual([kept])
    later(86_399)
    expect(ids(0)).toEqual([kept])
    later(86_400)
    expect(ids(0)).toEqual([])
  })

  it('starts anew at random after a quiet week, and an old offset loses nothing', () => {
    const { queue, later, ids } = setUp()
    const before = queue.push('poll_answer', answer, 'a') ?? 0
    later(8 * 86_400)
    const after = queue.push('poll_answer', answer, 'a') ?? 0
    expect(after).not.toBe(before + 1)
    expect(ids(before + 1)).toEqual([after])
  })

  it('leaves out what was not asked for', () => {
    const { queue } = setUp()
    queue.allowed = readAllowed(['message']) ?? queue.allowed
    expect(queue.push('poll_answer', answer, 'a')).toBeUndefined()
  })
})

describe('readAllowed', () => {
  it('is the default for an empty list, and nothing for what is no list', () => {
    expect(shownAllowed(readAllowed([]) ?? new Set())).toBeUndefined()
    expect(readAllowed('["chat_member"]')).toEqual(new Set(['chat_member']))
    expect(readAllowed('[')).toBeUndefined()
    expect(readAllowed([1])).toBeUndefined()
  })
})
