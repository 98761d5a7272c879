import { describe, expect, it } from 'vitest'
import { typedMarks } from './typed-marks.ts'

describe('marks that are typed', () => {
  it.each([
    ['Rapat biasa', { text: 'Rapat biasa' }],
    ['2 ** 3 dan a__b', { text: '2 ** 3 dan a__b' }],
    ['** bukan **', { text: '** bukan **' }],
    [
      '**Rapat** hari __Senin__',
      {
        text: 'Rapat hari Senin',
        entities: [
          { type: 'bold', offset: 0, length: 5 },
          { type: 'italic', offset: 11, length: 5 },
        ],
      },
    ],
    [
      '**Rapat __penting__ sekali**',
      {
        text: 'Rapat penting sekali',
        entities: [
          { type: 'bold', offset: 0, length: 20 },
          { type: 'italic', offset: 6, length: 7 },
        ],
      },
    ],
    [
      'Ketik `/materi **x**`, ~~besok~~ ||rahasia||',
      {
        text: 'Ketik /materi **x**, besok rahasia',
        entities: [
          { type: 'code', offset: 6, length: 13 },
          { type: 'strikethrough', offset: 21, length: 5 },
          { type: 'spoiler', offset: 27, length: 7 },
        ],
      },
    ],
  ])('%s', (typed, expected) => {
    expect(typedMarks(typed)).toEqual(expected)
  })
})
