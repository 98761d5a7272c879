import type { SimulatedPerson } from '../../simulator/index.ts'
import type { AnswerBook, KnownQuestion } from './answer-book.ts'
import type { Member } from './cast.ts'
import type { Chance } from './chance.ts'
import { afterNudge, afterQuiz, answersReviews, answersRightly, type Plan } from './habits.ts'
import { addressButtons, buttons, hasButton, roleButtons, tap, tapNewest } from './taps.ts'
import type { Arrived } from './tally.ts'

/** One person's script: how it begins, and how it reacts to what arrives. */
export interface Script {
  join(): void
  react(arrived: Arrived): void
}

export interface ScriptParts {
  readonly member: Member
  readonly person: SimulatedPerson
  /** The invitation's code; undefined for one who joined in an earlier demo (`--keep`). */
  readonly code: string | undefined
  readonly book: AnswerBook
  readonly chance: Chance
  /** Does something after so many minutes of civil time. */
  readonly later: (act: () => void, inMinutes: number) => void
  /** Told before a lesson that stands open is asked for once more. */
  readonly asksAgain: (lessonId: string) => void
  /** Told what the phone said to a vote: for which lesson's quiz, or which message that came again. */
  readonly voted: (target: string | number, right: boolean) => void
}

/** The quiz that stands open on the phone. */
interface OpenQuiz {
  readonly messageId: number
  readonly question: KnownQuestion
}

const DAY_MIN = 24 * 60

interface Pause {
  readonly days: number
  /** What stands on the button. */
  readonly button: readonly string[]
}

const pauses: readonly [Pause, ...Pause[]] = [
  { days: 1, button: buttons.pause1 },
  { days: 3, button: buttons.pause3 },
  { days: 7, button: buttons.pause7 },
]

export function createScript(parts: ScriptParts): Script {
  const { member, person, code, book, chance, asksAgain, voted } = parts
  let joined = code === undefined
  /** Has stopped taking part: nothing more comes from this person. */
  let gone = false
  let turned = false
  let lessons = 0
  let quiz: OpenQuiz | undefined
  let asking = false
  let pausing: Pause | undefined
  let wantsMore = false

  const words = (indonesian: string, english: string): void => {
    person.sendText(member.english ? english : indonesian)
  }

  /** Whoever has blocked the bot, or stopped, does nothing. */
  function later(act: () => void, inMinutes: number): void {
    parts.later(() => {
      if (!gone && !person.blocked) act()
    }, inMinutes)
  }

  function follow(plan: Plan | undefined): void {
    const target = quiz
    if (plan === undefined || target === undefined) return
    const acts: Readonly<Record<Plan['act'], () => void>> = {
      answer: () => answer(target),
      skip: () => skip(target),
      ask: () => ask(target),
      pause,
      block,
      stop,
      fade: () => {
        gone = true
      },
    }
    later(acts[plan.act], plan.inMinutes)
  }

  const stands = (target: OpenQuiz): boolean => quiz?.question.lessonId === target.question.lessonId

  function answer(target: OpenQuiz): void {
    if (quiz === undefined || !stands(target)) return
    const { messageId, question } = quiz
    quiz = undefined
    const right = vote(messageId, question)
    if (right === undefined) return
    voted(question.lessonId, right)
    if (chance.happens(0.08)) later(() => words('/progres', '/progress'), 1)
    else if (chance.happens(0.02)) later(more, 1)
  }

  /** @returns whether it was right; undefined when there was nothing to vote for any more */
  function vote(messageId: number, question: KnownQuestion): boolean | undefined {
    const poll = person.message(messageId)?.poll
    if (poll === undefined || poll.answered || poll.closed) return undefined
    const knows = answersRightly(member.habit, chance)
    const choice = knows ? question.right : chance.pick([question.right, ...question.wrong])
    // Where a poll asks how sure one is, each option stands there twice: as sure, then as in doubt.
    const shown = poll.options.filter(
      ({ text }) => text === choice || text.startsWith(`${choice} ·`),
    )
    const sure = chance.happens(knows ? 0.8 : 0.4)
    const option = (sure ? shown[0] : shown.at(-1)) ?? { text: choice }
    person.vote(messageId, option.text)
    return choice === question.right
  }

  /** Turns the pages of a survey, a tap each; some would rather not. */
  function reactToSurvey(messageId: number): void {
    later(
      () => {
        const message = person.message(messageId)
        const offered = message?.buttons?.flat() ?? []
        const [decline] = offered.filter(({ text }) => buttons.decline.some((one) => one === text))
        if (message === undefined || decline === undefined) return
        const answers = offered.filter((button) => button !== decline)
        const [first, ...others] = answers
        if (first === undefined) return
        const chosen = chance.happens(0.05) ? decline : chance.pick([first, ...others])
        person.press(messageId, chosen.text)
      },
      chance.between(5, 60),
    )
  }

  function skip(target: OpenQuiz): void {
    if (stands(target) && tapNewest(person, buttons.skip)) quiz = undefined
  }

  function ask(target: OpenQuiz): void {
    if (!stands(target)) return
    asksAgain(target.question.lessonId)
    asking = true
    if (!tapNewest(person, buttons.sendAgain)) words('/materi', '/today')
  }

  /** Today's is done; somebody who likes it takes the next at once. */
  function more(): void {
    if (quiz !== undefined) return
    wantsMore = true
    words('/materi', '/today')
  }

  function pause(): void {
    turned = true
    pausing = chance.pick(pauses)
    words('/jeda', '/pause')
  }

  function comeBack(days: number): void {
    if (chance.happens(0.5)) {
      later(() => words('/lanjut', '/resume'), Math.max(60, (days - 1) * DAY_MIN))
    }
    const target = quiz
    if (target === undefined) return
    later(() => answer(target), days * DAY_MIN + chance.between(5, 120))
  }

  function block(): void {
    turned = true
    const target = quiz
    person.block()
    if (!chance.happens(0.4)) return
    const days = chance.between(1, 3)
    parts.later(() => {
      person.start()
      if (target !== undefined) later(() => answer(target), chance.between(5, 120))
    }, days * DAY_MIN)
  }

  function stop(): void {
    gone = true
    words('berhenti', 'stop')
  }

  function reactToQuiz(messageId: number): void {
    const shown = person.message(messageId)?.poll
    const question = shown === undefined ? undefined : book.question(shown.question)
    if (question === undefined) return
    const copy = quiz?.question.lessonId === question.lessonId
    const asked = copy && asking
    if (!copy) lessons += 1
    quiz = { messageId, question }
    asking = false
    if (copy && !asked) return
    const { habit, turnAt } = member
    follow(afterQuiz({ habit, lessons, turnAt, turned, asked }, chance))
  }

  /** Questions that come again are answered like lessons, but by fewer: nobody is reminded of them. */
  function reactToReview(messageId: number): void {
    const shown = person.message(messageId)?.poll
    const question = shown === undefined ? undefined : book.question(shown.question)
    if (question === undefined || !answersReviews(member.habit, chance)) return
    later(
      () => {
        const right = vote(messageId, question)
        if (right !== undefined) voted(messageId, right)
      },
      chance.between(5, 240),
    )
  }

  /** It may have been taken back meanwhile. */
  function readAnnouncement(messageId: number): void {
    const message = person.message(messageId)
    if (message !== undefined) tap(person, message, buttons.read)
  }

  /** Whatever has a button that this person is looking for is tapped at once. */
  function reactToText(messageId: number): void {
    const message = person.message(messageId)
    if (message === undefined) return
    if (!joined) {
      if (member.english && tap(person, message, buttons.english)) return
      if (tap(person, message, buttons.agree)) return
      if (tap(person, message, addressButtons[member.addressForm])) return
      joined = tap(person, message, roleButtons[member.jobRole])
      return
    }
    if (hasButton(message, buttons.decline)) {
      reactToSurvey(messageId)
      return
    }
    if (pausing !== undefined && tap(person, message, pausing.button)) {
      comeBack(pausing.days)
      pausing = undefined
    }
    if (wantsMore && tap(person, message, buttons.next)) wantsMore = false
    if (hasButton(message, buttons.read) && chance.happens(0.8)) {
      later(() => readAnnouncement(messageId), chance.between(5, 180))
    }
  }

  return {
    join: () => {
      person.start(code)
      // A new phone shows nothing of before: the lesson that may stand open is fetched again.
      if (code === undefined) words('/materi', '/today')
    },
    react({ messageId, arrival }) {
      if (gone || person.blocked) return
      if (arrival.kind === 'quiz') reactToQuiz(messageId)
      else if (arrival.kind === 'review') reactToReview(messageId)
      else if (arrival.kind === 'nudge') follow(afterNudge(member.habit, chance))
      else if (arrival.kind === 'other') reactToText(messageId)
    },
  }
}
