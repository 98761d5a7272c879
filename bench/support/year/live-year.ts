import type { Question } from '../../../src/content/index.ts'
import { draws, type Chance } from './chance.ts'
import { DAYS, monthEnds } from './days.ts'
import type { Diary } from './diary.ts'
import type { LivingMemory } from './memory-model.ts'
import type { YearPerson } from './people.ts'
import type { Policy, PolicyCard } from './policies.ts'

/** A review that stands unanswered for a week makes room, as in the product. */
const STANDS_MS = 7 * 24 * 3600_000

/** After the last lesson's answer. */
const AFTER_FINISHING = 30

/** Hours within a day, as its share: when people answer, and when it is over. */
const ANSWERING = 0.45
const EVENING = 0.99

/** Telegram shows what was right; the answer to a lesson's question follows its reading. */
const MINUTE = 1 / 1440

export interface YearOptions {
  readonly person: YearPerson
  readonly diary: Diary
  readonly policy: Policy
  readonly memory: LivingMemory
  readonly chance: Chance
  /** Reviews of a day at the most. */
  readonly load: number
  /** So many are asked at each delivery, due or not; left out: what is due. */
  readonly exactly?: readonly number[]
}

export interface LivedYear {
  /** Mean recall of all questions met so far, at each month's end; undefined: none met. */
  readonly retention: readonly (number | undefined)[]
  /** The same 30 days after the last lesson was answered; undefined: not within the year. */
  readonly afterFinishing: number | undefined
  /** Reviews asked at each delivery of the diary. */
  readonly asked: readonly number[]
  readonly answered: number
  readonly right: number
  /** Share of the questions met that were never answered. */
  readonly neverAsked: number
  /** Deliveries that brought a message. */
  readonly messages: readonly Date[]
}

/** One person's year under one policy. */
export function liveYear(options: YearOptions): LivedYear {
  const { person, diary, policy, memory, chance, load, exactly } = options
  const questions = person.course.flatMap((lesson) => lesson.questions)
  const firstOf = firstQuestions(person)
  const cards: (PolicyCard | undefined)[] = questions.map(() => undefined)
  let open: { readonly question: number; readonly at: Date }[] = []
  const asked: number[] = []
  const messages: Date[] = []
  let [answers, right] = [0, 0]
  const retention: (number | undefined)[] = []
  let afterFinishing: number | undefined
  let looked = -1

  const meanRecall = (day: number): number | undefined => {
    const met = cards.flatMap((card) => (card === undefined ? [] : [card.question]))
    if (met.length === 0) return undefined
    const sum = met.reduce((total, question) => total + memory.recall(question, day + EVENING), 0)
    return sum / met.length
  }
  /** Looks at the memory on every evening that is measured, up to and without `day`. */
  const lookUntil = (day: number): void => {
    for (; looked < day - 1; looked++) {
      const evening = looked + 1
      if (monthEnds.includes(evening)) retention.push(meanRecall(evening))
      if (diary.finished !== undefined && evening === diary.finished + AFTER_FINISHING) {
        afterFinishing = meanRecall(evening)
      }
    }
  }
  const answer = (question: number, day: number, time: number): void => {
    const card = cards[question] ?? newCard(question, questions[question], day)
    const chances = chance(draws.recall, person.index, question, day)
    const recalled = chances < memory.recall(question, time)
    const correct = recalled || guessed(questions[question], question, day)
    memory.asked(question, time, recalled)
    cards[question] = policy.answered(card, person, day, correct)
  }
  const guessed = (asks: Question | undefined, question: number, day: number): boolean =>
    chance(draws.guess, person.index, question, day) < 1 / (asks?.texts.id.options.length ?? 4)

  for (const event of diary.events) {
    lookUntil(event.day)
    if (event.kind === 'teach') {
      const { at, day } = event
      open = open.filter((review) => at.getTime() - review.at.getTime() <= STANDS_MS)
      const wanted = exactly?.[asked.length] ?? Math.max(0, load - open.length)
      const chosen = choose({ cards, open, policy, day, wanted, fill: exactly !== undefined })
      open.push(...chosen.map(({ question }) => ({ question, at })))
      asked.push(chosen.length)
      if (event.lesson !== null || chosen.length > 0) messages.push(at)
      continue
    }
    const time = event.day + ANSWERING
    if (event.lesson !== null) {
      const [first = 0, count = 0] = firstOf[event.lesson] ?? []
      for (let question = first; question < first + count; question++) {
        memory.read(question, time)
        // The others wait for their turn from the next working day on.
        cards[question] = newCard(question, questions[question], event.day + 1)
      }
      answer(first, event.day, time + 2 * MINUTE)
    }
    open = open.filter(({ question }, place) => {
      const stays =
        chance(draws.reviewAnswer, person.index, event.day, place) >= person.answersReview
      if (stays) return true
      answers++
      answer(question, event.day, time)
      if (cards[question]?.lapsed === false) right++
      return false
    })
  }
  lookUntil(DAYS)
  const met = cards.filter((card) => card !== undefined)
  const neverAsked = met.filter(({ lastDay }) => lastDay === null).length / Math.max(1, met.length)
  return { retention, afterFinishing, asked, answered: answers, right, neverAsked, messages }
}

function newCard(question: number, asks: Question | undefined, dueDay: number): PolicyCard {
  const none = { memory: null, lastDay: null }
  return { question, questionId: asks?.id ?? '', dueDay, lapsed: false, step: 0, ...none }
}

/** The first question of each lesson of the course and how many there are. */
function firstQuestions(person: YearPerson): (readonly [first: number, count: number])[] {
  let next = 0
  return person.course.map(({ questions }) => {
    const first = next
    next += questions.length
    return [first, questions.length]
  })
}

/** What is due, in the policy's order; with `fill` also what is due soonest, until there are enough. */
function choose(wish: {
  readonly cards: readonly (PolicyCard | undefined)[]
  readonly open: readonly { readonly question: number }[]
  readonly policy: Policy
  readonly day: number
  readonly wanted: number
  readonly fill: boolean
}): PolicyCard[] {
  const { cards, open, policy, day, wanted, fill } = wish
  if (wanted === 0) return []
  const standing = new Set(open.map(({ question }) => question))
  const ready = cards.flatMap((card) =>
    card === undefined || standing.has(card.question) ? [] : [card],
  )
  const due = ready.filter(({ dueDay }) => dueDay <= day).toSorted(policy.order(day))
  if (!fill || due.length >= wanted) return due.slice(0, wanted)
  const soon = ready
    .filter(({ dueDay, lastDay }) => dueDay > day && lastDay !== day)
    .toSorted((a, b) => a.dueDay - b.dueDay)
  return [...due, ...soon].slice(0, wanted)
}
