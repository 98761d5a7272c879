import { afterEach, describe, expect, it } from 'vitest'
import { elapsedMs } from '../../src/platform/elapsed.ts'
import { until } from '../support/until.ts'
import { recipients, seed, walked } from './support/length.ts'
import { blowsOf, type Planned } from './support/random-blows.ts'
import { expectAllAccounted, mail, openRig, type AppProcess, type Rig } from './support/rig.ts'

const WORKERS = 3

/** The most that `SEND_RATE` can be: Telegram's own limit with `allow_paid_broadcast`. */
const LIMIT = 1000

/** Megabytes that one process may occupy, whatever the backlog. */
const MEMORY_MB = 400

/** Elapsed milliseconds for which a worker is frozen: shorter than a lease, longer than a hiccup. */
const FROZEN_MS = 3000

/**
 * Chance of a call to be told to wait. What is on its way meanwhile is refused as well, a dozen calls
 * or so: in all about one in a hundred is answered 429.
 */
const TOO_MANY = 0.001

describe.each(walked)('20. the storm, queues on %s', (backend) => {
  let rig: Rig
  afterEach(() => rig.close())

  async function outlast(ms: number): Promise<void> {
    const since = elapsedMs()
    await until(() => elapsedMs() - since >= ms, `${ms} ms`, ms * 2 + 10_000)
  }
  const running = (): AppProcess[] => [...rig.processes].filter((one) => one.isRunning())

  async function strike({ blow, victim }: Planned): Promise<void> {
    const alive = running()
    const one = alive[Math.floor(victim * alive.length)]
    switch (blow) {
      case 'kill':
        await one?.kill()
        await rig.start()
        return
      case 'freeze':
        one?.freeze()
        await outlast(FROZEN_MS)
        one?.thaw()
        return
      case 'flush':
        await rig.redis?.flushAll()
        return
      case 'restart redis':
        await rig.redis?.kill()
        await rig.redis?.start()
        return
      case 'restart postgres':
        await rig.postgres?.kill()
        await rig.postgres?.start()
        return
      case 'cut':
        rig.telegram.cut()
        rig.database.cut()
    }
  }

  it(`${recipients} recipients: the ledger adds up`, async () => {
    const logLevel = 'info'
    rig = await openRig({
      backend,
      sendRate: LIMIT,
      ownPostgres: 'migrated',
      logLevel,
      limits: { globalPerSecond: LIMIT, chatPerSecond: 1 },
      faults: [
        {
          fault: { kind: 'tooManyRequests', retryAfter: 1 },
          methods: ['sendMessage'],
          probability: Math.max(TOO_MANY, 6 / recipients),
        },
        { fault: { kind: 'dropResponse' }, methods: ['sendMessage'], probability: 0.005 },
      ],
    })
    const ids = await rig.crowd(recipients)
    await rig.put(
      ids.map((id, i) => mail(i % 2 === 0 ? 'lesson' : 'announcement', id, `message-${i}`)),
    )
    await Promise.all(Array.from({ length: WORKERS }, () => rig.start()))
    const since = elapsedMs()
    const blows = blowsOf(
      seed,
      recipients,
      Math.max(4, Math.min(40, Math.round(recipients / 2500))),
    )
    let memory = 0
    for (const planned of blows) {
      await until(() => rig.arrivals.length >= planned.at, `${planned.at} messages`, 600_000)
      const sizes = await Promise.all(running().map((one) => one.memoryMb()))
      memory = Math.max(memory, ...sizes)
      console.log(
        `${Math.round((elapsedMs() - since) / 1000)} s, ${rig.arrivals.length} arrived, ` +
          `${sizes.map(Math.round).join(' ')} MB: ${planned.blow}`,
      )
      await strike(planned)
    }
    await rig.ended(600_000)
    const seconds = (elapsedMs() - since) / 1000
    const sums = await expectAllAccounted(rig, `20. storm, ${backend}`, { limit: LIMIT })
    console.log(
      `${seconds.toFixed(0)} s, ${(sums.received / seconds).toFixed(0)} a second, ` +
        `at most ${memory.toFixed(0)} MB a process, refused: ` +
        JSON.stringify(rig.simulator.ledger.refusals()),
    )
    expect(sums.planned).toBe(recipients)
    expect(sums.sent + sums.uncertain).toBe(recipients)
    expect(memory).toBeLessThan(MEMORY_MB)
    expect(running()).toHaveLength(WORKERS)
  })
})
