import { expect, it } from 'vitest'
import { questionOf, trackOf } from './fixture.ts'
import { formatMeasures } from './format-measures.ts'
import { measureTrack } from './measure-track.ts'

const track = trackOf('guru', [
  questionOf('q1', 'a', ['Petugas', 'Mesin', 'Warga']),
  questionOf('q2', 'd', ['1', '2', '3', '4']),
  questionOf('q3', 'c', ['1', '2', '3']),
])

it('counts a track', () => {
  expect(measureTrack(track)).toEqual({
    track: 'guru',
    lessons: 1,
    words: 7,
    wordsPerSentence: 3.5,
    questions: 3,
    sources: 1,
    keys: [1, 0, 1, 1],
    rightLongest: 1,
    rightLongestPercent: 33.3,
  })
})

it('a track that could not be read has nothing, under the name of its folder', () => {
  expect(measureTrack({ ...track, id: undefined, lessons: [] })).toEqual({
    track: 'guru',
    lessons: 0,
    words: 0,
    wordsPerSentence: 0,
    questions: 0,
    sources: 0,
    keys: [0, 0, 0],
    rightLongest: 0,
    rightLongestPercent: 0,
  })
})

it('is a table with numbers to the right', () => {
  const measures = measureTrack(track)
  expect(formatMeasures([measures, { ...measures, track: 'pelayanan', words: 1428 }])).toBe(
    [
      'track      lessons  words  words/sentence  questions  sources  key a/b/c  right longest',
      'guru             1      7             3.5          3        1    1/0/1/1          33.3%',
      'pelayanan        1   1428             3.5          3        1    1/0/1/1          33.3%',
    ].join('\n'),
  )
})
