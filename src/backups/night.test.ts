import { describe, expect, it } from 'vitest'
import { isBackupDue } from './night.ts'
import { rotation } from './names.ts'

const at = (time: string): Date => new Date(`2026-11-${time}:00Z`)
const DUE = at('20T02:30')
const good = (dueAt: Date) => ({ dueAt, endedAt: dueAt, bytes: 1 })
const bad = (dueAt: Date, endedAt: Date) => ({ dueAt, endedAt, error: 'x' })

describe('whether a backup is due', () => {
  it.each([
    ['the first ever', undefined, undefined, at('20T02:30'), true],
    ['last night’s is there', good(at('19T02:30')), undefined, at('20T02:30'), true],
    ['this night’s is there', good(DUE), undefined, at('20T23:00'), false],
    ['it failed a while ago', undefined, bad(DUE, at('20T02:31')), at('20T03:30'), false],
    ['it failed an hour ago', undefined, bad(DUE, at('20T02:31')), at('20T03:31'), true],
    ['it failed last night', undefined, bad(at('19T02:30'), at('20T02:29')), at('20T02:30'), true],
  ])('%s', (_, last, failed, now, expected) => {
    expect(isBackupDue({ last, failed }, DUE, now)).toBe(expected)
  })
})

describe('which backups go', () => {
  const night = (day: number): string =>
    `sedikit-202611${String(day).padStart(2, '0')}-023000-nightly.tar`

  it('all but the newest nights; never what was made by hand, nor what is none', () => {
    const names = [
      night(3),
      night(1),
      night(2),
      'sedikit-20200101-000000.tar',
      'sedikit-20200101-000000-before-restore.tar',
      'notes.txt',
      `${night(1)}.gpg`,
    ]
    expect(rotation(names, 2)).toEqual([night(1)])
    expect(rotation(names, 3)).toEqual([])
  })

  it('and what a killed process left half-made', () => {
    const half = `.${night(4)}.part`
    expect(rotation([half, '.sedikit-20261104-023000.tar.part'], 2)).toEqual([half])
  })
})
