import type { DraftAssessment, DraftItem } from './draft.ts'
import { quoteName, quoteText } from './quote-text.ts'

/** assessment.yaml: both languages of each text side by side. */
export function writeAssessmentFile({ forms, delayed }: DraftAssessment): string {
  return [
    'forms:',
    ...items('a', forms.a).map((line) => `  ${line}`),
    ...items('b', forms.b).map((line) => `  ${line}`),
    ...items('delayed', delayed),
    '',
  ].join('\n')
}

function items(key: string, given: readonly DraftItem[]): string[] {
  return given.length === 0 ? [`${key}: []`] : [`${key}:`, ...given.flatMap(itemLines)]
}

function itemLines({ id, lessonId, answer, tags, texts }: DraftItem): string[] {
  const english = texts.en?.options ?? []
  return [
    `  - id: ${quoteName(id)}`,
    `    lesson: ${quoteName(lessonId)}`,
    `    objective: ${inBoth(texts.id.objective, texts.en?.objective)}`,
    `    text: ${inBoth(texts.id.text, texts.en?.text)}`,
    '    options:',
    ...texts.id.options.map(({ key, text }) => {
      const twin = english.find((option) => option.key === key)
      return `      ${quoteName(key)}: ${inBoth(text, twin?.text)}`
    }),
    `    answer: ${quoteName(answer)}`,
    `    explanation: ${inBoth(texts.id.explanation, texts.en?.explanation)}`,
    ...(tags.length > 0 ? [`    tags: [${tags.map(quoteName).join(', ')}]`] : []),
  ]
}

/** A language that is not there is left out, and the check names its place. */
function inBoth(id: string, en: string | undefined): string {
  return `{ id: ${quoteText(id)}${en === undefined ? '' : `, en: ${quoteText(en)}`} }`
}
