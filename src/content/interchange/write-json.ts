import type { Assessment, Lesson, Question, Track } from '../catalogue.ts'
import { escapeControls } from './quote-text.ts'

/** Marks a file as one of ours, and says which reader it needs. */
export const JSON_FORMAT = 'sedikit-lessons'
export const JSON_VERSION = 1

/** All that the lessons and assessments hold, in all languages, indented by two spaces. */
export function writeJson(tracks: readonly Track[]): string {
  const content = {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    tracks: tracks.map((track) => ({
      id: track.id,
      title: track.title,
      description: track.description,
      for: track.for,
      lessons: track.lessons.map(jsonLesson),
      ...(track.assessment === undefined ? {} : { assessment: jsonAssessment(track.assessment) }),
    })),
  }
  return `${escapeControls(JSON.stringify(content, undefined, 2))}\n`
}

/** Hashes, places and the ids of what is around follow from the rest, and are not written. */
function jsonLesson({ slug, id, minutes, texts, questions }: Lesson) {
  return { slug, id, minutes, texts, questions: questions.map(jsonQuestion) }
}

function jsonQuestion({ id, answer, tags, texts }: Question) {
  return { id, answer, tags, texts }
}

function jsonAssessment({ forms, delayed }: Assessment) {
  const item = (question: Question) => ({
    lessonId: question.lessonId,
    ...jsonQuestion(question),
  })
  return {
    forms: { a: forms.a.map(item), b: forms.b.map(item) },
    delayed: delayed.map(item),
  }
}
