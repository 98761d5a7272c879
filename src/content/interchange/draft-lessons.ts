import type { LessonText } from '../catalogue.ts'
import type { Fault } from '../problem.ts'
import type { DraftLesson, DraftQuestion, DraftTrack } from './draft.ts'
import type { GiftCategory } from './read-gift.ts'
import type { GiftQuestion } from './read-gift-question.ts'
import { slugOf, takeSlug, type TakenSlugs } from './slug.ts'

/** A lesson asks two or three questions (the curriculum's guide); a larger category is cut. */
const PER_LESSON = 3
const MOST_PER_LESSON = 5

export interface DraftedTrack {
  readonly draft: DraftTrack
  /** What had to be called something else. */
  readonly renamed: readonly Fault[]
}

/**
 * Lessons around the questions of a GIFT file: one a category, or one for three questions where a
 * category is large or none is named. `trackId` begins the ids that the file does not give.
 */
export function draftLessons(categories: readonly GiftCategory[], trackId: string): DraftedTrack {
  const slugs: TakenSlugs = new Map()
  const lessonIds: TakenSlugs = new Map()
  const questionIds: TakenSlugs = new Map()
  const renamed: Fault[] = []
  const lessons = categories.flatMap(cut).map((category): DraftLesson => {
    const names = namesOf(category.path, trackId)
    const slug = takeSlug(names.slug, slugs)
    const id = takeSlug(names.id, lessonIds)
    const questions = category.questions.map((question, index) => {
      const wanted = slugOf(question.id) || `${slugOf(id, 56)}-q${index + 1}`
      const name = takeSlug(wanted, questionIds)
      renamed.push(...renaming(question, name))
      return draftQuestion(question, name)
    })
    const { objective } = category
    const text = { ...EMPTY, title: category.title || names.title, objective }
    return { slug, id, minutes: undefined, texts: { id: text }, questions }
  })
  return { draft: { title: BLANK, description: BLANK, for: undefined, lessons }, renamed }
}

const BLANK = { id: '', en: '' }
const EMPTY: LessonText = {
  title: '',
  objective: '',
  competence: '',
  body: '',
  task: '',
  sources: [],
  reviewed: '',
}

function cut(category: GiftCategory): GiftCategory[] {
  const { questions, path } = category
  if (path !== '' && questions.length <= MOST_PER_LESSON) return [category]
  return Array.from({ length: Math.ceil(questions.length / PER_LESSON) }, (_, index) => ({
    ...category,
    questions: questions.slice(index * PER_LESSON, (index + 1) * PER_LESSON),
  }))
}

/** A lesson's id is its track's and its slug: what the file names in that way keeps its name. */
function namesOf(path: string, trackId: string): { id: string; slug: string; title: string } {
  const steps = path
    .split(/(?<!\/)\/(?!\/)/)
    // A doubled one is Moodle's escape of a `/` in a name.
    .map((step) => step.replaceAll('//', '/').trim())
    // Where in Moodle's question bank the category stands says nothing about the lesson.
    .filter((step, index) => !step.startsWith('$') && !(index <= 1 && step === 'top'))
  const title = steps.at(-1) ?? ''
  const [before, last] = [slugOf(steps.at(-2) ?? ''), slugOf(title)]
  if (last === '') return { id: slugOf(`${trackId}-soal`), slug: 'soal', title }
  if (before !== '' && last.startsWith(`${before}-`)) {
    return { id: last, slug: last.slice(before.length + 1), title: title === last ? '' : title }
  }
  return { id: slugOf(`${trackId}-${last}`), slug: last, title }
}

function draftQuestion(question: GiftQuestion, id: string): DraftQuestion {
  const { objective, text, explanation, options, right } = question
  const keyed = options.map((option, index) => ({ key: keyOf(index), text: option }))
  return {
    id,
    tags: [...new Set(question.tags.map((tag) => slugOf(tag)).filter((tag) => tag !== ''))],
    answer: keyOf(right),
    texts: { id: { objective, text, options: keyed, explanation } },
  }
}

/** GIFT has no keys: a, b, c …, as lessons have them. */
function keyOf(index: number): string {
  const letter = String.fromCodePoint('a'.charCodeAt(0) + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26)}`
}

function renaming({ line, id, tags }: GiftQuestion, name: string): Fault[] {
  const faults: Fault[] = []
  if (id !== '' && id !== name) {
    faults.push({
      line,
      what: `question ${JSON.stringify(id)} is called ${name} here`,
      mend: 'ids are small letters, digits and hyphens, and each is there once',
    })
  }
  const changed = tags.filter((tag) => tag !== slugOf(tag))
  if (changed.length > 0) {
    faults.push({
      line,
      what: `tags were changed: ${changed.join(', ')}`,
      mend: 'tags are small letters, digits and hyphens',
    })
  }
  return faults
}
