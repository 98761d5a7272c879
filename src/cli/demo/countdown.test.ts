import { expect, it } from 'vitest'
import { movableClock } from '../../platform/clock.ts'
import { silentLogger } from '../../platform/logger.ts'
import { runCountdown } from './countdown.ts'

const START = Date.UTC(2026, 10, 23)

function setUp(seconds: number, state = { moving: false, playing: false }) {
  const clock = movableClock(new Date(START))
  let looks = 0
  let glances = 0
  const countdown = runCountdown({
    clock,
    log: silentLogger,
    clockwork: {
      get state() {
        glances += 1
        return { ...state, now: '' }
      },
      pass: (to) => {
        clock.moveTo(to)
        return Promise.resolve()
      },
    },
    nextAt: () => {
      looks += 1
      return Promise.resolve(new Date(START + seconds * 1000))
    },
  })
  return { clock, countdown, looks: () => looks, glances: () => glances }
}

it('lets seconds pass that somebody waits for, and none beyond', async () => {
  const { clock, countdown } = setUp(1)
  await expect.poll(() => clock.now().getTime(), { timeout: 5000 }).toBe(START + 1000)
  await countdown.stop()
  expect(clock.now().getTime()).toBe(START + 1000)
})

it('lets nothing pass for what comes later', async () => {
  const { clock, countdown, looks } = setUp(16)
  await expect.poll(looks, { timeout: 5000 }).toBeGreaterThan(1)
  await countdown.stop()
  expect(clock.now().getTime()).toBe(START)
})

it('leaves time alone while somebody moves it', async () => {
  const { countdown, looks, glances } = setUp(1, { moving: true, playing: false })
  await expect.poll(glances, { timeout: 5000 }).toBeGreaterThan(1)
  await countdown.stop()
  expect(looks()).toBe(0)
})
