import { Document, parseDocument } from 'yaml'
import type { PresentLesson } from './present-lesson.ts'

const ABOUT = ` The ids that went out, and what each question tests (its objective).
 Answers and review dates are kept under these ids for years, so \`lessons check\` refuses an id that
 is gone, stands in another lesson or has another objective. \`lessons check --publish\` adds what is
 new, and changes nothing that stands here. An id that is given up moves to \`retired: [...]\`.`

/**
 * published.yaml with the lessons and questions that it lacks; what stands there stays as it is,
 * comments included.
 * @param text the file as it is, undefined where there is none
 */
export function addPublished(text: string | undefined, present: readonly PresentLesson[]): string {
  const document = text === undefined ? new Document({ lessons: {} }) : parseDocument(text)
  if (text === undefined) document.commentBefore = ABOUT
  for (const { id: lesson, questions } of present) {
    if (lesson === undefined) continue
    if (!document.hasIn(['lessons', lesson]))
      document.setIn(['lessons', lesson], document.createNode({}))
    for (const { id, objective } of questions) {
      if (objective === undefined || document.hasIn(['lessons', lesson, id])) continue
      document.setIn(['lessons', lesson, id], objective)
    }
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
