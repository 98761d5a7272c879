import type { PhoneMessage, PhonePoll, SimulatedPerson } from '../../src/simulator/index.ts'

/** What a phone shows from the bot, in short: the question of a poll or the first line of a text. */
export function headlines(person: SimulatedPerson): string[] {
  return person
    .messages()
    .filter((message) => message.fromBot)
    .map((message) => message.poll?.question ?? message.text.split('\n')[0] ?? '')
}

export function lessons(person: SimulatedPerson): PhoneMessage[] {
  return person.messages().filter((m) => m.fromBot && /^(Pelajaran|Lesson) \d+ /.test(m.text))
}

export function quizzes(person: SimulatedPerson): PhoneMessage[] {
  return person.messages().filter((message) => message.poll !== undefined)
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
