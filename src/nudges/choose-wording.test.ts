import { describe, expect, it } from 'vitest'
import {
  chooseWording,
  compared,
  type Learned,
  type Reminded,
  type Round,
} from './choose-wording.ts'
import { awakeWordings, maskOf, wordings } from './wordings.ts'

const monday = '2026-11-23'
const friday = '2026-11-27'
const reminded: Reminded = { tone: 'gentle', day: monday, answered: 0, seen: [] }
const learned: Learned = { rounds: [], holdOut: 0.1 }
const draws = (...values: number[]) => {
  const left = [...values]
  return () => left.shift() ?? 0
}

describe('wordings', () => {
  it('are at least four awake for each step, whatever the occasion', () => {
    for (const [tone, all] of Object.entries(wordings)) {
      expect([tone, all.filter(({ needs }) => needs === 'nothing').length]).toEqual([tone, 4])
    }
  })

  it('sleep where what they speak of is not so', () => {
    expect(awakeWordings('gentle', { day: monday, answered: 2 })).not.toContain('gentle-e')
    expect(awakeWordings('gentle', { day: monday, answered: 3 })).toContain('gentle-e')
    expect(awakeWordings('fresh', { day: monday, answered: 0 })).not.toContain('fresh-e')
    expect(awakeWordings('fresh', { day: friday, answered: 0 })).toContain('fresh-e')
  })

  it('stand in a number with a bit for each letter', () => {
    expect(maskOf(['gentle-a', 'gentle-c'])).toBe(0b101)
  })
})

describe('the wording for somebody', () => {
  it('goes round in turn where there are few people, each step for itself, and nobody is held out', () => {
    const seen = [
      { id: 'gentle-a', day: monday, times: 1 },
      { id: 'fresh-a', day: monday, times: 3 },
    ]
    const never = () => 0
    expect(chooseWording(reminded, undefined, never).variant).toBe('gentle-a')
    expect(chooseWording({ ...reminded, seen }, undefined, never).variant).toBe('gentle-b')
    const fresh = { ...reminded, tone: 'fresh' as const, seen }
    expect(chooseWording(fresh, undefined, never).variant).toBe('fresh-d')
  })

  it('is none for the share that is held out, on the first step alone', () => {
    expect(chooseWording(reminded, learned, draws(0.09)).variant).toBeNull()
    expect(chooseWording(reminded, learned, draws(0.1, 0)).variant).toBe('gentle-a')
    const fresh = { ...reminded, tone: 'fresh' as const }
    expect(chooseWording(fresh, learned, draws(0)).variant).toBe('fresh-a')
  })

  it('keeps which ones were awake', () => {
    expect(chooseWording({ ...reminded, answered: 5 }, learned, draws(0)).awake).toBe(0b11111)
    expect(chooseWording(reminded, learned, draws(0)).awake).toBe(0b1111)
  })

  it('is most often the one that did best', () => {
    const round = (variant: string | null, answered: number): Round => ({
      tone: 'gentle',
      variant,
      awake: 0b1111,
      used: 1000,
      answered,
    })
    const rounds = [
      round(null, 300),
      round('gentle-a', 330),
      round('gentle-b', 330),
      round('gentle-c', 420),
      round('gentle-d', 330),
    ]
    const said = Array.from({ length: 100 }, (_, i) =>
      chooseWording(reminded, { rounds, holdOut: 0 }, draws(0.5, i / 100)),
    ).filter(({ variant }) => variant === 'gentle-c')
    expect(said.length).toBeGreaterThan(90)
  })

  it('compares a wording that sleeps for others among those alone for whom it was awake', () => {
    const rounds: Round[] = [
      { tone: 'gentle', variant: 'gentle-e', awake: 0b11111, used: 100, answered: 60 },
      { tone: 'gentle', variant: null, awake: 0b11111, used: 50, answered: 30 },
      { tone: 'gentle', variant: null, awake: 0b1111, used: 50, answered: 5 },
      { tone: 'gentle', variant: 'gentle-a', awake: 0b1111, used: 100, answered: 20 },
    ]
    expect(compared(rounds, 'gentle-e')).toEqual({
      tally: { used: 100, answered: 60 },
      reference: { used: 50, answered: 30 },
    })
    expect(compared(rounds, 'gentle-a').reference).toEqual({ used: 100, answered: 35 })
    const others = rounds.filter(({ variant }) => variant !== null)
    expect(compared(others, 'gentle-e').reference).toEqual({ used: 0, answered: 0 })
  })
})
