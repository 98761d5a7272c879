import type { Lesson, Question, Track } from '../catalogue.ts'
import { cleanText } from './clean-text.ts'
import { categoryOf } from './write-gift.ts'

/**
 * Tracks in Moodle XML (docs.moodle.org, "Moodle XML format"): a category a lesson, with the
 * lesson's title and objective as its description, and its questions after it. Indonesian only: a
 * question of Moodle has one language.
 */
export function writeMoodleXml(tracks: readonly Track[]): string {
  const lessons = tracks.flatMap((track) => track.lessons)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<quiz>',
    ...lessons.flatMap((lesson) => [...category(lesson), ...lesson.questions.flatMap(question)]),
    '</quiz>',
    '',
  ].join('\n')
}

function category(lesson: Lesson): string[] {
  const { title, objective } = lesson.texts.id
  return [
    '  <question type="category">',
    `    <category>${text(categoryOf(lesson))}</category>`,
    `    <info format="plain_text">${text(`${title}\n${objective}`)}</info>`,
    `    <idnumber>${escapeXml(lesson.id)}</idnumber>`,
    '  </question>',
  ]
}

function question({ id, answer, tags, texts }: Question): string[] {
  const { text: asked, options, explanation } = texts.id
  return [
    '  <question type="multichoice">',
    `    <name>${text(id)}</name>`,
    `    <questiontext format="plain_text">${text(asked)}</questiontext>`,
    `    <generalfeedback format="plain_text">${text(explanation)}</generalfeedback>`,
    '    <defaultgrade>1</defaultgrade>',
    `    <idnumber>${escapeXml(id)}</idnumber>`,
    '    <single>true</single>',
    '    <shuffleanswers>true</shuffleanswers>',
    '    <answernumbering>abc</answernumbering>',
    ...options.map(({ key, text: option }) => {
      const fraction = key === answer ? 100 : 0
      return `    <answer fraction="${fraction}" format="plain_text">${text(option)}</answer>`
    }),
    ...(tags.length === 0
      ? []
      : [`    <tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join('')}</tags>`]),
    '  </question>',
  ]
}

function text(content: string): string {
  return `<text>${escapeXml(cleanText(content))}</text>`
}

/** `>` too: it must not end a `]]>`. */
function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
