import { describe, expect, it } from 'vitest'
import type { LessonProblem } from '../../content/index.ts'
import { loadTexts } from '../texts.ts'
import { faultText } from './lesson-fault.ts'
import { lessonsReloadedArgs } from './lessons-reloaded.ts'

const t = loadTexts()

const missing: LessonProblem = {
  file: 'fondasi/01-satu.md',
  line: 4,
  what: '`minutes` is missing',
  mend: 'add the minutes it takes, a whole number from 1 to 15',
  key: 'value-missing',
  values: {
    place: { phrase: 'at-field', values: { key: 'minutes' } },
    wanted: { phrase: 'minutes' },
  },
}

describe('what is wrong with a lesson', () => {
  it('is said with its place and how to mend it, in the language of whoever reads it', () => {
    const { key, values } = missing
    expect(faultText(t.in('id'), key, values)).toBe(
      '<code>minutes</code> belum ada. Tambahkan lamanya dalam menit, angka bulat 1 sampai 15.',
    )
    expect(faultText(t.in('en'), key, values)).toBe(
      '<code>minutes</code> is missing. Add the minutes it takes, a whole number from 1 to 15.',
    )
  })

  it('breaks nothing by what stands in a file', () => {
    const values = {
      place: { phrase: 'at-option', values: { key: '<b>' } },
      value: '"<i>&"',
      wanted: { phrase: 'title' },
    } as const
    expect(faultText(t.in('id'), 'value-wrong', values)).toBe(
      'Pilihan <code>&lt;b&gt;</code> berisi "&lt;i&gt;&amp;". Tulis judul, dalam satu baris.',
    )
  })

  it('lies in the ledger without the words of any language, and short', () => {
    const long = 'x'.repeat(3000)
    const place = { phrase: 'at-field', values: { key: long } } as const
    const { problems } = lessonsReloadedArgs({
      kind: 'refused',
      problems: [
        { ...missing, file: `${long}/01.md`, values: { place, value: long, known: long } },
      ],
    })
    const [kept] = problems?.first ?? []
    expect(Object.keys(kept ?? {}).toSorted()).toEqual(['file', 'key', 'line', 'values'])
    expect(kept?.file).toMatch(/^…x+\/01\.md$/)
    expect(JSON.stringify(kept).length).toBeLessThan(600)
  })
})
