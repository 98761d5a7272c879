import type { Lesson, Question, Texts } from '../catalogue.ts'
import type { IsOrdinary } from './is-misspelling.ts'
import { isWord, tokensOf } from './tokens.ts'
import { wordingOf } from './wording.ts'

/** The words of a curriculum, by the one question that uses each; several users make it ordinary. */
export interface Vocabulary {
  /** For judging an edit of `questionId`: its own words do not vouch for themselves. */
  besides(questionId: string): IsOrdinary
}

const SEVERAL = Symbol('several')

/** All words of lessons and questions, in all languages. */
export function vocabularyOf({
  lessons,
  questions,
}: {
  readonly lessons: Iterable<Lesson>
  readonly questions: Iterable<Question>
}): Vocabulary {
  const users = new Map<string, string | typeof SEVERAL>()
  const note = (text: string, user: string | typeof SEVERAL): void => {
    for (const token of tokensOf(text)) {
      if (!isWord(token)) continue
      const known = users.get(token)
      if (known === undefined) users.set(token, user)
      else if (known !== user) users.set(token, SEVERAL)
    }
  }
  for (const { texts } of lessons) {
    for (const { title, body, task } of languages(texts)) {
      for (const text of [title, body, task]) note(text, SEVERAL)
    }
  }
  for (const question of questions) {
    for (const { text, options, explanation } of languages(wordingOf(question).texts)) {
      for (const part of [text, explanation, ...options.map((option) => option.text)]) {
        note(part, question.id)
      }
    }
  }
  return {
    besides: (questionId) => (word) => {
      const user = users.get(word)
      return user !== undefined && user !== questionId
    },
  }
}

function languages<T>({ id, en }: Texts<T>): T[] {
  return en === undefined ? [id] : [id, en]
}
