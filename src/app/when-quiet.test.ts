import { expect, it } from 'vitest'
import { whenQuiet } from './when-quiet.ts'

/** Waits that end when the test says so. */
function openGate() {
  const waits: { signal: AbortSignal; end: () => void }[] = []
  return {
    waits,
    wait: (signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        waits.push({ signal, end: resolve })
        signal.addEventListener('abort', () => resolve())
      }),
  }
}

/** Lets all that is ready run. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

it('acts once for a burst, when its last stir has been followed by quiet', async () => {
  const { waits, wait } = openGate()
  let acts = 0
  const quiet = whenQuiet(wait, async () => {
    acts += 1
    await turn()
  })
  for (let i = 0; i < 5; i++) {
    quiet.stir()
    await turn()
  }
  expect(acts).toBe(0)
  expect(waits.map(({ signal }) => signal.aborted)).toEqual([true, true, true, true, false])
  waits.at(-1)?.end()
  await turn()
  expect(acts).toBe(1)
  quiet.stir()
  await turn()
  waits.at(-1)?.end()
  await turn()
  expect(acts).toBe(2)
  await quiet.stop()
})

it('acts again for what stirs while it acts, and not at the same time', async () => {
  const { waits, wait } = openGate()
  const log: string[] = []
  const ends: (() => void)[] = []
  const quiet = whenQuiet(wait, async () => {
    log.push('begin')
    await new Promise<void>((resolve) => ends.push(resolve))
    log.push('end')
  })
  quiet.stir()
  await turn()
  waits.at(-1)?.end()
  await turn()
  quiet.stir()
  quiet.stir()
  await turn()
  expect(log).toEqual(['begin'])
  ends[0]?.()
  await turn()
  waits.at(-1)?.end()
  await turn()
  expect(log).toEqual(['begin', 'end', 'begin'])
  ends[1]?.()
  await quiet.stop()
  expect(log).toEqual(['begin', 'end', 'begin', 'end'])
})

it('does nothing once it is stopped', async () => {
  const { waits, wait } = openGate()
  let acts = 0
  const quiet = whenQuiet(wait, () => Promise.resolve(void (acts += 1)))
  quiet.stir()
  await turn()
  await quiet.stop()
  waits.at(-1)?.end()
  quiet.stir()
  await turn()
  expect(acts).toBe(0)
})
