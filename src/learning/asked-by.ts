import type { Question } from '../content/index.ts'
import type { Person } from '../people/index.ts'
import { askedWithConfidence } from './confidence.ts'
import type { AskedQuestion } from './grade.ts'

/** The options of a question as its poll holds them for a person. */
export function askedBy(
  question: Question,
  asked: { readonly person: Pick<Person, 'id' | 'locale'>; readonly confidence?: boolean },
): AskedQuestion {
  const { person, confidence = false } = asked
  const { options } = question.texts[person.locale] ?? question.texts.id
  const plain = { id: question.id, options, answer: question.answer }
  return confidence ? askedWithConfidence(plain, person.id) : plain
}
