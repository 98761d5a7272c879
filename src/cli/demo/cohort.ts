import { civilMinute } from '../../learning/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { SimulatedPerson, Simulator } from '../../simulator/index.ts'
import { createAgenda } from './agenda.ts'
import type { AnswerBook } from './answer-book.ts'
import type { Member } from './cast.ts'
import { createChance } from './chance.ts'
import { createScript, type Script } from './script.ts'
import { createTally, type Arrived, type ReceivedCounts, type Tally } from './tally.ts'

/** Civil time goes in steps of five minutes: a thousand people's day is then a hundred steps. */
export const STEP_MS = 5 * 60_000

/** Nobody in the cast touches the phone between 22.00 and 06.00. */
const SLEEPS_AT = 22 * 60
const WAKES_AT = 6 * 60

const onGrid = (at: number): number => Math.ceil(at / STEP_MS) * STEP_MS

/** The scripted people, with their phones and what they are going to do. */
export interface Cohort {
  /** Lets a person open the invitation at `joinsAt`; without a code: one who has joined before. */
  add(
    member: Member,
    invitation: { readonly code: string | undefined; readonly joinsAt: Date },
  ): void
  /** The next civil moment at which somebody does something. */
  nextActAt(): Date | undefined
  /** Does everything that is due. */
  act(): void
  /** Reacts to what arrived since: taps through joining, plans the rest. */
  react(): void
  /** Whether something arrived that nobody has reacted to. */
  readonly hasNews: boolean
  /** Votes that the phones took, each quiz of a person once. */
  votes(): { readonly answers: number; readonly correct: number }
  received(): ReceivedCounts
  readonly tally: Tally
  /** From now on the person does nothing by itself: a visitor holds that phone. */
  release(id: number): void
  readonly size: number
  stop(): void
}

export interface CohortParts {
  readonly simulator: Simulator
  readonly clock: Clock
  readonly book: AnswerBook
  readonly timezone: string
  readonly seed: number
}

export function createCohort({ simulator, clock, book, timezone, seed }: CohortParts): Cohort {
  const scripts = new Map<number, Script>()
  const people = new Map<number, SimulatedPerson>()
  const agenda = createAgenda<() => void>()
  let news: Arrived[] = []
  const votes = { answers: 0, correct: 0 }
  const voted = new Set<string>()

  const tally = createTally({
    subscribe: simulator.ledger.subscribe,
    messageOf: (chatId, messageId) => people.get(chatId)?.message(messageId),
    book,
    onArrived: (arrived) => {
      if (scripts.has(arrived.chatId)) news.push(arrived)
    },
  })

  function later(id: number, act: () => void, at: number): void {
    const minute = civilMinute(timezone, new Date(at))
    const asleep = minute >= SLEEPS_AT ? 24 * 60 - minute + WAKES_AT : WAKES_AT - minute
    const awake = asleep > 0 && (minute >= SLEEPS_AT || minute < WAKES_AT) ? asleep * 60_000 : 0
    agenda.add(onGrid(at + awake), () => {
      if (scripts.has(id)) act()
    })
  }

  /** Of several copies of one quiz the first vote counts. */
  function count(quiz: string, right: boolean): void {
    if (voted.has(quiz)) return
    voted.add(quiz)
    votes.answers += 1
    if (right) votes.correct += 1
  }

  return {
    tally,
    get size() {
      return scripts.size
    },
    get hasNews() {
      return news.length > 0
    },
    add(member, { code, joinsAt }) {
      const { id } = member.profile
      const person = simulator.person(member.profile)
      people.set(id, person)
      const script = createScript({
        member,
        person,
        code,
        book,
        chance: createChance(seed ^ 0x5eed, id),
        later: (act, minutes) => later(id, act, clock.now().getTime() + minutes * 60_000),
        asksAgain: (lessonId) => tally.asked(id, lessonId),
        voted: (target, right) => count(`${id} ${target}`, right),
      })
      scripts.set(id, script)
      agenda.add(onGrid(joinsAt.getTime()), () => script.join())
    },
    nextActAt() {
      const next = agenda.next()
      return next === undefined ? undefined : new Date(next)
    },
    act() {
      for (const act of agenda.takeDue(clock.now().getTime())) act()
    },
    react() {
      const arrived = news
      news = []
      for (const one of arrived) scripts.get(one.chatId)?.react(one)
    },
    votes: () => ({ ...votes }),
    received: () => tally.counts(),
    release(id) {
      scripts.delete(id)
    },
    stop() {
      tally.stop()
    },
  }
}
