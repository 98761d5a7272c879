import { describe, expect, it } from 'vitest'

import { checkFaultPlan, parseFaultPlan } from './parse.ts'
import { createFaults } from './plan.ts'

const RESET = { kind: 'reset' } as const

describe('faults', () => {
  it('fire by method, chat and number', () => {
    const faults = createFaults(
      [{ fault: RESET, methods: ['sendPoll'], chatIds: [7], nth: [2] }],
      1,
    )
    const decisions = [
      faults.decide('sendPoll', 7),
      faults.decide('sendMessage', 7),
      faults.decide('sendPoll', 8),
      faults.decide('sendpoll', 7),
      faults.decide('sendPoll', 7),
    ]
    expect(decisions).toEqual([undefined, undefined, undefined, RESET, undefined])
    expect(faults.list()).toMatchObject([{ matched: 3, fired: 1 }])
  })

  it('leave getUpdates alone unless it is named', () => {
    expect(createFaults([{ fault: RESET }], 1).decide('getUpdates', null)).toBeUndefined()
    expect(
      createFaults([{ fault: RESET, methods: ['getUpdates'] }], 1).decide('getUpdates', null),
    ).toEqual(RESET)
  })

  it('repeat with the seed, and change with it', () => {
    const draw = (seed: number) => {
      const faults = createFaults([{ fault: RESET, probability: 0.5 }], seed)
      return Array.from({ length: 40 }, () => faults.decide('sendMessage', 1) !== undefined)
    }
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    const fired = draw(1).filter(Boolean).length
    expect(fired).toBeGreaterThan(8)
    expect(fired).toBeLessThan(32)
  })

  it('end after so many times, when taken away, and when cleared', () => {
    const faults = createFaults([{ fault: RESET, times: 1 }], 1)
    expect(faults.decide('sendMessage', 1)).toEqual(RESET)
    expect(faults.decide('sendMessage', 1)).toBeUndefined()
    const remove = faults.add({ fault: RESET })
    expect(faults.decide('sendMessage', 1)).toEqual(RESET)
    remove()
    expect(faults.decide('sendMessage', 1)).toBeUndefined()
    faults.clear()
    expect(faults.active).toBe(false)
  })
})

describe('parseFaultPlan', () => {
  it('reads a plan', () => {
    const plan = [
      { fault: { kind: 'error', code: 502 }, methods: ['sendMessage'], probability: 0.1 },
    ]
    expect(checkFaultPlan(plan)).toEqual({ ok: true, plan })
    expect(parseFaultPlan(JSON.stringify(plan))).toEqual(plan)
  })

  it('names every mistake', () => {
    const wrong = [{ fault: { kind: 'flood' } }, { fault: RESET, probability: 2 }, 'x']
    expect(() => parseFaultPlan(JSON.stringify(wrong))).toThrow('rule 2: probability')
    expect(() => parseFaultPlan('[')).toThrow('not JSON')
    expect(checkFaultPlan(wrong)).toMatchObject({
      ok: false,
      problems: [/^rule 1: kind/u, /^rule 2: probability/u, /^rule 3: an object/u].map(
        (pattern) => expect.stringMatching(pattern) as unknown,
      ),
    })
  })
})
