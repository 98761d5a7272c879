import { expect, it } from 'vitest'
import type { Catalogue } from '../catalogue.ts'
import { lessonFile, trackYaml, withLessons } from '../fixture.ts'
import { loadCatalogue } from '../load-catalogue.ts'
import { planIndex, searchRow, searchSources } from './search-row.ts'

async function catalogueOf(lesson: string, english?: string): Promise<Catalogue> {
  const files = {
    'fondasi/track.yaml': trackYaml('fondasi', ['satu']),
    'fondasi/01-satu.md': lesson,
    ...(english === undefined ? {} : { 'fondasi/01-satu.en.md': english }),
  }
  return await withLessons(files, async (folder) => {
    const loaded = await loadCatalogue(folder)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    return loaded.catalogue
  })
}

it('a lesson is one row a language', async () => {
  const both = searchSources(await catalogueOf(lessonFile(), lessonFile()))
  expect(both.map(({ lessonId, locale }) => [lessonId, locale])).toEqual([
    ['fondasi-satu', 'id'],
    ['fondasi-satu', 'en'],
  ])
  expect(searchSources(await catalogueOf(lessonFile()))).toHaveLength(1)
})

it('holds the words of title, objective, task and body, without their Markdown', async () => {
  const [source] = searchSources(await catalogueOf(lessonFile()))
  const row = searchRow(source!)
  expect(row.weighted.a).toBe('ai alat bantu')
  expect(row.weighted.b).toBe('memilah tugas pilih satu tugas')
  expect(row.body).toBe(
    'AI adalah alat bantu.\n\n• Menyusun draf\n• Lihat panduan\nPilih satu tugas.',
  )
  expect(row.words).toEqual(expect.arrayContaining(['memilah', 'panduan', 'tugas']))
  expect(new Set(row.words).size).toBe(row.words.length)
  // The quiz is not searched: its wrong options would be found as if they were true.
  expect(row.words).not.toContain('mesin')
})

it('writes what is new or changed, removes what is gone, and leaves the rest', async () => {
  const live = searchSources(await catalogueOf(lessonFile(), lessonFile()))
  expect(planIndex([], live).write).toHaveLength(2)
  expect(planIndex(live, live)).toEqual({ write: [], remove: [] })
  const fewer = searchSources(await catalogueOf(lessonFile()))
  expect(planIndex(live, fewer)).toMatchObject({ write: [], remove: [{ locale: 'en' }] })
  const other = searchSources(await catalogueOf(lessonFile().replace('Memilah', 'Memilih')))
  expect(planIndex(fewer, other)).toMatchObject({ write: [{ locale: 'id' }], remove: [] })
})
