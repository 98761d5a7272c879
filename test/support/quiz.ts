import { loadCatalogue, type Catalogue, type Question } from '../../src/content/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { lastQuiz } from './phone.ts'
import { LESSONS } from './world.ts'

export async function readCatalogue(): Promise<Catalogue> {
  const loaded = await loadCatalogue(LESSONS)
  if (!loaded.ok) throw new Error('The lessons are broken')
  return loaded.catalogue
}

/** Answers the last lesson's quiz on the phone by the text of an option, right or wrong as wished. */
export function answer(catalogue: Catalogue, person: SimulatedPerson, right: boolean): void {
  answerPoll(catalogue, person, lastQuiz(person), right)
}

/** Answers a quiz on the phone, of a lesson or one that came again. */
export function answerPoll(
  catalogue: Catalogue,
  person: SimulatedPerson,
  { id, poll }: PhoneMessage,
  right: boolean,
): void {
  const question = questionOf(catalogue, poll?.question ?? '')
  const option = question?.texts.id.options.find(({ key }) => (key === question.answer) === right)
  if (option === undefined) throw new Error('The quiz on the phone is not in the catalogue')
  person.vote(id, option.text)
}

export function questionOf(catalogue: Catalogue, text: string): Question | undefined {
  return [...catalogue.questions.values()].find((candidate) => candidate.texts.id.text === text)
}
