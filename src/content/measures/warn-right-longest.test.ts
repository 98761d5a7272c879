import { expect, it } from 'vitest'
import { formatWarning } from '../problem.ts'
import { questionOf, trackOf } from './fixture.ts'
import { warnRightLongest } from './warn-right-longest.ts'

const longest = (id: string) => questionOf(id, 'b', ['Mesin', 'Petugas', 'Warga'])
const other = (id: string) => questionOf(id, 'a', ['Mesin', 'Petugas', 'Warga'])

it('the right option the longest in more than 40% of a track', () => {
  const found = warnRightLongest(trackOf('guru', [longest('q1'), other('q2'), longest('q3')]))
  expect(found.map(formatWarning)).toEqual([
    'guru/track.yaml:1: warning: the right option is the longest in 2 of 3 questions (66.7%), and 40% is the most: give the wrong options as much to say in some of q1, q3',
  ])
  expect(found).toMatchObject([{ rule: 'right-longest', measured: 66.7, limit: 40 }])
})

it.each([
  ['exactly 40%', [longest('1'), longest('2'), other('3'), other('4'), other('5')]],
  ['one question alone', [longest('1')]],
  ['no question', []],
  [
    'as long as another: nobody can tell',
    ['1', '2'].map((id) => questionOf(id, 'a', ['Petugas', 'Pegawai', 'Warga'])),
  ],
  [
    'more units, not more characters',
    ['1', '2'].map((id) => questionOf(id, 'a', ['\u{1f600}\u{1f600}', 'abc'])),
  ],
])('none: %s', (_, questions) => {
  expect(warnRightLongest(trackOf('guru', questions))).toEqual([])
})

it('is measured in each language, and English only over what is translated', () => {
  const english = ['1', '2', '3'].map((id) =>
    questionOf(id, 'a', ['Mesin', 'Petugas', 'Warga'], { english: ['A long one', 'b', 'c'] }),
  )
  const found = warnRightLongest(trackOf('guru', [...english, other('4'), other('5')]))
  expect(found.map(({ what }) => what)).toEqual([
    'the right option is the longest in 3 of 3 questions in English (100%), and 40% is the most',
  ])
})

it('a track whose own file is wrong is named by its folder', () => {
  const track = { ...trackOf('guru', [longest('1'), longest('2')]), id: undefined }
  expect(warnRightLongest(track)).toMatchObject([{ file: 'guru/track.yaml', line: 1 }])
})
