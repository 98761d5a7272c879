import { describe, expect, it } from 'vitest'
import { textIn, type Catalogue } from './catalogue.ts'
import { checkLessons } from './check-lessons.ts'
import { TODAY, lessonFile, trackYaml, withLessons, type Files } from './fixture.ts'
import { loadCatalogue } from './load-catalogue.ts'

async function load(files: Files): Promise<Catalogue> {
  return await withLessons(files, async (folder) => {
    const loaded = await loadCatalogue(folder)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    return loaded.catalogue
  })
}

const one = (lesson: string): Files => ({
  'fondasi/track.yaml': trackYaml('fondasi', ['satu']),
  'fondasi/01-satu.md': lesson,
})

describe('the catalogue', () => {
  it('holds lessons in the order of track.yaml, whatever their files are called', async () => {
    const { tracks, lessons, questions } = await load({
      'fondasi/track.yaml': trackYaml('fondasi', ['dua', 'satu']),
      'fondasi/01-satu.md': lessonFile('fondasi-satu'),
      'fondasi/02-dua.md': lessonFile('fondasi-dua'),
      'fondasi/README.md': 'not a lesson',
      LICENSE: 'not a track',
    })
    expect(tracks[0]?.lessons.map(({ id, slug, position }) => [id, slug, position])).toEqual([
      ['fondasi-dua', 'dua', 1],
      ['fondasi-satu', 'satu', 2],
    ])
    expect([...lessons.keys()]).toEqual(['fondasi-dua', 'fondasi-satu'])
    expect(questions.get('fondasi-satu-q1')).toMatchObject({
      lessonId: 'fondasi-satu',
      answer: 'b',
      tags: ['data'],
      texts: {
        id: {
          text: 'Siapa yang bertanggung jawab?',
          options: [
            { key: 'a', text: 'Mesin' },
            { key: 'b', text: 'Petugas' },
            { key: 'c', text: 'Warga' },
          ],
          explanation: 'Manusia yang memeriksa.',
        },
      },
    })
  })

  it('holds the common track first, then roles, then sectors', async () => {
    const track = (id: string, audience: string): Files => ({
      [`${id}/track.yaml`]: trackYaml(id, ['satu'], audience),
      [`${id}/01-satu.md`]: lessonFile(`${id}-satu`),
    })
    const { tracks } = await load({
      ...track('a-guru', '{ kind: sector, value: guru }'),
      ...track('b-pimpinan', '{ kind: role, value: pimpinan }'),
      ...track('c-fondasi', '{ kind: common }'),
    })
    expect(tracks.map(({ id }) => id)).toEqual(['c-fondasi', 'b-pimpinan', 'a-guru'])
    expect(tracks[2]?.for).toEqual({ kind: 'sector', value: 'guru' })
  })

  it('gives English where it is, Indonesian where it is not', async () => {
    const english = lessonFile().replace('AI alat bantu', 'AI is a tool')
    const { lessons } = await load({ ...one(lessonFile()), 'fondasi/01-satu.en.md': english })
    const lesson = lessons.get('fondasi-satu')
    if (lesson === undefined) throw new Error('no lesson')
    expect(textIn(lesson, 'en').title).toBe('AI is a tool')
    expect(textIn(lesson, 'id').title).toBe('AI alat bantu')
    expect(textIn({ texts: { id: 'a' } }, 'en')).toBe('a')
  })

  it('is frozen through and through', async () => {
    const { tracks, lessons } = await load(one(lessonFile()))
    expect(() => Object.assign(tracks[0]?.lessons[0]?.texts.id ?? {}, { title: 'x' })).toThrow(
      TypeError,
    )
    expect(() => (lessons as Map<string, unknown>).set('x', 1)).toThrow(TypeError)
    expect(() => {
      ;(lessons as Map<string, unknown>).clear()
    }).toThrow(TypeError)
    expect(lessons.size).toBe(1)
  })

  it('reads files from Windows: a byte order mark and CRLF', async () => {
    const plain = await load(one(lessonFile()))
    const windows = await load(one(`\u{feff}${lessonFile().replaceAll('\n', '\r\n')}`))
    expect(windows).toEqual(plain)
  })
})

describe('versions', () => {
  const hashes = async (files: Files) => {
    const { lessons, questions } = await load(files)
    return {
      lesson: lessons.get('fondasi-satu')?.hash,
      question: questions.get('fondasi-satu-q1')?.hash,
    }
  }

  it.each([
    ['the date of review', 'reviewed: 2026-11-20', 'reviewed: 2026-11-21'],
    ['tags', 'tags: [data]', 'tags: [validitas]'],
    ['spaces', 'Manusia yang memeriksa.', ' Manusia  yang memeriksa. '],
    ['quoting', '"Siapa yang bertanggung jawab?"', 'Siapa yang bertanggung jawab?'],
    ['an empty line at the end', 'digital.gov.au)\n', 'digital.gov.au) \n\n\n'],
  ])('%s makes no new one', async (_, from, to) => {
    const changed = lessonFile().replace(from, to)
    expect(changed).not.toBe(lessonFile())
    expect(await hashes(one(changed))).toEqual(await hashes(one(lessonFile())))
  })

  it.each([
    ['the question', 'Siapa yang', 'Siapakah yang'],
    ['an option', 'b: "Petugas"', 'b: "Para petugas"'],
    ['the answer', 'answer: b', 'answer: c'],
    ['the explanation', 'Manusia yang memeriksa.', 'Manusia memeriksa.'],
    [
      'the order of the options',
      'a: "Mesin"\n      b: "Petugas"',
      'b: "Petugas"\n      a: "Mesin"',
    ],
  ])('%s makes a new one of the question alone', async (_, from, to) => {
    const before = await hashes(one(lessonFile()))
    const after = await hashes(one(lessonFile().replace(from, to)))
    expect(after.question).not.toBe(before.question)
    expect(after.lesson).toBe(before.lesson)
  })

  it.each([
    ['the body', '**alat bantu**', '*alat bantu*'],
    ['the task', 'Pilih **satu** tugas.', 'Pilih dua tugas.'],
    ['a source', 'date: "2026-03-12"', 'date: "2026-03-13"'],
  ])('%s makes a new one of the lesson alone', async (_, from, to) => {
    const before = await hashes(one(lessonFile()))
    const after = await hashes(one(lessonFile().replace(from, to)))
    expect(after.lesson).not.toBe(before.lesson)
    expect(after.question).toBe(before.question)
  })

  it('a translation makes new ones, and stays pinned: 16 hex digits', async () => {
    const before = await hashes(one(lessonFile()))
    const english = { 'fondasi/01-satu.en.md': lessonFile() }
    const after = await hashes({ ...one(lessonFile()), ...english })
    expect(after.lesson).not.toBe(before.lesson)
    expect(after.question).not.toBe(before.question)
    // Pinned: another recipe would make a new version of every lesson that was ever sent.
    expect(before).toEqual({ lesson: 'a1eb8a0011aa1995', question: '406d2bd5de877c2e' })
  })
})

it('the check counts what is there', async () => {
  const counted = await withLessons(one(lessonFile()), (folder) => checkLessons(folder, TODAY))
  expect(counted).toMatchObject({ tracks: 1, lessons: 1, questions: 1, words: 8, errors: [] })
})
