import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays, type CivilDay } from '../calendar/civil-day.ts'
import { office2026, people, rhythm, calendars } from '../calendar/fixture.ts'
import { isTeachingDay, type Rhythm } from '../calendar/work-calendar.ts'
import { learningDays, type LearningHistory } from './learning-days.ts'

const MONDAY = '2026-11-23'
const day = (n: number): CivilDay => addCivilDays(MONDAY, n)

const history = (change: Partial<LearningHistory>): LearningHistory => ({
  lessons: [],
  reviewed: new Set(),
  lessonAnswers: new Set(),
  reviewAnswers: new Set(),
  ...change,
})
const lesson = (due: number, closed: number | null, answered = closed !== null) => ({
  due: day(due),
  closed: closed === null ? null : day(closed),
  answered,
})
const works =
  (person: Rhythm = rhythm()) =>
  (one: CivilDay): boolean =>
    isTeachingDay(person, office2026, one)

/** What became of the days from Monday on: `x` kept, `-` missed, a dot for none. */
function pattern(of: LearningHistory, today: number, person?: Rhythm): string {
  const found = new Map(
    learningDays(of, works(person), day(today)).map(({ day: one, kept }) => [one, kept]),
  )
  return Array.from({ length: today + 1 }, (_, i) => {
    const kept = found.get(day(i))
    return kept === undefined ? '.' : kept ? 'x' : '-'
  }).join('')
}

describe('learningDays', () => {
  it('are none before anything was asked', () => {
    expect(learningDays(history({}), works(), day(9))).toEqual([])
  })

  it('keep a day whose lesson was answered, over a weekend', () => {
    const answered = history({
      lessons: [lesson(3, 3), lesson(4, 4), lesson(7, 7)],
      lessonAnswers: new Set([day(3), day(4), day(7)]),
    })
    expect(pattern(answered, 7)).toBe('...xx..x')
  })

  it('do not call today missed before it is over', () => {
    expect(pattern(history({ lessons: [lesson(0, null)] }), 0)).toBe('.')
    expect(pattern(history({ lessons: [lesson(0, null)] }), 1)).toBe('-.')
  })

  it('keep the day of a lesson that was answered late, and the day on which it was', () => {
    const late = history({ lessons: [lesson(0, 3)], lessonAnswers: new Set([day(3)]) })
    expect(pattern(late, 3)).toBe('x--x')
  })

  it('have a day missed whose lesson was skipped', () => {
    expect(pattern(history({ lessons: [lesson(0, 0, false)] }), 1)).toBe('-.')
  })

  it('ask nothing on leave, on pause or on a day off', () => {
    const open = history({ lessons: [lesson(0, null)] })
    const away = rhythm({ leaves: [{ first: day(1), last: day(3) }] })
    expect(pattern(open, 8, away)).toBe('-...-..-.')
  })

  it('at rest, are the days on which questions came', () => {
    const rest = history({
      reviewed: new Set([day(1), day(3), day(8)]),
      reviewAnswers: new Set([day(1), day(4)]),
    })
    expect(pattern(rest, 9)).toBe('.x.-x...-.')
  })

  it('do not let a review stand for a lesson that was left open', () => {
    const only = history({ lessons: [lesson(0, null)], reviewAnswers: new Set([day(0)]) })
    expect(pattern(only, 1)).toBe('-.')
  })

  it('ask nothing between a lesson that is answered and the next one', () => {
    const lessons = [lesson(0, 0), lesson(3, null)]
    expect(pattern(history({ lessons, lessonAnswers: new Set([day(0)]) }), 4)).toBe('x..-.')
  })

  it('ask until the day on which a lesson was skipped, and let a review count from then on', () => {
    const skipped = history({ lessons: [lesson(0, 2, false)] })
    expect(pattern(skipped, 4)).toBe('---..')
    const reviewing = { ...skipped, reviewAnswers: new Set([day(1), day(2), day(3)]) }
    expect(pattern(reviewing, 4)).toBe('--xx.')
  })

  it('lie on working days alone, for anybody', () => {
    const some = fc.array(fc.nat(60), { maxLength: 20 })
    fc.assert(
      fc.property(people, calendars, some, some, (person, calendar, due, reviewed) => {
        const asked = history({
          lessons: due.map((n) => lesson(n, n % 2 === 0 ? n : null)),
          reviewed: new Set(reviewed.map(day)),
        })
        const open = (one: CivilDay): boolean => isTeachingDay(person, calendar, one)
        const days = learningDays(asked, open, day(60))
        expect(days.every((one) => open(one.day))).toBe(true)
        expect(days.map((one) => one.day)).toEqual(days.map((one) => one.day).toSorted())
        expect(new Set(days.map((one) => one.day)).size).toBe(days.length)
      }),
    )
  })
})
