import { expect } from 'vitest'
import { addCrowd, openPhones } from './crowd.ts'
import { until } from './until.ts'
import type { World } from './world.ts'

/** Somebody's lesson becomes due, and nobody calls the tick: it comes by the queue's scheduler. */
export async function expectTickAlone(world: World, timeoutMs?: number): Promise<void> {
  const dueAt = new Date('2026-11-24T01:00:00Z')
  const [id = 0] = await addCrowd(world.app.db, { count: 1, dueAt })
  openPhones(world.simulator, [id])
  await world.idle()
  world.clock.moveTo(dueAt)
  const quizzes = (): number => world.simulator.ledger.entries({ chatId: id, kind: 'poll' }).length
  await until(() => quizzes() === 1, 'the lesson and its quiz, by the tick alone', timeoutMs)
  expect(quizzes()).toBe(1)
  expect(world.simulator.ledger.received(id)).toBeGreaterThan(1)
}
