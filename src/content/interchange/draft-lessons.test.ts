import { describe, expect, it } from 'vitest'
import { draftLessons } from './draft-lessons.ts'
import { readGift } from './read-gift.ts'

const drafted = (gift: string) => {
  const { draft, renamed } = draftLessons(readGift(gift).categories, 'baru')
  const lessons = draft.lessons.map(({ id, slug, texts, questions }) => {
    return [slug, id, texts.id.title, questions.map((question) => question.id)]
  })
  return { lessons, renamed, draft }
}
const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => `Soal ${index}?{=a ~b}`).join('\n\n')

describe('lessons around questions', () => {
  it('are one a category, called as the category is', () => {
    const gift = `$CATEGORY: $course$/top/Bab 1: Data & Á/Ibu kota\n\n${questions(2)}\n`
    expect(drafted(gift).lessons).toEqual([
      ['ibu-kota', 'baru-ibu-kota', 'Ibu kota', ['baru-ibu-kota-q1', 'baru-ibu-kota-q2']],
    ])
  })

  it('keep the slug of an id that begins with its track', () => {
    const gift = `$CATEGORY: $course$/top/fondasi/fondasi-ai\n\n${questions(1)}\n`
    expect(drafted(gift).lessons).toEqual([['ai', 'fondasi-ai', '', ['fondasi-ai-q1']]])
  })

  it('read a doubled / as part of a name', () => {
    expect(drafted(`$CATEGORY: a/RT//RW\n\n${questions(1)}`).lessons).toEqual([
      ['rt-rw', 'baru-rt-rw', 'RT/RW', ['baru-rt-rw-q1']],
    ])
  })

  it('hold three questions where no category is named, or it is large', () => {
    expect(drafted(questions(7)).lessons).toEqual([
      ['soal', 'baru-soal', '', ['baru-soal-q1', 'baru-soal-q2', 'baru-soal-q3']],
      ['soal-2', 'baru-soal-2', '', ['baru-soal-2-q1', 'baru-soal-2-q2', 'baru-soal-2-q3']],
      ['soal-3', 'baru-soal-3', '', ['baru-soal-3-q1']],
    ])
    expect(drafted(`$CATEGORY: x\n\n${questions(5)}`).lessons).toHaveLength(1)
    expect(drafted(`$CATEGORY: x\n\n${questions(6)}`).lessons).toHaveLength(2)
  })

  it('give each question an id of its own, and say which was changed', () => {
    const { lessons, renamed } = drafted(
      '::a-1::X?{=1 ~2}\n\n::a-1::Y?{=1 ~2}\n\n::Ibu Kota!::Z?{=1 ~2}',
    )
    expect(lessons[0]?.[3]).toEqual(['a-1', 'a-1-2', 'ibu-kota'])
    expect(renamed).toMatchObject([
      { line: 3, what: 'question "a-1" is called a-1-2 here' },
      { line: 5, what: 'question "Ibu Kota!" is called ibu-kota here' },
    ])
  })

  it('fit long names into the room of an id', () => {
    const name = 'sangat '.repeat(20)
    const { draft } = drafted(`::${name}::X?{=1 ~2}\n\n::${name}::Y?{=1 ~2}`)
    const ids = draft.lessons[0]?.questions.map(({ id }) => id) ?? []
    expect(new Set(ids).size).toBe(2)
    expect(ids.every((id) => id.length <= 60 && !id.endsWith('-'))).toBe(true)
  })

  it('change tags into ours, and say so', () => {
    const { draft, renamed } = drafted('// [tag:Ibu kota] [tag:ibu-kota] [tag:!]\nX?{=1 ~2}')
    expect(draft.lessons[0]?.questions[0]?.tags).toEqual(['ibu-kota'])
    expect(renamed).toMatchObject([{ line: 2, what: 'tags were changed: Ibu kota, !' }])
  })
})
