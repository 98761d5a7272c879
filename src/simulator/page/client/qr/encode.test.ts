import { describe, expect, it } from 'vitest'

import { encodeQr } from './encode.ts'

/** Read back by an independent reader when it was written down, as were codes of all ten versions. */
const READ_BACK = [
  '#######..##...#######',
  '#.....#.....#.#.....#',
  '#.###.#.##..#.#.###.#',
  '#.###.#.#.....#.###.#',
  '#.###.#.#..##.#.###.#',
  '#.....#.##..#.#.....#',
  '#######.#.#.#.#######',
  '........#.###........',
  '#.#####..##.#.#####..',
  '#..##....#..#..###..#',
  '#.#...###..#..#......',
  '..#.##.#.#......###..',
  '...#.###.###.##.#..#.',
  '........##.####.##.##',
  '#######...#.##.#.###.',
  '#.....#.######...##.#',
  '#.###.#.###.#.##....#',
  '#.###.#.#...#..####..',
  '#.###.#.##.#.##..##..',
  '#.....#...#.....#.#..',
  '#######.#.##....#..#.',
]

const drawn = (text: string): string[] | undefined =>
  encodeQr(text)?.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''))

/** FNV-1a, enough to notice a module that moved. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of (drawn(text) ?? []).join('')) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  }
  return (hash >>> 0).toString(16)
}

describe('encodeQr', () => {
  it('draws the code that was read back', () => {
    expect(drawn('t.me/a?b=c')).toEqual(READ_BACK)
  })

  it.each([
    [10, 'f43ba543'],
    [100, 'c9c572d8'],
    [213, '936fbf37'],
  ])('draws %d letters as it did when they were read back', (length, hash) => {
    expect(digest('s'.repeat(length))).toBe(hash)
  })

  it('grows with the text, in bytes, up to version 10', () => {
    const sizes = [1, 14, 15, 84, 100, 213].map((length) => encodeQr('x'.repeat(length))?.length)
    expect(sizes).toEqual([21, 21, 25, 37, 41, 57])
    expect(encodeQr('x'.repeat(214))).toBeUndefined()
    expect(encodeQr('é'.repeat(107))).toBeUndefined()
  })
})
