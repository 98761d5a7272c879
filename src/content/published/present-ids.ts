import { itemsOf } from '../build-assessment.ts'
import type { FoundItem, ReadAssessment } from '../read-assessment.ts'
import type { ReadLesson } from '../read-lesson.ts'
import { SURVEYS_FILE, type FoundSurveyId, type ReadSurveys } from '../read-surveys.ts'
import type { ReadTrack } from '../read-track.ts'

export interface PresentQuestion {
  readonly id: string
  /** Where it stands in another file than its lesson: an item of an assessment. */
  readonly file?: string
  readonly line: number
  /** Undefined where the lesson's front matter is wrong: the id is there all the same. */
  readonly objective: string | undefined
}

export interface PresentLesson {
  /** Undefined where the file could not be read as far as its id. */
  readonly id: string | undefined
  readonly file: string
  readonly line: number
  readonly questions: readonly PresentQuestion[]
}

export interface PresentIds {
  /** Undefined id where track.yaml could not be read. */
  readonly tracks: readonly {
    readonly id: string | undefined
    readonly file: string
    readonly line: number
  }[]
  readonly lessons: readonly PresentLesson[]
  readonly surveys?: readonly PresentSurvey[]
}

/** A statement, a question or an option of the surveys; undefined id where they could not be read. */
export interface PresentSurvey extends Pick<FoundSurveyId, 'file' | 'line' | 'text'> {
  readonly id: string | undefined
  readonly kind: FoundSurveyId['kind']
}

/** What stands in the folder now, as far as published ids are compared with it. */
export function presentIds(tracks: readonly ReadTrack[], surveys?: ReadSurveys): PresentIds {
  return {
    tracks: tracks.map(({ id, folder }) => id ?? { id, file: `${folder}/track.yaml`, line: 1 }),
    lessons: tracks.flatMap(({ lessons, assessment }) => {
      const present = lessons.map(presentLesson)
      return assessment === undefined ? present : withItems(present, assessment)
    }),
    surveys: presentSurveys(surveys),
  }
}

/**
 * An item is a question of the lesson that it tests. Those whose lesson is not known, and a file
 * that cannot be read, are a lesson that cannot be read: any id may stand in it.
 */
function withItems(lessons: readonly PresentLesson[], read: ReadAssessment): PresentLesson[] {
  const { assessment, file, items } = read
  const objectives = new Map(
    (assessment === undefined ? [] : itemsOf(assessment)).map(
      ({ id, texts }) => [id, texts.id.objective] as const,
    ),
  )
  const present = ({ id, line }: FoundItem) => ({ id, line, file, objective: objectives.get(id) })
  const known = new Set(lessons.map(({ id }) => id))
  const homeless = items.filter(({ lesson }) => lesson === undefined || !known.has(lesson))
  const unread = assessment === undefined || homeless.length > 0
  return [
    ...lessons.map((lesson) => ({
      ...lesson,
      questions: [
        ...lesson.questions,
        ...items.filter((item) => item.lesson === lesson.id).map(present),
      ],
    })),
    ...(unread ? [{ id: undefined, file, line: 1, questions: homeless.map(present) }] : []),
  ]
}

function presentSurveys(read: ReadSurveys | undefined): readonly PresentSurvey[] {
  if (read === undefined) return []
  if (read.surveys !== undefined) return read.ids
  return [{ kind: 'question', id: undefined, file: SURVEYS_FILE, line: 1, text: '' }]
}

function presentLesson({ ids, lesson, written }: ReadLesson): PresentLesson {
  const own = ids.find(({ kind }) => kind === 'lesson')
  return {
    id: own?.id,
    file: own?.file ?? written[0]?.file ?? '',
    line: own?.line ?? 1,
    questions: ids
      .filter(({ kind }) => kind === 'question')
      .map(({ id, line }) => ({
        id,
        line,
        objective: lesson?.questions.find((question) => question.id === id)?.texts.id.objective,
      })),
  }
}
