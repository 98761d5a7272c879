import { expect, it } from 'vitest'
import { violationsOf } from '../platform/telegram/formatted-text-violations.ts'
import type { Lesson } from './catalogue.ts'
import { lessonFile, trackYaml, withLessons } from './fixture.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { renderLesson } from './render-lesson.ts'

const labels = { task: 'Tugas', source: 'Sumber' }

async function load(lesson: string, english?: string): Promise<Lesson> {
  const files = {
    'fondasi/track.yaml': trackYaml('fondasi', ['satu']),
    'fondasi/01-satu.md': lesson,
    ...(english === undefined ? {} : { 'fondasi/01-satu.en.md': english }),
  }
  return await withLessons(files, async (folder) => {
    const loaded = await loadCatalogue(folder)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    const found = loaded.catalogue.lessons.get('fondasi-satu')
    if (found === undefined) throw new Error('no lesson')
    return found
  })
}

it('a lesson as it arrives in the chat', async () => {
  const rendered = renderLesson(await load(lessonFile()), 'id', labels)
  expect(rendered).toEqual({
    text: [
      'AI alat bantu',
      '',
      'AI adalah alat bantu.',
      '',
      '• Menyusun draf',
      '• Lihat panduan',
      '',
      'Tugas: Pilih satu tugas.',
      '',
      'Sumber: Panduan staf (12 Maret 2026)',
    ].join('\n'),
    entities: [
      { type: 'bold', offset: 0, length: 13 },
      { type: 'bold', offset: 25, length: 10 },
      { type: 'text_link', offset: 62, length: 7, url: 'https://digital.gov.au' },
      { type: 'bold', offset: 71, length: 6 },
      { type: 'bold', offset: 84, length: 4 },
      { type: 'bold', offset: 97, length: 7 },
      { type: 'text_link', offset: 105, length: 12, url: 'https://digital.gov.au/panduan' },
    ],
  })
  expect(violationsOf(rendered)).toEqual([])
})

it('several sources are a list, each with the date as exact as it is known', async () => {
  const more = [
    '  - { title: "Buku", url: "https://a.id", date: 2025 }',
    '  - { title: "Laporan", url: "https://b.id", date: 2026-04 }',
  ]
  const file = lessonFile().replace('task:', `${more.join('\n')}\ntask:`)
  const { text } = renderLesson(await load(file), 'id', labels)
  expect(text.split('\n').slice(-4)).toEqual([
    'Sumber:',
    '• Panduan staf (12 Maret 2026)',
    '• Buku (2025)',
    '• Laporan (April 2026)',
  ])
})

it('is English where somebody wrote it, and Indonesian where nobody did', async () => {
  const english = lessonFile()
    .replace('AI alat bantu', 'AI is a tool')
    .replace(/^sources:[^]*?(?=task)/m, '')
  const words = { task: 'Task', source: 'Source' }
  const { text } = renderLesson(await load(lessonFile(), english), 'en', words)
  expect(text.split('\n')[0]).toBe('AI is a tool')
  expect(text.split('\n').at(-1)).toBe('Source: Panduan staf (12 March 2026)')
  const without = renderLesson(await load(lessonFile()), 'en', words)
  expect(without.text.split('\n')[0]).toBe('AI alat bantu')
})
