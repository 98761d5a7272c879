import { itemsOf } from '../build-assessment.ts'
import type { Question, Track } from '../catalogue.ts'
import { cleanText } from './clean-text.ts'

export type ExportFormat = 'gift' | 'moodle-xml' | 'json'

/** What `format` cannot hold of these tracks, a sentence each, for the one who exports them. */
export function describeLosses(tracks: readonly Track[], format: ExportFormat): string[] {
  if (format === 'json') return []
  const lessons = tracks.flatMap((track) => track.lessons)
  const questions = lessons.flatMap((lesson) => lesson.questions)
  const name = format === 'gift' ? 'GIFT' : 'Moodle XML'
  const losses = [
    `${name} holds questions: text, task, sources, minutes, competence and date of review of ${lessons.length} lessons are not in it.`,
    `Title, description and audience of ${tracks.length === 1 ? 'the track' : `${tracks.length} tracks`} are not in it, only the id.`,
    format === 'gift'
      ? 'Objectives, and titles of lessons, are in comments: this program reads them back, Moodle passes over them.'
      : 'The objectives of questions are not in it; title and objective of a lesson are the description of its category.',
  ]
  losses.push(...tracks.flatMap(lostAssessment))
  const english = questions.filter(({ texts }) => texts.en !== undefined).length
  if (english > 0) losses.push(`The English wording of ${english} questions is not in it.`)
  losses.push(
    ...perQuestion('the keys of its options', 'become a, b, c …', questions, hasOtherKeys),
  )
  losses.push(
    ...perQuestion('characters that cannot be shown', 'are left out', questions, isUnclean),
  )
  if (format === 'gift') {
    losses.push(
      ...perQuestion('a text like `&&035;`', 'is read by Moodle as a character', questions, isCode),
    )
  }
  return losses
}

/** Left out on purpose: in a question bank somebody would meet the items before they are asked. */
function lostAssessment({ id, assessment }: Track): string[] {
  if (assessment === undefined) return []
  return [`The assessment of ${id} (${itemsOf(assessment).length} items) is not in it.`]
}

function perQuestion(
  what: string,
  happens: string,
  questions: readonly Question[],
  has: (question: Question) => boolean,
): string[] {
  return questions.filter(has).map(({ id }) => `${id}: ${what} ${happens}.`)
}

function hasOtherKeys({ texts }: Question): boolean {
  return texts.id.options.some(({ key }, index) => key !== String.fromCharCode(97 + index))
}

function isUnclean(question: Question): boolean {
  return textsOf(question).some((text) => cleanText(text) !== text)
}

/** Moodle's reader keeps escaped characters as such codes, and cannot tell them from text. */
function isCode(question: Question): boolean {
  return textsOf(question).some((text) => /&&(?:010|035|058|061|092|123|125|126)/.test(text))
}

function textsOf({ texts }: Question): string[] {
  const { text, options, explanation } = texts.id
  return [text, explanation, ...options.map((option) => option.text)]
}
