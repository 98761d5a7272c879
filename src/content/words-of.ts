import type { LessonText } from './catalogue.ts'
import { countWords } from './check-markdown.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Words of the body as a reader sees it: what `lessons check` measures. */
export function wordsOf({ body }: Pick<LessonText, 'body'>): number {
  return countWords(renderMarkdown(body).text)
}
