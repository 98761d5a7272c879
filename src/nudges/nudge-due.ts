import {
  calendarIn,
  civilDay,
  dayCloses,
  openReviewEach,
  pauseLearning,
  type Calendars,
  type ReviewArgs,
} from '../learning/index.ts'
import { insertBundles, insertMessages, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { chooseWording, type Learned } from './choose-wording.ts'
import { planNudge, rungAt, type NudgePlan, type Rung } from './ladder.ts'
import { readLearned, readReminded } from './learned-store.ts'
import { nudgeKey, nudgeReviewKey } from './nudge-keys.ts'
import {
  insertNudges,
  scheduleNudges,
  takeDueNudges,
  type DueNudgeRow,
  type NewNudge,
} from './nudges-store.ts'
import { tellCoordinators } from './tell-coordinators.ts'
import { fadingOf, removalOf } from './withdraw-nudge.ts'

export interface NudgeDueOptions {
  readonly calendars: Calendars
  readonly now: Date
  /** Gives numbers from 0 to 1, without 1; chance decides on words and on who is held out. */
  readonly random: () => number
}

/** What the view of a reminder needs; references only. */
export interface NudgeArgs extends Record<string, unknown> {
  readonly deliveryId: number
  /** Which reminder of this lesson it is, from 1. */
  readonly step: number
  /** A wording (wordings.ts), or `asked`: a coordinator's. */
  readonly variant?: string
}

/** Deliveries of one transaction. */
const BATCH = 500

/**
 * Everybody whose next step of the ladder is due, and those who have to be looked at again. Run twice
 * at one moment it does nothing twice.
 *
 * @returns open deliveries that it looked at
 */
export async function nudgeDue(db: Db, options: NudgeDueOptions): Promise<number> {
  let learned: { readonly is: Learned | undefined } | undefined
  for (let looked = 0; ;) {
    const batch = await db.transaction(async (tx) => {
      const due = await takeDueNudges(tx, options.now, BATCH)
      if (due.length === 0) return 0
      // Read once for all, and only where somebody is due.
      learned ??= { is: await readLearned(tx, options.now) }
      await takeSteps(tx, due, learned.is, options)
      return due.length
    })
    if (batch === 0) return looked
    looked += batch
  }
}

/** A step that somebody takes now. */
interface Step extends DueNudgeRow, NewNudge {
  readonly rung: Rung
  readonly nextAt: Date
}

async function takeSteps(
  tx: Db,
  due: readonly DueNudgeRow[],
  learned: Learned | undefined,
  options: NudgeDueOptions,
): Promise<void> {
  const { now } = options
  const decide = onceAClass(options)
  const planned = due.map((row) => ({ row, plan: decide(row) }))
  const steps = await wordSteps(tx, planned, learned, options)
  const written = await insertNudges(tx, steps, now)
  const taken = steps.filter(({ deliveryId }) => written.has(deliveryId))
  const paused = taken.filter(({ rung }) => rung === 'pause')
  await pauseLearning(tx, paused)
  const reviews = await openReviewEach(
    tx,
    taken.filter(({ variant }) => variant?.startsWith('review-') === true),
    now,
  )
  const bundles = taken.flatMap((step) => bundlesOf(step, reviews.get(step.personId), options))
  await insertMessages(
    tx,
    bundles.flatMap(({ before }) => before),
    { now },
  )
  await insertBundles(
    tx,
    bundles.map(({ bundle }) => bundle),
    { now },
  )
  await insertMessages(
    tx,
    bundles.flatMap(({ after }) => after),
    { now },
  )
  await tellCoordinators(
    tx,
    paused.map(({ unitId }) => unitId),
    now,
  )
  await scheduleNudges(
    tx,
    planned.map(({ row, plan }) => ({ deliveryId: row.deliveryId, nextAt: plan.nextAt })),
  )
}

async function wordSteps(
  tx: Db,
  planned: readonly { readonly row: DueNudgeRow; readonly plan: NudgePlan }[],
  learned: Learned | undefined,
  { now, random }: NudgeDueOptions,
): Promise<Step[]> {
  const climbing = planned.flatMap(({ row, plan }) =>
    plan.kind === 'climb' ? [{ row, plan }] : [],
  )
  const facts = await readReminded(
    tx,
    climbing.map(({ row }) => row.personId),
  )
  return climbing.flatMap(({ row, plan }) => {
    const rung = rungAt(plan.place)
    const known = facts.get(row.personId)
    if (rung === undefined || known === undefined) return []
    const day = civilDay(row.timezone, now)
    // Whoever has nothing to be asked again is offered the way back once more.
    const tone = rung === 'review' && !known.reviewable ? 'fresh' : rung
    const choice = chooseWording({ tone, day, ...known }, learned, random)
    return [
      {
        ...row,
        ...choice,
        rung,
        day,
        place: plan.place,
        step: row.steps + 1,
        heldOut: choice.variant === null,
        nextAt: plan.nextAt,
      },
    ]
  })
}

interface StepMessages {
  readonly before: readonly NewMessage[]
  readonly bundle: readonly NewMessage[]
  readonly after: readonly NewMessage[]
}

/** The new reminder takes the old one away; a question of old follows it where one is asked. */
function bundlesOf(
  reminded: Step,
  review: ReviewArgs | undefined,
  { calendars, now }: NudgeDueOptions,
): StepMessages[] {
  const { deliveryId, step, variant, rung, personId, chatId, day, nextAt } = reminded
  const notAfter = dayCloses(reminded, calendarIn(calendars, reminded.calendarId), now)
  const before = step === 1 ? [] : [removalOf(reminded, step - 1, notAfter)]
  if (variant === null) return [{ before, bundle: [], after: [] }]
  const to = { lane: 'nudge', personId, chatId, notAfter, soundDay: day } as const
  const args: NudgeArgs = { deliveryId, step, variant }
  const nudge = { ...to, kind: 'nudge', args, dedupeKey: nudgeKey(deliveryId, step) }
  const question = {
    ...to,
    kind: 'review',
    args: review ?? {},
    dedupeKey: nudgeReviewKey(deliveryId, step),
  }
  const bundle = review === undefined ? [nudge] : [nudge, question]
  // What tells of the pause stays, with its way back.
  const after = rung === 'pause' ? [] : fadingOf(reminded, step, { now, nextAt })
  return [{ before, bundle, after }]
}

function onceAClass(options: NudgeDueOptions): (row: DueNudgeRow) => NudgePlan {
  const known = new Map<string, NudgePlan>()
  return (row) => {
    const { rhythmKey, paused, reachable, delivered, unreminded, justHere } = row
    const state = [paused, reachable, delivered, unreminded, justHere, row.climbed, row.nudgedOn]
    const key = [rhythmKey, ...state].join('|')
    const calendar = calendarIn(options.calendars, row.calendarId)
    const decision = known.get(key) ?? planNudge(row, calendar, options.now)
    known.set(key, decision)
    return decision
  }
}
