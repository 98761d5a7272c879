import { Document, isScalar, isSeq, parseDocument } from 'yaml'
import type { PresentIds } from './present-ids.ts'

const ABOUT = ` The ids that went out, and what each question tests (its objective).
 Answers and review dates are kept under these ids for years, so \`lessons check\` refuses an id that
 is gone, stands in another lesson or has another objective. \`lessons check --publish\` adds what is
 new, and changes nothing that stands here. An id that is given up moves to \`retired: [...]\`.`

/**
 * published.yaml with the tracks, lessons, questions and survey ids that it lacks; what stands there stays as it is,
 * comments included.
 * @param text the file as it is, undefined where there is none
 */
export function addPublished(
  text: string | undefined,
  { tracks, lessons, surveys = [] }: PresentIds,
): string {
  const document =
    text === undefined ? new Document({ tracks: [], lessons: {} }) : parseDocument(text)
  if (text === undefined) document.commentBefore = ABOUT
  if (!document.has('tracks')) document.set('tracks', document.createNode([]))
  const known: unknown = document.get('tracks')
  if (isSeq(known)) known.flow = false
  for (const { id } of tracks) {
    const listed = isSeq(known) && known.items.some((item) => isScalar(item) && item.value === id)
    if (id !== undefined && !listed) document.addIn(['tracks'], id)
  }
  for (const { id: lesson, questions } of lessons) {
    if (lesson === undefined) continue
    if (!document.hasIn(['lessons', lesson]))
      document.setIn(['lessons', lesson], document.createNode({}))
    for (const { id, objective } of questions) {
      if (objective === undefined || document.hasIn(['lessons', lesson, id])) continue
      document.setIn(['lessons', lesson, id], objective)
    }
  }
  for (const { id, text: says } of surveys) {
    if (id === undefined || document.hasIn(['surveys', id])) continue
    if (!document.has('surveys')) document.set('surveys', document.createNode({}))
    document.setIn(['surveys', id], says)
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}
