import { loadCatalogue, type Catalogue } from '../../content/index.ts'

/** A question as a phone shows it, and what the script knows about it. */
export interface KnownQuestion {
  readonly lessonId: string
  readonly right: string
  readonly wrong: readonly string[]
}

/** Finds lessons and questions by the texts that arrive on a phone, in whichever language. */
export interface AnswerBook {
  /** The lesson that a text message brings, by its title standing on a line of its own. */
  lessonIn(text: string): string | undefined
  question(text: string): KnownQuestion | undefined
}

/** Lines of a lesson's message above which its title stands: catch-up line, place, blank lines. */
const HEAD_LINES = 8

export function createAnswerBook(catalogue: Catalogue): AnswerBook {
  const titles = new Map<string, string>()
  const questions = new Map<string, KnownQuestion>()
  for (const lesson of catalogue.lessons.values()) {
    for (const { title } of [lesson.texts.id, lesson.texts.en ?? lesson.texts.id]) {
      titles.set(title, lesson.id)
    }
  }
  for (const { lessonId, answer, texts } of catalogue.questions.values()) {
    for (const asked of [texts.id, texts.en]) {
      if (asked === undefined) continue
      const { text, options } = asked
      const right = options.find((option) => option.key === answer)?.text
      if (right === undefined) continue
      const wrong = options.filter((option) => option.key !== answer).map((option) => option.text)
      questions.set(text, { lessonId, right, wrong })
    }
  }
  return {
    lessonIn: (text) => {
      for (const line of text.split('\n', HEAD_LINES)) {
        const lesson = titles.get(line)
        if (lesson !== undefined) return lesson
      }
      return undefined
    },
    question: (text) => questions.get(text),
  }
}

/** The book of the lessons in `folder`. */
export async function readAnswerBook(folder: string): Promise<AnswerBook> {
  const loaded = await loadCatalogue(folder)
  // The app has read the same lessons already, and would not have started with broken ones.
  if (!loaded.ok) throw new Error('The lessons changed while the demo started')
  return createAnswerBook(loaded.catalogue)
}
