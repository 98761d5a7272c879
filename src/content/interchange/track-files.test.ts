import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '../check-lessons.ts'
import type { Question } from '../catalogue.ts'
import { withLessons } from '../fixture.ts'
import { lessonSchema, translationSchema } from '../lesson-schema.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import { parseLesson } from '../parse-lesson.ts'
import type { DraftTrack } from './draft.ts'
import { lessonOf, questionArbitrary, questionOf, textArbitrary, trackOf } from './fixture.ts'
import { importTrack } from './import-track.ts'
import { isMarked } from './mark.ts'
import { trackFiles } from './track-files.ts'
import { writeJson } from './write-json.ts'

function filesOf(draft: DraftTrack | undefined, id: string): Record<string, string> {
  if (draft === undefined) throw new Error('nothing was imported')
  return Object.fromEntries(
    [...trackFiles(draft, id)].map(([name, text]) => [`${id}/${name}`, text]),
  )
}

const json = { format: 'json', trackId: 'satu', skipBroken: false } as const
const gift = { format: 'gift', trackId: 'baru', skipBroken: false } as const

describe('a round trip through JSON and the files of a track', () => {
  it('keeps every field of every question, whatever is in it', () => {
    fc.assert(
      fc.property(
        questionArbitrary,
        textArbitrary(100, false),
        textArbitrary(100, true),
        (question, title, task) => {
          const lesson = lessonOf([question])
          const text = { ...lesson.texts.id, title, task }
          const track = trackOf([{ ...lesson, texts: { id: text } }])
          const { draft, broken } = importTrack(writeJson([track]), json)
          expect(broken).toEqual([])
          const files = filesOf(draft, 'satu')
          const { fields } = parseLesson(files['satu/01-dua.md'] ?? '', lessonSchema)
          expect(fields).toMatchObject({ id: 'satu-dua', title, task, minutes: 3 })
          expect(fields?.questions.map(asQuestion)).toEqual([
            {
              id: question.id,
              tags: question.tags,
              answer: question.answer,
              text: question.texts.id,
            },
          ])
        },
      ),
      { numRuns: 150 },
    )
  })

  it('keeps the English text, which says only what differs', () => {
    const english = { ...lessonOf([]).texts.id, title: 'Title', body: 'Body.' }
    const { options } = questionOf(['x', 'y']).texts.id
    const wording = { objective: 'Aim', text: 'Which?', options, explanation: 'Because.' }
    const lesson = lessonOf([questionOf(['x', 'y'], {}, wording)])
    const texts = { ...lesson.texts, en: english }
    const { draft } = importTrack(writeJson([trackOf([{ ...lesson, texts }])]), json)
    const file = filesOf(draft, 'satu')['satu/01-dua.en.md'] ?? ''
    expect(file).not.toMatch(/^(?:minutes|reviewed|competence|sources):/m)
    expect(parseLesson(file, translationSchema)).toMatchObject({
      body: 'Body.',
      fields: { title: 'Title', questions: [{ text: 'Which?', explanation: 'Because.' }] },
    })
  })

  it('makes a folder that the catalogue takes as it was', async () => {
    const track = trackOf([lessonOf([questionOf(['x', 'y'])])])
    const { draft } = importTrack(writeJson([track]), json)
    const catalogue = await withLessons(filesOf(draft, 'satu'), async (folder) => {
      return await loadCatalogue(folder)
    })
    if (!catalogue.ok) throw new Error(JSON.stringify(catalogue.problems))
    expect(importTrack(writeJson(catalogue.catalogue.tracks), json).draft).toEqual(draft)
  })

  function asQuestion({ id, tags = [], answer, options, ...text }: RawQuestion) {
    const keyed = Object.entries(options).map(([key, option]) => ({ key, text: option }))
    return { id, tags, answer, text: { ...text, options: keyed } }
  }

  interface RawQuestion extends Pick<Question, 'id' | 'answer'> {
    readonly tags?: string[] | undefined
    readonly options: Readonly<Record<string, string>>
    readonly objective: string
    readonly text: string
    readonly explanation: string
  }
})

describe('a track from GIFT', () => {
  it('is right but for the places that are marked, and each of these is named by the check', async () => {
    const text = '::q-satu::Mana?{=x ~y\n####Sebab.}\n\nLagi?{=x ~y}'
    const files = filesOf(importTrack(text, gift).draft, 'baru')
    const problems = await withLessons(files, async (folder) => {
      return (await checkLessons(folder, '2026-11-24')).errors
    })
    for (const { file, line } of problems) expect(isMarked(files[file] ?? '', line)).toBe(true)
    const marks =
      Object.values(files)
        .join('\n')
        .match(/# WRITE/g) ?? []
    expect(problems).toHaveLength(marks.length)
    expect(problems.map(({ what }) => what)).toContain('the lesson has no body')
    expect(problems.map(({ what }) => what)).toContain('`explanation` is empty')
  })
})
