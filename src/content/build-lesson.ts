import type { Lesson, LessonText, Question, QuestionText, Texts } from './catalogue.ts'
import { hashLesson, hashQuestion } from './hash.ts'
import type { LessonFields, TranslationFields } from './lesson-schema.ts'
import type { QuestionFields } from './question-schema.ts'

export interface Written<T> {
  readonly fields: T
  readonly body: string
}

/** Where a lesson stands: its track gives it this. */
export type Placed = Pick<Lesson, 'trackId' | 'slug' | 'position'>

/** A lesson from its checked files. */
export function buildLesson(
  original: Written<LessonFields>,
  english: Written<TranslationFields> | undefined,
  placed: Placed,
): Lesson {
  const { fields } = original
  const texts = lessonTexts(original, english)
  return {
    ...placed,
    id: fields.id,
    hash: hashLesson(texts),
    minutes: fields.minutes,
    texts,
    questions: fields.questions.map((question) =>
      buildQuestion(
        fields.id,
        question,
        english?.fields.questions.find(({ id }) => id === question.id),
      ),
    ),
  }
}

/** The texts of a lesson; what the English one leaves out is taken from the Indonesian. */
export function lessonTexts(
  { fields, body }: Written<LessonFields>,
  english: Written<TranslationFields> | undefined,
): Texts<LessonText> {
  const { title, objective, competence, task, sources, reviewed } = fields
  const id: LessonText = { title, objective, competence, body, task, sources, reviewed }
  if (english === undefined) return { id }
  return {
    id,
    en: {
      title: english.fields.title,
      objective: english.fields.objective,
      competence: english.fields.competence ?? competence,
      body: english.body,
      task: english.fields.task,
      sources: english.fields.sources ?? sources,
      reviewed: english.fields.reviewed ?? reviewed,
    },
  }
}

/** A question from its checked fields in each language that it is written in. */
export function buildQuestion(
  lessonId: string,
  original: QuestionFields,
  english: QuestionFields | undefined,
): Question {
  const texts: Texts<QuestionText> = {
    id: questionText(original),
    ...(english === undefined ? {} : { en: questionText(english) }),
  }
  return {
    id: original.id,
    hash: hashQuestion(original.answer, texts),
    lessonId,
    answer: original.answer,
    tags: original.tags ?? [],
    texts,
  }
}

function questionText({ objective, text, options, explanation }: QuestionFields): QuestionText {
  return {
    objective,
    text,
    options: Object.entries(options).map(([key, option]) => ({ key, text: option })),
    explanation,
  }
}
