import type { AssessmentFields, ItemFields } from './assessment-schema.ts'
import { buildQuestion } from './build-lesson.ts'
import type { Assessment, Locale, Question } from './catalogue.ts'
import type { QuestionFields } from './question-schema.ts'

/** An assessment from its checked file. */
export function buildAssessment({ forms, delayed }: AssessmentFields): Assessment {
  return {
    forms: { a: forms.a.map(buildItem), b: forms.b.map(buildItem) },
    delayed: delayed.map(buildItem),
  }
}

/** All items, form by form. */
export function itemsOf({ forms, delayed }: Assessment): Question[] {
  return [...forms.a, ...forms.b, ...delayed]
}

/** As a question that stands in two files, one a language: both are built by one rule. */
function buildItem(item: ItemFields): Question {
  return buildQuestion(item.lesson, inLanguage(item, 'id'), inLanguage(item, 'en'))
}

function inLanguage(item: ItemFields, locale: Locale): QuestionFields {
  const options = Object.entries(item.options).map(([key, text]) => [key, text[locale]] as const)
  return {
    id: item.id,
    objective: item.objective[locale],
    text: item.text[locale],
    options: Object.fromEntries(options),
    answer: item.answer,
    explanation: item.explanation[locale],
    tags: item.tags,
  }
}
