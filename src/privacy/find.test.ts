import { readdir, readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal } from './find.ts'
import { harmless, personal, unseen, type Example } from './fixture.ts'

const kindsIn = (text: string): string[] => findPersonal(text).map(({ kind }) => kind)

/** What is of the right kind and in the right order counts as caught. */
function measure(examples: readonly Example[]): Record<'wanted' | 'caught' | 'reported', number> {
  const counted = examples.map(({ text, kinds }) => {
    const found = kindsIn(text)
    const caught = kinds.filter((kind, index) => found[index] === kind).length
    return { wanted: kinds.length, caught, reported: found.length }
  })
  const sum = (key: 'wanted' | 'caught' | 'reported'): number =>
    counted.reduce((total, one) => total + one[key], 0)
  return { wanted: sum('wanted'), caught: sum('caught'), reported: sum('reported') }
}

describe('what is found', () => {
  it.each(personal.map(({ text, kinds }) => [text, kinds] as const))('%j: %j', (text, kinds) => {
    expect(kindsIn(text)).toEqual(kinds)
  })

  it.each(harmless.map(({ text }) => text))('nothing in %j', (text) => {
    expect(findPersonal(text)).toEqual([])
  })

  it('covers the whole number, in UTF-16 offsets of the original', () => {
    const text = '🙏 NIK 7309\u200b0112 0385 0001 ya'
    const spans = findPersonal(text).map(({ start, end }) => text.slice(start, end))
    expect(spans).toEqual(['7309\u200b0112 0385 0001'])
  })

  it.each([
    ['the examples that it was made with', [...personal, ...harmless]],
    ['examples written afterwards', unseen],
  ])('says how much it catches and how rarely it errs, on %s', (name, examples) => {
    const { wanted, caught, reported } = measure(examples)
    process.stdout.write(
      `personal data, ${name}: recall ${caught} of ${wanted}, precision ${caught} of ${reported}\n`,
    )
    expect(caught / wanted).toBeGreaterThan(0.95)
    expect(caught / reported).toBeGreaterThan(0.94)
  })

  it('raises no false alarm in any lesson', async () => {
    const root = new URL('../../lessons/', import.meta.url)
    const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.md'))
    expect(files.length).toBeGreaterThan(60)
    for (const file of files) {
      const text = await readFile(new URL(file, root), 'utf8')
      expect([file, findPersonal(text)]).toEqual([file, []])
    }
  })

  it('takes numbers at random for personal data only rarely', () => {
    const random = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 4, maxLength: 12 })
    const samples = fc.sample(random, { numRuns: 4000, seed: 7 })
    const alarms = samples.filter((numbers) => findPersonal(numbers.join(' ')).length > 0).length
    expect(alarms / samples.length).toBeLessThan(0.02)
  })
})
