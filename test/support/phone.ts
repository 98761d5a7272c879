import type { PhoneMessage, PhonePoll, SimulatedPerson } from '../../src/simulator/index.ts'

/** What a phone shows from the bot, in short: the question of a poll or the first line of a text. */
export function headlines(person: SimulatedPerson): string[] {
  return person
    .messages()
    .filter((message) => message.fromBot)
    .map((message) => message.poll?.question ?? message.text.split('\n')[0] ?? '')
}

export function lessons(person: SimulatedPerson): PhoneMessage[] {
  return person.messages().filter(isLesson)
}

function isLesson({ fromBot, text }: PhoneMessage): boolean {
  return (
    fromBot &&
    /^(Pelajaran|Lesson) \d+ |^(Kasus bulan ini|This month’s case)$/m.test(
      text.split('\n', 3).join('\n'),
    )
  )
}

/** Every poll that the phone shows. */
export function polls(person: SimulatedPerson): PhoneMessage[] {
  return person.messages().filter((message) => message.poll !== undefined)
}

/** The quizzes of lessons: each stands below its lesson, and may stand there twice. */
export function quizzes(person: SimulatedPerson): PhoneMessage[] {
  return pollsOf(person).quizzes
}

/** Questions that came again: every other quiz. */
export function reviews(person: SimulatedPerson): PhoneMessage[] {
  return pollsOf(person).reviews
}

function pollsOf(person: SimulatedPerson): { quizzes: PhoneMessage[]; reviews: PhoneMessage[] } {
  const found: { quizzes: PhoneMessage[]; reviews: PhoneMessage[] } = { quizzes: [], reviews: [] }
  /** The question of the lesson above; none yet, right below a lesson. */
  let asked: string | undefined
  let below = false
  for (const message of person.messages()) {
    if (message.poll === undefined) {
      if (message.fromBot) [asked, below] = [undefined, isLesson(message)]
      continue
    }
    if (below) [asked, below] = [message.poll.question, false]
    found[message.poll.question === asked ? 'quizzes' : 'reviews'].push(message)
  }
  return found
}

export function lastQuiz(person: SimulatedPerson): PhoneMessage & { poll: PhonePoll } {
  const quiz = quizzes(person).at(-1)
  if (quiz?.poll === undefined) throw new Error('There is no quiz on the phone')
  return { ...quiz, poll: quiz.poll }
}

/** The last message from the bot that has a button with this text. */
export function tap(person: SimulatedPerson, button: string): void {
  const message = person
    .messages()
    .findLast((m) => m.buttons?.flat().some((one) => one.text === button) === true)
  if (message === undefined) throw new Error(`No button "${button}" on the phone`)
  person.press(message.id, button)
}
