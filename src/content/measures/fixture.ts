import type { Question, QuestionText } from '../catalogue.ts'
import type { WrittenText } from '../read-lesson.ts'
import type { ReadTrack } from '../read-track.ts'

/** For tests. A body at line 25 of its file. */
export function textOf(body: string, words = 250): WrittenText {
  const file = 'fondasi/01-satu.md'
  return { locale: 'id', file, bodyLine: 25, body, words, lineOf: () => 7 }
}

/** A question whose options have the keys a, b, c …. */
export function questionOf(
  id: string,
  answer: string,
  options: readonly string[],
  more: { readonly text?: string; readonly english?: readonly string[] } = {},
): Question {
  const written = (texts: readonly string[]): QuestionText => ({
    objective: 'Tanggung jawab',
    text: more.text ?? 'Apa?',
    options: texts.map((text, index) => ({ key: 'abcdefgh'.charAt(index), text })),
    explanation: 'Sebab.',
  })
  const texts = { id: written(options) }
  return {
    id,
    hash: '',
    lessonId: '',
    answer,
    tags: [],
    texts: more.english === undefined ? texts : { ...texts, en: written(more.english) },
  }
}

/** A track of one lesson, whose questions stand at lines 10, 11 …, and whose id is in line 1. */
export function trackOf(folder: string, questions: readonly Question[]): ReadTrack {
  const file = `${folder}/01-satu.md`
  const text = { title: '', objective: '', competence: '', body: '', task: '' }
  const url = 'https://digital.gov.au/panduan'
  const sources = [
    { title: 'Panduan', url, date: '2025' },
    { title: 'Panduan yang sama', url, date: '2025' },
  ]
  return {
    folder,
    id: { id: folder, file: `${folder}/track.yaml`, line: 1 },
    track: undefined,
    assessment: undefined,
    problems: [],
    lessons: [
      {
        lesson: {
          id: `${folder}-satu`,
          hash: '',
          trackId: folder,
          slug: 'satu',
          position: 1,
          minutes: 3,
          texts: { id: { ...text, sources, reviewed: '2026-11-20' } },
          questions,
        },
        ids: questions.map(({ id }, index) => ({ kind: 'question', id, line: 10 + index, file })),
        words: 7,
        questions: questions.length,
        written: [{ ...textOf('Satu dua tiga. Empat lima enam tujuh.', 7), file }],
        problems: [],
      },
    ],
  }
}
