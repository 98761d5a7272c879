import { loadCatalogue, type Catalogue } from '../../src/content/index.ts'
import type { SimulatedPerson } from '../../src/simulator/index.ts'
import { lastQuiz } from './phone.ts'
import { LESSONS } from './world.ts'

export async function readCatalogue(): Promise<Catalogue> {
  const loaded = await loadCatalogue(LESSONS)
  if (!loaded.ok) throw new Error('The lessons are broken')
  return loaded.catalogue
}

/** Answers the last quiz on the phone by the text of an option, right or wrong as wished. */
export function answer(catalogue: Catalogue, person: SimulatedPerson, right: boolean): void {
  const quiz = lastQuiz(person)
  const question = [...catalogue.questions.values()].find(
    (candidate) => candidate.texts.id.text === quiz.poll.question,
  )
  const option = question?.texts.id.options.find(({ key }) => (key === question.answer) === right)
  if (option === undefined) throw new Error('The quiz on the phone is not in the catalogue')
  person.vote(quiz.id, option.text)
}
