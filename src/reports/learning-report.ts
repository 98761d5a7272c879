import type { Surveys } from '../content/index.ts'
import type { Db } from '../platform/db/index.ts'
import { matchedGain, type Gain } from './gain.ts'
import {
  readCalibration,
  readFormScores,
  readSurveyAsks,
  readSurveyCounts,
  type Calibration,
  type SurveyCount,
} from './learning-store.ts'
import type { Period } from './measures/period.ts'

/** What was learned, of everybody or of a unit. Every number has its meaning in docs/measures.md. */
export interface LearningReport {
  readonly tracks: readonly (Gain & {
    readonly trackId: string
    /** People of whom any item was asked. */
    readonly asked: number
    /** The check a month later, of those who answered all of it. */
    readonly delayed: { readonly people: number; readonly score: number } | null
  })[]
  /** Mean of the five statements, 1 to 5, of those who answered before and after; null: nobody. */
  readonly attitude: {
    readonly people: number
    readonly before: number
    readonly after: number
  } | null
  readonly work: readonly WorkAsked[]
  readonly calibration: Calibration
}

/** The use of AI at work on one of the teaching days on which it is asked. */
export interface WorkAsked {
  readonly day: number
  readonly asked: number
  readonly answered: number
  /** People by the key of the option; every option is there. */
  readonly said: Readonly<Record<string, number>>
}

/**
 * @param unitId this unit and those below it; left out: everybody
 * @param period of what was asked last in it of each person's forms and surveys, and of answers in it
 *   that said how sure they were; left out: ever
 */
export async function reportLearning(
  db: Db,
  surveys: Surveys | undefined,
  unitId?: string,
  period?: Period,
): Promise<LearningReport> {
  const learned = { unitId, period }
  const scores = (await readFormScores(db, learned)).filter(
    ({ measured, delayed }) => measured || delayed !== null,
  )
  const counts = await readSurveyCounts(db, learned)
  const asks = await readSurveyAsks(db, learned)
  const trackIds = [...new Set(scores.map(({ trackId }) => trackId))].toSorted()
  return {
    tracks: trackIds.map((trackId) => {
      const own = scores.filter((one) => one.trackId === trackId)
      const delayed = own.flatMap((one) => (one.delayed === null ? [] : [one.delayed]))
      return {
        trackId,
        asked: own.filter(({ measured }) => measured).length,
        ...matchedGain(
          own.flatMap(({ measured, score }) => (measured && score !== null ? [score] : [])),
        ),
        delayed:
          delayed.length === 0
            ? null
            : { people: delayed.length, score: sum(delayed) / delayed.length },
      }
    }),
    attitude: surveys === undefined ? null : attitudeOf(surveys, counts),
    work: surveys === undefined ? [] : workOf(surveys, counts, asks),
    calibration: await readCalibration(db, learned),
  }
}

function attitudeOf(
  { attitude }: Surveys,
  counts: readonly SurveyCount[],
): LearningReport['attitude'] {
  const turned = new Map(attitude.statements.map(({ id, reverse }) => [id, reverse]))
  const on = (occasion: string): { people: number; score: number } => {
    const said = counts.filter(
      (one) => one.survey === 'attitude' && one.occasion === occasion && turned.has(one.itemId),
    )
    const taps = sum(said.map(({ people }) => people))
    const points = sum(
      said.map(({ itemId, value, people }) => {
        const step = Number(value)
        return people * (turned.get(itemId) === true ? attitude.scale.length + 1 - step : step)
      }),
    )
    return { people: Math.round(taps / attitude.statements.length), score: points / taps }
  }
  const [before, after] = [on('before'), on('after')]
  if (before.people === 0 || after.people === 0) return null
  return { people: before.people, before: before.score, after: after.score }
}

function workOf(
  { aiAtWork }: Surveys,
  counts: readonly SurveyCount[],
  asks: Awaited<ReturnType<typeof readSurveyAsks>>,
): WorkAsked[] {
  const { id, options } = aiAtWork.frequency
  return asks
    .filter(({ survey }) => survey === 'work')
    .map(({ occasion, asked }) => {
      const said = Object.fromEntries(
        options.map(({ key }) => [
          key,
          sum(
            counts
              .filter((one) => one.occasion === occasion && one.itemId === id && one.value === key)
              .map(({ people }) => people),
          ),
        ]),
      )
      return { day: Number(occasion), asked, answered: sum(Object.values(said)), said }
    })
    .toSorted((a, b) => a.day - b.day)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
