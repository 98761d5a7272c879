import type { Locale, Question } from '../catalogue.ts'

/**
 * The questions whose right option has more characters than every other one, as they stand in
 * `locale`; those that are not written in it are passed over. Who always taps the longest option
 * would answer these without knowing.
 */
export function rightLongest(questions: readonly Question[], locale: Locale): Question[] {
  return questions.filter(({ answer, texts }) => {
    const options = texts[locale]?.options ?? []
    const lengthOf = (text: string) => Array.from(text).length
    const right = options.find(({ key }) => key === answer)
    if (right === undefined) return false
    return options.every(
      (option) => option === right || lengthOf(option.text) < lengthOf(right.text),
    )
  })
}
