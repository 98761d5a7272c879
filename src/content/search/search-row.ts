import { createHash } from 'node:crypto'
import type { Catalogue, Lesson, LessonText, Locale } from '../catalogue.ts'
import { renderMarkdown } from '../render-markdown.ts'
import { wordsOf } from './words-of.ts'

/** Raised when the same lesson is to be stored otherwise than before. */
const FORMAT = 1

/** What stands in the database of one lesson in one language, without what is made from it. */
export interface SearchKey {
  readonly lessonId: string
  readonly locale: Locale
  readonly hash: string
}

export interface SearchSource extends SearchKey {
  readonly trackId: string
  readonly text: LessonText
}

export interface SearchRow extends SearchKey {
  readonly trackId: string
  readonly body: string
  readonly words: readonly string[]
  /** Words with spaces between, for the three weights of the vector. */
  readonly weighted: { readonly a: string; readonly b: string; readonly c: string }
}

/** Every live lesson in every language that it is written in. */
export function searchSources(catalogue: Catalogue): SearchSource[] {
  return [...catalogue.lessons.values()].flatMap((lesson) => {
    const { id, en } = lesson.texts
    return en === undefined
      ? [source(lesson, 'id', id)]
      : [source(lesson, 'id', id), source(lesson, 'en', en)]
  })
}

function source({ id, trackId }: Lesson, locale: Locale, text: LessonText): SearchSource {
  const { title, objective, body, task } = text
  const content = JSON.stringify([FORMAT, trackId, title, objective, body, task])
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return { lessonId: id, locale, hash, trackId, text }
}

export interface IndexPlan {
  readonly write: readonly SearchSource[]
  readonly remove: readonly SearchKey[]
}

/** What is to be written and removed, so that what is kept is what is live. */
export function planIndex(kept: readonly SearchKey[], live: readonly SearchSource[]): IndexPlan {
  const keyOf = ({ lessonId, locale }: SearchKey) => `${lessonId} ${locale}`
  const hashes = new Map(kept.map((key) => [keyOf(key), key.hash]))
  const wanted = new Set(live.map(keyOf))
  return {
    write: live.filter((row) => hashes.get(keyOf(row)) !== row.hash),
    remove: kept.filter((key) => !wanted.has(keyOf(key))),
  }
}

/** Takes the most time of all: Markdown is rendered here, and only for what changed. */
export function searchRow({ text, ...key }: SearchSource): SearchRow {
  const task = renderMarkdown(text.task).text
  const body = `${renderMarkdown(text.body).text}\n${task}`
  const weighted = {
    a: wordsOf(text.title),
    b: wordsOf(`${text.objective} ${task}`),
    c: wordsOf(body),
  }
  return {
    ...key,
    body,
    words: [...new Set([...weighted.a, ...weighted.b, ...weighted.c])],
    weighted: {
      a: weighted.a.join(' '),
      b: weighted.b.join(' '),
      c: weighted.c.join(' '),
    },
  }
}
