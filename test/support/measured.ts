import type { Catalogue, Question } from '../../src/content/index.ts'
import type { PhoneMessage, SimulatedPerson } from '../../src/simulator/index.ts'
import { polls } from './phone.ts'
import { questionOf } from './quiz.ts'

/** The items that measure, as the phone shows them. */
export function itemsOn(catalogue: Catalogue, person: SimulatedPerson): PhoneMessage[] {
  const items = new Set(
    catalogue.tracks.flatMap(({ assessment }) =>
      assessment === undefined
        ? []
        : [...assessment.forms.a, ...assessment.forms.b, ...assessment.delayed].map(({ id }) => id),
    ),
  )
  return polls(person).filter((message) => items.has(askedIn(catalogue, message)?.id ?? ''))
}

export function askedIn(catalogue: Catalogue, message: PhoneMessage): Question | undefined {
  return questionOf(catalogue, message.poll?.question ?? '')
}

/** Answers every poll that stands unanswered, whatever its kind; `sure` where it asks for that. */
export function answerPolls(
  catalogue: Catalogue,
  person: SimulatedPerson,
  wish: { readonly right: boolean; readonly sure?: boolean; readonly only?: PhoneMessage[] },
): void {
  for (const { id, poll } of wish.only ?? polls(person)) {
    const question = questionOf(catalogue, poll?.question ?? '')
    if (poll?.answered !== false || question === undefined) continue
    const option = question.texts.id.options.find(
      ({ key }) => (key === question.answer) === wish.right,
    )
    const mark = wish.sure === false ? 'masih ragu' : 'yakin'
    const shown = [option?.text, `${option?.text} · ${mark}`].find((text) =>
      poll.options.some((one) => one.text === text),
    )
    if (shown === undefined) throw new Error(`No option "${option?.text}" in "${poll.question}"`)
    person.vote(id, shown)
  }
}
