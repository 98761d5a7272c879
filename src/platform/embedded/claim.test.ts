import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from './claim.ts'

const held = (pid: number) => ({ pid, held: true })
const undecided = (pid: number) => ({ pid, held: false })

test.each([
  [false, [], 'stand'],
  [true, [], 'take'],
  [true, [held(9)], 'refuse'],
  [false, [undecided(3), held(9)], 'refuse'],
  [true, [undecided(3)], 'giveWay'],
  [true, [undecided(9)], 'wait'],
  [false, [undecided(9)], 'wait'],
])('standing %j among %j: %s', (standing, rivals, expected) => {
  expect(decide(5, standing, rivals)).toBe(expected)
})

/** Claimants take their steps in any order, each acting on what it saw before, however late. */
test('however the steps interleave, never two hold it, and one does in the end', () => {
  const pids = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 })
  const turns = fc.array(fc.nat({ max: 3 }), { maxLength: 60 })
  fc.assert(
    fc.property(pids, turns, (claimants, order) => {
      const files = new Map<number, boolean>() // of those that stand: held or not
      const verdicts = new Map<number, ReturnType<typeof decide> | 'done'>()
      const act = (pid: number) => {
        const verdict = verdicts.get(pid)
        if (verdict === 'stand') files.set(pid, false)
        if (verdict === 'take') files.set(pid, true)
        if (verdict === 'giveWay' || verdict === 'refuse') files.delete(pid)
        if (verdict === 'take' || verdict === 'refuse') verdicts.set(pid, 'done')
        else if (verdict !== 'done') verdicts.delete(pid)
      }
      const look = (pid: number) => {
        const rivals = [...files].filter(([other]) => other !== pid)
        const seen = rivals.map(([other, isHeld]) => ({ pid: other, held: isHeld }))
        verdicts.set(pid, decide(pid, files.has(pid), seen))
      }
      const step = (pid: number) => {
        if (verdicts.has(pid)) act(pid)
        else look(pid)
        expect([...files.values()].filter(Boolean).length).toBeLessThanOrEqual(1)
      }
      for (const turn of order) step(claimants[turn % claimants.length] ?? 0)
      for (let round = 0; round < 50; round++) for (const pid of claimants) step(pid)
      expect([...files.values()]).toEqual([true])
    }),
  )
})
