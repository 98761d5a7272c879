import { expect, it } from 'vitest'
import { en } from './en.ts'
import { id } from './id.ts'

it('counts in words that fit', () => {
  expect(en.rows(1)).toBe('1 row')
  expect(en.rows(1205)).toBe('1,205 rows')
  expect(en.moreInTable(1)).toBe('1 more row is in the table.')
  expect(id.rows(1205)).toBe('1.205 baris')
  expect(id.showAll(1205)).toBe('Tampilkan semua 1.205 baris')
})

it('has a text behind every key, in both languages', () => {
  const texts = [...Object.values(id), ...Object.values(en)].flatMap((value) =>
    typeof value === 'object' ? Object.values(value) : [value],
  )
  expect(texts.filter((text) => typeof text === 'string' && text.trim() === '')).toEqual([])
  expect(Object.keys(en)).toEqual(Object.keys(id))
})
