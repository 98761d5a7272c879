import { describe, expect, it } from 'vitest'
import { createIntake } from './intake.ts'
import type { ReceivedUpdate } from './update.ts'

const update = (updateId: number): ReceivedUpdate => ({
  updateId,
  personKey: 1,
  kind: 'message',
  body: {},
})

/** A store whose writes end when the test says so. */
function openStore(patienceMs = 60_000) {
  const writes: { readonly ids: number[]; readonly end: (error?: Error) => void }[] = []
  const intake = createIntake({
    store: (updates) =>
      new Promise((resolve, reject) => {
        const ids = updates.map(({ updateId }) => updateId)
        writes.push({ ids, end: (error) => (error === undefined ? resolve() : reject(error)) })
      }),
    refusesData: (error) => error instanceof Error && error.message === 'data',
    patienceMs,
  })
  return { intake, writes, ids: () => writes.map(({ ids }) => ids) }
}

/** Lets all that is ready run. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('the intake', () => {
  it('gathers what comes while one is being written, in its order', async () => {
    const { intake, writes, ids } = openStore()
    const first = intake([update(1)])
    const others = [intake([update(2), update(3)]), intake([]), intake([update(4)])]
    await turn()
    expect(ids()).toEqual([[1]])
    writes[0]?.end()
    await first
    await turn()
    expect(ids()).toEqual([[1], [2, 3, 4]])
    writes[1]?.end()
    await Promise.all(others)
  })

  it('writes no more than so many together', async () => {
    const { intake, writes, ids } = openStore()
    const all = [intake([update(0)])]
    for (const n of [1, 2]) {
      all.push(intake(Array.from({ length: 300 }, (_, i) => update(n * 1000 + i))))
    }
    all.push(intake(Array.from({ length: 700 }, (_, i) => update(3000 + i))))
    for (let i = 0; i < 4; i++) {
      writes[i]?.end()
      await turn()
    }
    await Promise.all(all)
    expect(ids().map(({ length }) => length)).toEqual([1, 300, 300, 700])
  })

  it.each([
    ['just fit', [250, 250, 1], [500, 1]],
    ['do not fit any more', [250, 251], [250, 251]],
    ['are more than fit, whoever brought them', [501, 1], [501, 1]],
  ])('writes together those that %s', async (_name, brought, written) => {
    const { intake, writes, ids } = openStore()
    const many = (count: number) => Array.from({ length: count }, (_, i) => update(i))
    const all = [intake([update(0)]), ...brought.map((count) => intake(many(count)))]
    for (let i = 0; i <= written.length; i++) {
      await turn()
      writes[i]?.end()
    }
    await Promise.all(all)
    expect(ids().map(({ length }) => length)).toEqual([1, ...written])
  })

  it('does not try again what was refused alone', async () => {
    const { intake, writes, ids } = openStore()
    const alone = intake([update(1)])
    await turn()
    writes[0]?.end(new Error('data'))
    await expect(alone).rejects.toThrow('data')
    await turn()
    expect(ids()).toEqual([[1]])
  })

  it('rejects all of a group when the store is away, and goes on', async () => {
    const { intake, writes, ids } = openStore()
    const first = intake([update(1)])
    const others = [intake([update(2)]), intake([update(3)])]
    writes[0]?.end(new Error('away'))
    await expect(first).rejects.toThrow('away')
    await turn()
    writes[1]?.end(new Error('away'))
    for (const one of others) await expect(one).rejects.toThrow('away')
    const next = intake([update(4)])
    await turn()
    writes[2]?.end()
    await next
    expect(ids()).toEqual([[1], [2, 3], [4]])
  })

  it('does not let the others suffer for one that cannot be stored', async () => {
    const { intake, writes, ids } = openStore()
    const first = intake([update(1)])
    const [good, bad, better] = [2, 3, 4].map((id) => intake([update(id)]))
    writes[0]?.end()
    await first
    await turn()
    writes[1]?.end(new Error('data'))
    await turn()
    writes[2]?.end()
    await good
    await turn()
    writes[3]?.end(new Error('data'))
    await expect(bad).rejects.toThrow('data')
    await turn()
    writes[4]?.end()
    await better
    expect(ids()).toEqual([[1], [2, 3, 4], [2], [3], [4]])
  })

  it('says after its patience that something is not stored', async () => {
    const { intake, writes } = openStore(1)
    await expect(intake([update(1)])).rejects.toThrow('Not stored within 1 ms')
    writes[0]?.end()
  })
})
