import { expect, it } from 'vitest'
import { movableClock } from '../../platform/clock.ts'
import { silentLogger } from '../../platform/logger.ts'
import { createClockwork, type ClockState } from './clockwork.ts'

function setUp() {
  const clock = movableClock(new Date('2026-11-23T00:00:00Z'))
  const waiting: (() => void)[] = []
  const live = {
    advance: async (to: Date) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      clock.moveTo(to)
    },
  }
  const clockwork = createClockwork({ live, clock, log: silentLogger })
  const told: ClockState[] = []
  clockwork.subscribe((state) => told.push(state))
  return { clock, clockwork, told, waiting }
}

it('jumps once at a time, and says so', async () => {
  const { clockwork, told, waiting } = setUp()
  expect(clockwork.jump(new Date('2026-11-23T01:00:00Z'))).toBe(true)
  expect(clockwork.jump(new Date('2026-11-30T01:00:00Z'))).toBe(false)
  expect(clockwork.state.moving).toBe(true)
  await Promise.resolve()
  waiting.shift()?.()
  await clockwork.arrived()
  expect(clockwork.state).toEqual({
    now: '2026-11-23T01:00:00.000Z',
    moving: false,
    playing: false,
  })
  expect(told.at(-1)).toEqual(clockwork.state)
})

it('goes on after a move that failed', async () => {
  const clock = movableClock(new Date('2026-11-23T00:00:00Z'))
  let fails = true
  const clockwork = createClockwork({
    clock,
    log: silentLogger,
    live: {
      advance: async (to: Date) => {
        if (fails) throw new Error('broken')
        clock.moveTo(to)
        await Promise.resolve()
      },
    },
  })
  clockwork.jump(new Date('2026-11-23T01:00:00Z'))
  await clockwork.arrived()
  expect(clockwork.state.moving).toBe(false)
  fails = false
  clockwork.jump(new Date('2026-11-23T02:00:00Z'))
  await clockwork.arrived()
  expect(clockwork.state.now).toBe('2026-11-23T02:00:00.000Z')
})

it('plays an hour a second, until it is stopped', async () => {
  const { clock, clockwork, waiting } = setUp()
  clockwork.play(true)
  await expect.poll(() => waiting.length).toBe(1)
  waiting.shift()?.()
  await expect.poll(() => clock.now().getTime()).toBeGreaterThan(Date.UTC(2026, 10, 23))
  const stopped = clockwork.stop()
  for (const go of waiting) go()
  await stopped
  expect(clockwork.state.playing).toBe(false)
})
