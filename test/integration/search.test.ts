import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  loadCatalogue,
  searchLessons,
  storeSearch,
  type Catalogue,
  type SearchResult,
} from '../../src/content/index.ts'
import { escapeHtml } from '../../src/bot/texts.ts'
import { passageHtml } from '../../src/bot/views/search.ts'
import { connectDatabase, rowsOf, type Database } from '../../src/platform/db/index.ts'
import { cloneDatabase, type ClonedDatabase } from '../support/database.ts'
import { LESSONS } from '../support/world.ts'

const COMMON = ['fondasi']
const TRIGRAMS = new URL('../../drizzle/0003_lesson_trigrams.sql', import.meta.url)

async function shipped(): Promise<Catalogue> {
  const loaded = await loadCatalogue(LESSONS)
  if (!loaded.ok) throw new Error('The shipped lessons are broken')
  return loaded.catalogue
}

/** The catalogue without some lessons, or with some of them changed. */
function changed(
  { tracks, lessons, questions }: Catalogue,
  change: (title: string) => string | undefined,
  of: string,
): Catalogue {
  const others = new Map(lessons)
  const lesson = lessons.get(of)
  if (lesson === undefined) throw new Error(`No lesson ${of}`)
  const title = change(lesson.texts.id.title)
  if (title === undefined) others.delete(of)
  else others.set(of, { ...lesson, texts: { id: { ...lesson.texts.id, title } } })
  return { tracks, lessons: others, questions }
}

describe('search over the lessons', () => {
  let clone: ClonedDatabase
  let database: Database
  let catalogue: Catalogue
  let everything: string[]
  beforeAll(async () => {
    clone = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    database = connectDatabase(clone.appUrl)
    catalogue = await shipped()
    everything = catalogue.tracks.map(({ id }) => id)
    await storeSearch(database.db, catalogue)
  })
  afterAll(async () => {
    await database.close()
    await clone.drop()
  })

  const look = (
    typed: string,
    options: { trackIds?: string[]; locale?: 'id' | 'en'; offset?: number; limit?: number } = {},
  ): Promise<SearchResult> =>
    searchLessons(database.db, typed, {
      trackIds: everything,
      locale: 'id',
      offset: 0,
      limit: 5,
      ...options,
    })
  const idsOf = (result: SearchResult): string[] =>
    result.kind === 'found' ? result.found.hits.map((hit) => hit.lessonId) : []
  const lesson = (id: string) => catalogue.lessons.get(id)

  it('ranks first the lesson that is about it', async () => {
    expect(idsOf(await look('deepfake'))[0]).toBe('fondasi-deepfake-dan-penipuan')
    expect(idsOf(await look('data terlarang'))[0]).toBe('fondasi-data-terlarang')
    expect(idsOf(await look('notulen'))[0]).toMatch(/notulen/)
  })

  it('shows the passage, with the words marked', async () => {
    const result = await look('data pribadi', { trackIds: COMMON })
    if (result.kind !== 'found') throw new Error('nothing found')
    for (const { passage } of result.found.hits) {
      const marked = passage.filter(({ found }) => found).map(({ text }) => text.toLowerCase())
      expect(marked.join(' ')).toMatch(/data|pribadi/)
    }
    expect(result.found).toMatchObject({ query: 'data pribadi', corrected: false, partly: false })
  })

  it('finds other forms of a word', async () => {
    const [first] = idsOf(await look('menyamarkan', { trackIds: COMMON }))
    expect(idsOf(await look('samarkan', { trackIds: COMMON }))).toContain(first)
  })

  it('finds a quotation only as it stands', async () => {
    const apart = await look('"pribadi data"')
    const together = await look('"data pribadi"')
    expect(together).toMatchObject({ kind: 'found', found: { partly: false } })
    expect(apart).toMatchObject({ kind: 'found', found: { partly: true } })
  })

  it.each([
    ['promt', 'prompt'],
    ['halusinsi', 'halusinasi'],
    ['datta pribadi', 'data pribadi'],
    ['depfake', 'deepfake'],
  ])('forgives a slip: %s', async (typed, meant) => {
    const result = await look(typed)
    expect(result).toMatchObject({ kind: 'found', found: { query: meant, corrected: true } })
    // And the words that it was taken for find the same.
    expect(idsOf(await look(meant))).toEqual(idsOf(result))
  })

  it('takes the beginning of a word for the word', async () => {
    const result = await look('deepf')
    expect(result).toMatchObject({ kind: 'found', found: { query: 'deepf', corrected: false } })
    expect(idsOf(result)[0]).toBe('fondasi-deepfake-dan-penipuan')
  })

  it('leaves out what no lesson holds, and says so', async () => {
    const result = await look('deepfake zxqwvkk')
    expect(result).toMatchObject({ kind: 'found', found: { query: 'deepfake', partly: true } })
    expect(await look('zxqwvkk')).toEqual({ kind: 'nothing' })
    expect(await look('👍 …')).toEqual({ kind: 'no_words' })
  })

  it('finds nothing of tracks that are not the person’s, not even a word to correct to', async () => {
    const others = everything.filter((id) => id !== 'guru')
    const inGuru = await look('murid', { trackIds: ['guru'] })
    expect(idsOf(inGuru)).not.toEqual([])
    for (const id of idsOf(inGuru)) expect(lesson(id)?.trackId).toBe('guru')
    for (const typed of ['murid', 'rapor', 'kurikulum', 'AI', 'mrid', 'mur']) {
      for (const id of idsOf(await look(typed, { trackIds: others, limit: 50 }))) {
        expect(lesson(id)?.trackId).not.toBe('guru')
      }
    }
    const only = await rowsOf<{ word: string }>(
      database.db,
      sql`select word from lesson_words where track_ids = '{guru}' and length(word) > 8 order by word`,
    )
    expect(only.length).toBeGreaterThan(10)
    for (const { word } of only.slice(0, 40)) {
      const result = await look(`${word.slice(0, -2)}${word.at(-1)}`, { trackIds: others })
      expect(JSON.stringify(result)).not.toContain(`"${word}"`)
    }
    expect(await look('data', { trackIds: [] })).toEqual({ kind: 'nothing' })
  })

  it('gives each lesson once over all pages, and says when there are no more', async () => {
    const seen: string[] = []
    let pages = 0
    for (let more = true; more; pages++) {
      const result = await look('data', { offset: seen.length })
      if (result.kind !== 'found') throw new Error('a page was promised')
      seen.push(...idsOf(result))
      more = result.found.more
    }
    expect(pages).toBeGreaterThan(2)
    expect(new Set(seen).size).toBe(seen.length)
    expect(await look('data', { offset: 900 })).toMatchObject({ kind: 'nothing' })
  })

  it('shows the passage in the person’s language, Indonesian where there is no other', async () => {
    const english = await look('personal data', { locale: 'en', limit: 20 })
    if (english.kind !== 'found') throw new Error('nothing found')
    const text = (id: string): string =>
      english.found.hits
        .find((hit) => hit.lessonId === id)
        ?.passage.map((part) => part.text)
        .join('') ?? ''
    expect(text('fondasi-data-terlarang')).toMatch(/\b(the|of|is|in)\b/)
    const fallback = await look('murid', { locale: 'en', trackIds: ['guru'] })
    expect(idsOf(fallback)).not.toEqual([])
  })

  it.each([
    // Looks like "apa", which says nothing about what is looked for.
    'ap surat',
    // Both are taken for the same word.
    'promt prommpt',
    'prompt promt',
    // "cara" and a stop word of English are near.
    'ca Tr',
    'hwr aboot surat',
  ])('a correction can be searched again: %s', async (typed) => {
    const result = await look(typed, { trackIds: COMMON })
    if (result.kind !== 'found') throw new Error('nothing found')
    expect(result.found.query).not.toMatch(/\b(\w+)\b.*\b\1\b/)
    expect(await look(result.found.query, { trackIds: COMMON })).toMatchObject({
      found: { query: result.found.query, hits: result.found.hits },
    })
  })

  it('property: no text is an error, breaks the HTML or leaves its query unfindable', async () => {
    const typed = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('"', ' ', "'", "';--", ' & ', '<b>', ':*', '\\', '\u0000', 'data', 'promt'),
        fc.constantFrom(
          'surat',
          'guru',
          'pribadi',
          'A'.repeat(3000),
          '%',
          '_',
          '<->',
          '🙂',
          '中文',
        ),
        // Slips and beginnings of words that are there, apart from each other.
        fc.stringMatching(/^ [a-eimnoprstu]{2,6} $/),
      ),
      { maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(typed, fc.nat(30), async (parts, offset) => {
        const result = await look(parts.join(''), { offset, trackIds: COMMON })
        if (result.kind !== 'found') return
        const { query, hits } = result.found
        expect(Buffer.byteLength(`find:999:${query}`)).toBeLessThanOrEqual(64)
        expect(idsOf(await look(query, { offset, trackIds: COMMON }))).toEqual(idsOf(result))
        for (const { lessonId, passage } of hits) {
          expect(lesson(lessonId)?.trackId).toBe('fondasi')
          const { html } = passageHtml(passage)
          const text = passage.map((part) => part.text).join('')
          expect(html.replaceAll(/<\/?b>/g, '')).toBe(escapeHtml(text))
          expect(html.match(/<b>/g)?.length).toBe(html.match(/<\/b>/g)?.length)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('what is stored again is not written; what changed is, and what is gone goes', async () => {
    const versions = () =>
      rowsOf<{ row: string }>(
        database.db,
        sql`select lesson_id || locale || xmin as row from lesson_search order by 1`,
      )
    const before = await versions()
    await Promise.all([storeSearch(database.db, catalogue), storeSearch(database.db, catalogue)])
    expect(await versions()).toEqual(before)

    const about = 'guru-etika-ka'
    await storeSearch(
      database.db,
      changed(catalogue, () => 'Belajar memainkan xilofon', about),
    )
    expect(idsOf(await look('xilofon'))).toEqual([about])
    const after = await versions()
    expect(after.filter((one) => !before.some(({ row }) => row === one.row))).toHaveLength(1)

    await storeSearch(
      database.db,
      changed(catalogue, () => undefined, about),
    )
    expect(await look('xilofon')).toEqual({ kind: 'nothing' })
    expect(await look('xilofo')).toEqual({ kind: 'nothing' })
    await storeSearch(database.db, catalogue)
    expect(idsOf(await look('etika', { trackIds: ['guru'], limit: 10 }))).toContain(about)
  })
})

describe('a database without pg_trgm', () => {
  it('migrates, searches and completes, and only corrects nothing', async () => {
    const clone = await cloneDatabase(inject('ownerUrl'), inject('appUrl'))
    const owner = connectDatabase(clone.ownerUrl)
    const database = connectDatabase(clone.appUrl)
    try {
      await owner.db.execute(sql`drop extension pg_trgm cascade`)
      // The migration that wants it does not fail where it has no right to what it does.
      const wanted = await readFile(TRIGRAMS, 'utf8')
      await database.db.execute(sql.raw(wanted))
      const there = sql`select extname from pg_extension where extname = 'pg_trgm'`
      expect(await rowsOf(database.db, there)).toEqual([])
      await storeSearch(database.db, await shipped())
      const options = { trackIds: COMMON, locale: 'id', offset: 0, limit: 5 } as const
      const look = (typed: string) => searchLessons(database.db, typed, options)
      expect(await look('prompt')).toMatchObject({ kind: 'found', found: { corrected: false } })
      expect(await look('deepf')).toMatchObject({ kind: 'found', found: { corrected: false } })
      expect(await look('promt')).toEqual({ kind: 'nothing' })
      expect(await look('promt jelas')).toMatchObject({
        kind: 'found',
        found: { query: 'jelas', partly: true },
      })
    } finally {
      await database.close()
      await owner.close()
      await clone.drop()
    }
  })
})
