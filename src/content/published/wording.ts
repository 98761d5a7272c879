import type { Question, QuestionText, Texts } from '../catalogue.ts'

/** What two editions of a question are compared by: all that a reader of it may see. */
export interface Wording {
  /** The key of the right option. */
  readonly answer: string
  readonly texts: Texts<Pick<QuestionText, 'text' | 'options' | 'explanation'>>
}

/** The wording of a question, without what nobody sees who answers it. */
export function wordingOf({ answer, texts }: Pick<Question, 'answer' | 'texts'>): Wording {
  const shown = ({ text, options, explanation }: QuestionText) => ({ text, options, explanation })
  return {
    answer,
    texts: {
      id: shown(texts.id),
      ...(texts.en === undefined ? {} : { en: shown(texts.en) }),
    },
  }
}
