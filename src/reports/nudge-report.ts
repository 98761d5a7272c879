import { readSettings } from '../learning/index.ts'
import {
  compared,
  countPeople,
  LEARNING_FROM,
  readRounds,
  rungs,
  together,
  wordings,
  type Rung,
  type Tally,
} from '../nudges/index.ts'
import type { Db } from '../platform/db/index.ts'
import { differenceOf, type Difference } from './difference.ts'

export interface WordingReport extends Tally {
  readonly id: string
  /** Against the hold-out, or the other wordings of the step; null: too little to tell. */
  readonly lift: Difference | null
}

/** What reminders did in the last half year. Every number has its meaning in docs/measures.md. */
export interface NudgeReport {
  /** Everybody who has joined; below `learningFrom` nothing is learned, and wordings go round in turn. */
  readonly people: number
  readonly learningFrom: number
  /** The share of first reminders that is left out. */
  readonly holdOut: number
  readonly steps: readonly {
    readonly tone: Rung
    /** Who was left without one; null: nobody was. */
    readonly heldOut: Tally | null
    /** Those that were used, in the order of their letters. */
    readonly wordings: readonly WordingReport[]
  }[]
}

/** With fewer on either side an interval is so wide that it says nothing. */
export const LEAST_USES = 50

export async function reportNudges(db: Db, now: Date): Promise<NudgeReport> {
  const all = await readRounds(db, now)
  const settings = await readSettings(db)
  const steps = rungs.map((tone) => {
    const rounds = all.filter((round) => round.tone === tone)
    const heldOut = together(rounds.filter(({ variant }) => variant === null))
    return {
      tone,
      heldOut: heldOut.used === 0 ? null : heldOut,
      wordings: wordings[tone].flatMap(({ id }): WordingReport[] => {
        const { tally, reference } = compared(rounds, id)
        if (tally.used === 0) return []
        const enough = tally.used >= LEAST_USES && reference.used >= LEAST_USES
        const lift = enough ? differenceOf(tally, reference) : undefined
        return [{ id, ...tally, lift: lift ?? null }]
      }),
    }
  })
  return {
    people: await countPeople(db),
    learningFrom: LEARNING_FROM,
    holdOut: settings['nudge.holdout'],
    steps: steps.filter((step) => step.heldOut !== null || step.wordings.length > 0),
  }
}
