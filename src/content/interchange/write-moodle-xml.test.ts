import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { lessonOf, questionArbitrary, questionOf, trackOf } from './fixture.ts'
import { writeMoodleXml } from './write-moodle-xml.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** The tree of well-formed XML; throws for any other. */
function parseXml(xml: string): Element {
  const parser = new SaxesParser()
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}

const all = ({ children }: Element, name: string) =>
  children.filter((element) => element.name === name)
const textIn = (element: Element | undefined): string | undefined =>
  element === undefined ? undefined : (all(element, 'text')[0]?.text ?? element.text)
const first = (element: Element, name: string) => textIn(all(element, name)[0])

const questionsIn = (xml: string) => {
  const quiz = all(parseXml(xml), 'quiz')[0]
  return quiz === undefined ? [] : all(quiz, 'question')
}

describe('Moodle XML', () => {
  it('is well-formed and holds the same questions', () => {
    fc.assert(
      fc.property(fc.array(questionArbitrary, { maxLength: 4 }), (questions) => {
        const xml = writeMoodleXml([trackOf([lessonOf(questions)])])
        const [category, ...read] = questionsIn(xml)
        expect(category?.attributes).toEqual({ type: 'category' })
        expect(
          read.map((element) => ({
            type: element.attributes['type'],
            id: first(element, 'name'),
            number: first(element, 'idnumber'),
            single: first(element, 'single'),
            text: first(element, 'questiontext'),
            explanation: first(element, 'generalfeedback'),
            options: all(element, 'answer').map((answer) => [
              textIn(answer),
              answer.attributes['fraction'],
            ]),
            tags: all(element, 'tags').flatMap((tags) => all(tags, 'tag').map(textIn)),
          })),
        ).toEqual(
          questions.map(({ id, answer, tags, texts }) => ({
            type: 'multichoice',
            id,
            number: id,
            single: 'true',
            text: texts.id.text,
            explanation: texts.id.explanation,
            options: texts.id.options.map(({ key, text }) => [text, key === answer ? '100' : '0']),
            tags,
          })),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('describes a lesson by its category', () => {
    const [category] = questionsIn(writeMoodleXml([trackOf([lessonOf([])])]))
    if (category === undefined) throw new Error('there is no category')
    expect(first(category, 'category')).toBe('$course$/top/satu/satu-dua')
    expect(first(category, 'info')).toBe('Judul\nTujuan')
    expect(first(category, 'idnumber')).toBe('satu-dua')
  })

  it('leaves out what XML may not hold', () => {
    const xml = writeMoodleXml([trackOf([lessonOf([questionOf(['a\u0001b\uffff', 'c'])])])])
    expect(textIn(all(questionsIn(xml)[1] ?? parseXml('<a/>'), 'answer')[0])).toBe('ab')
  })
})
