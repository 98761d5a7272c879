import type { Catalogue } from '../../content/index.ts'

/** A question as a phone shows it, and what the script knows about it. */
export interface KnownQuestion {
  readonly lessonId: string
  /** It is asked on the day of the lesson; the others come later. */
  readonly first: boolean
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

/**
 * The book of the lessons that are taught. A reload adds to it when something is next looked up: what
 * was sent before in other words still has to be answered.
 */
export function createAnswerBook(live: () => Catalogue): AnswerBook {
  const titles = new Map<string, string>()
  const questions = new Map<string, KnownQuestion>()
  let learnt: Catalogue | undefined
  const learn = (): void => {
    const catalogue = live()
    if (catalogue === learnt) return
    learnt = catalogue
    for (const [title, lessonId] of titlesOf(catalogue)) titles.set(title, lessonId)
    for (const [text, question] of questionsOf(catalogue)) questions.set(text, question)
  }
  return {
    lessonIn: (text) => {
      learn()
      for (const line of text.split('\n', HEAD_LINES)) {
        const lesson = titles.get(line)
        if (lesson !== undefined) return lesson
      }
      return undefined
    },
    question: (text) => {
      learn()
      return questions.get(text)
    },
  }
}

function titlesOf({ lessons }: Catalogue): [string, string][] {
  return [...lessons.values()].flatMap(({ id, texts }) =>
    [texts.id, texts.en ?? texts.id].map(({ title }): [string, string] => [title, id]),
  )
}

function questionsOf({ lessons, questions }: Catalogue): [string, KnownQuestion][] {
  const firsts = new Set([...lessons.values()].map((lesson) => lesson.questions[0]?.id))
  return [...questions.values()].flatMap(({ id, lessonId, answer, texts }) =>
    [texts.id, texts.en].flatMap((asked): [string, KnownQuestion][] => {
      const right = asked?.options.find((option) => option.key === answer)?.text
      if (asked === undefined || right === undefined) return []
      const { text, options } = asked
      const wrong = options.filter((option) => option.key !== answer).map((option) => option.text)
      return [[text, { lessonId, first: firsts.has(id), right, wrong }]]
    }),
  )
}
