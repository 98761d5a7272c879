import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '..', '..')

/** Each `…LOCK = …` of the program: the number, and where it stands. */
async function lockNumbers(): Promise<(readonly [number: string, where: string])[]> {
  const names = await readdir(SRC, { recursive: true })
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const found = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(SRC, name), 'utf8')
      return [...text.matchAll(/\b(\w*LOCK) = ([\d_]+)/g)].map(
        ([, constant, number = '']) => [number.replaceAll('_', ''), `${name} ${constant}`] as const,
      )
    }),
  )
  return found.flat()
}

// Advisory locks have one space of numbers: of two that share one, the feeder of messages would wait for
// statistics, and the start of a second process for the night's backup.
it('has another number for each advisory lock', async () => {
  const byNumber = Map.groupBy(await lockNumbers(), ([number]) => number)
  expect(byNumber.size).toBeGreaterThan(8)
  const shared = [...byNumber].filter(([, places]) => places.length > 1)
  expect(shared.map(([, places]) => places.map(([, where]) => where))).toEqual([])
})
